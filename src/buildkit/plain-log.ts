import { importedKey, isCacheExport } from './vertex-names.ts'

/** Unfinished work on a cache, as the plain log shows it. */
export type Open = {
  kind: 'import' | 'export' | 'fetch'
  /**
   * BuildKit's name for it: for an import a registry's reference or `s3:…`, for an export its vertex, for a fetch the
   * layer.
   */
  name: string
  /** When it last printed a line or, for a fetch, last made progress, in milliseconds. */
  last: number
  /** The progress of a fetch, `1.2MB / 30MB`, and when it was last printed: every 5 s while it runs. */
  bytes?: string
  seen?: number
  /** An export that is preparing its layers, which is mostly compression, and sends nothing yet. */
  isPreparing?: boolean
}

/** What the log has shown so far. */
export type Progress = {
  /** The open work by its number. */
  open: ReadonlyMap<string, Open>
  /** The imports whose store has answered the builder, by their names. */
  answered: ReadonlySet<string>
  /** How many lines came from BuildKit itself. */
  lines: number
}

export const nothingYet: Progress = { open: new Map(), answered: new Set(), lines: 0 }

/** Errors of an import whose store has not answered since. */
const NO_ANSWER =
  /timeout|timed out|deadline|refused|reset|no such host|EOF|unreachable|no route|broken pipe|lookup /i

/**
 * One more line of `--progress=plain` at a time: `#7 importing cache manifest from X`, `#7 DONE 0.1s` (buildkit
 * util/progress/progressui/printer.go: what ended is printed at once). The output of steps begins with their number and
 * a time, so it is never mistaken for such a line.
 */
export function readLine(progress: Progress, line: string, at: number): Progress {
  const [, number = '', text = ''] = /^#(\d+) (.*)/.exec(line) ?? []
  // #0 comes from buildx, before it contacts the builder.
  if (number === '' || number === '0') return progress
  return { ...progress, lines: progress.lines + 1, ...changed(progress, number, text, at) }
}

/** Updates the open work, and which stores have answered, from one line of BuildKit. */
function changed({ open, answered }: Progress, number: string, text: string, at: number): Partial<Progress> {
  // A step may be reported as cached repeatedly while its layers are still being fetched.
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

/** The printer repeats a name whenever it returns to that vertex. */
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

/** A layer is being fetched until its line ends in `done`; without progress its line is repeated every 5 s. */
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
