import { importedKey, isCacheExport } from './vertex-names.ts'

/** Work on a cache that has begun and not ended, as the plain log shows it. */
export type Open = {
  kind: 'import' | 'export' | 'fetch'
  /** What BuildKit calls it: of an import a registry's reference or `s3:…`, of an export its vertex, of a fetch the layer. */
  name: string
  /** When it last printed a line or, of a fetch, when its bytes last moved, in milliseconds. */
  last: number
  /** Of a fetch how far it has come, `1.2MB / 30MB`, and when it last said so: while it goes on, every 5 s. */
  bytes?: string
  seen?: number
  /** Of an export: it makes its layers ready, which is mostly compressing, and sends nothing yet. */
  isPreparing?: boolean
}

/** What the log has told so far. */
export type Progress = {
  /** The open work by its number. */
  open: ReadonlyMap<string, Open>
  /** The imports whose store has answered the builder, by their names. */
  answered: ReadonlySet<string>
  /** How many lines were of BuildKit's own. */
  lines: number
}

export const nothingYet: Progress = { open: new Map(), answered: new Set(), lines: 0 }

/** Errors of an import that no answer of its store has ended. */
const NO_ANSWER =
  /timeout|timed out|deadline|refused|reset|no such host|EOF|unreachable|no route|broken pipe|lookup /i

/**
 * One more line of `--progress=plain` at a time: `#7 importing cache manifest from X`, `#7 DONE 0.1s`
 * (buildkit util/progress/progressui/printer.go: what ended is printed at once). What steps print begins with their
 * number and a time, so that none of it is taken for such a line.
 */
export function readLine(progress: Progress, line: string, at: number): Progress {
  const [, number = '', text = ''] = /^#(\d+) (.*)/.exec(line) ?? []
  // #0 is buildx's own: it comes before the builder is asked.
  if (number === '' || number === '0') return progress
  return { ...progress, lines: progress.lines + 1, ...changed(progress, number, text, at) }
}

/** What a line of BuildKit's own changes in what is open and who has answered. */
function changed({ open, answered }: Progress, number: string, text: string, at: number): Partial<Progress> {
  // A cached step may be called so time and again while its layers are still on their way.
  if (text === 'CACHED') return { open: withoutKey(open, number) }
  if (/^(DONE|CANCELED|ERROR:)/.test(text)) {
    const { kind, name: key = '' } = open.get(number) ?? {}
    const isAnswer =
      kind === 'import' && text !== 'CANCELED' && !(text.startsWith('E') && NO_ANSWER.test(text))
    return {
      open: withoutNumber(open, number),
      ...(isAnswer ? { answered: new Set([...answered, key]) } : {}),
    }
  }
  const name = importedKey(text)
  if (name !== undefined) return { open: begun(open, number, { kind: 'import', name, last: at }) }
  if (isCacheExport(text))
    return { open: begun(open, number, { kind: 'export', name: text, last: at, isPreparing: true }) }
  const [, layer, rest = ''] = /^(sha256:[0-9a-f]{64}) (.*)/.exec(text) ?? []
  if (layer !== undefined) return { open: fetched(open, number, layer, rest, at) }
  return open.has(number) ? { open: heard(open, number, at, text) } : {}
}

/** The printer shows a name again whenever it comes back to it. */
function begun(open: Progress['open'], number: string, work: Open): Progress['open'] {
  return open.has(number) ? open : new Map(open).set(number, work)
}

function heard(open: Progress['open'], number: string, at: number, text = ''): Progress['open'] {
  const work = open.get(number)
  if (!work) return open
  // `...` stands where the printer turns to another vertex.
  const isSending = work.isPreparing && /^(writing|sending|uploading|signing) |^preparing .* done$/.test(text)
  return new Map(open).set(number, { ...work, last: at, ...(isSending ? { isPreparing: false } : {}) })
}

/** A layer is on its way until its line ends in `done`; one that stands still says so every 5 s. */
function fetched(
  open: Progress['open'],
  number: string,
  layer: string,
  rest: string,
  at: number,
): Progress['open'] {
  const all = new Map(heard(open, number, at))
  const key = `${number} ${layer}`
  const bytes = rest.replace(/ [\d.]+s$/, '')
  const before = open.get(key)
  const last = before?.bytes === bytes ? before.last : at
  if (rest.endsWith('done')) all.delete(key)
  else all.set(key, { kind: 'fetch', name: layer, last, bytes, seen: at })
  return all
}

function withoutKey(open: Progress['open'], key: string): Progress['open'] {
  const left = new Map(open)
  return left.delete(key) ? left : open
}

function withoutNumber(open: Progress['open'], number: string): Progress['open'] {
  const left = [...open].filter(([key]) => key !== number && !key.startsWith(`${number} `))
  return left.length === open.size ? open : new Map(left)
}
