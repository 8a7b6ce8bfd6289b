import { exportNames, importedKey } from '../report/vertex-names.ts'

/** Work on a cache that has begun and not ended, as the plain log shows it. */
export type Open = {
  kind: 'import' | 'export' | 'fetch'
  /** Of an import what BuildKit calls it (a registry's reference, `s3:…`), of an export its backend, of a fetch the layer. */
  name: string
  /** When it last printed a line or, of a fetch, when its bytes last moved, in milliseconds. */
  last: number
  /** Of a fetch how far it has come, `1.2MB / 30MB`, and when it last said so: while it goes on, every 5 s. */
  bytes?: string
  seen?: number
}

/** What the log has told so far: the open work by its number, and how many lines were of BuildKit's own. */
export type Progress = { open: ReadonlyMap<string, Open>; lines: number }

export const nothingYet: Progress = { open: new Map(), lines: 0 }

const backends = new Map(Object.entries(exportNames).map(([backend, name]) => [name, backend]))

/**
 * One more line of `--progress=plain` at a time: `#7 importing cache manifest from X`, `#7 DONE 0.1s`
 * (buildkit util/progress/progressui/printer.go: what ended is printed at once). What steps print begins with their
 * number and a time, so that none of it is taken for such a line.
 */
export function readLine(progress: Progress, line: string, at: number): Progress {
  const [, number = '', text = ''] = /^#(\d+) (.*)/.exec(line) ?? []
  // #0 is buildx's own: it comes before the builder is asked.
  if (number === '' || number === '0') return progress
  const lines = progress.lines + 1
  // A cached step may be called so time and again while its layers are still on their way.
  if (text === 'CACHED') return { lines, open: withoutKey(progress.open, number) }
  if (/^(DONE|CANCELED|ERROR:)/.test(text)) return { lines, open: withoutNumber(progress.open, number) }
  const name = importedKey(text)
  if (name !== undefined)
    return { lines, open: begun(progress.open, number, { kind: 'import', name, last: at }) }
  const backend = backends.get(text)
  if (backend !== undefined && backend !== 'inline')
    return { lines, open: begun(progress.open, number, { kind: 'export', name: backend, last: at }) }
  const [, layer, rest = ''] = /^(sha256:[0-9a-f]{64}) (.*)/.exec(text) ?? []
  if (layer !== undefined) return { lines, open: fetched(progress.open, number, layer, rest, at) }
  return progress.open.has(number)
    ? { lines, open: heard(progress.open, number, at) }
    : { ...progress, lines }
}

/** The printer shows a name again whenever it comes back to it. */
function begun(open: Progress['open'], number: string, work: Open): Progress['open'] {
  return open.has(number) ? open : new Map(open).set(number, work)
}

function heard(open: Progress['open'], number: string, at: number): Progress['open'] {
  const work = open.get(number)
  return work ? new Map(open).set(number, { ...work, last: at }) : open
}

/** A layer is on its way until its line ends in `done`; one that stands still says so every 5 s. */
function fetched(
  open: Progress['open'],
  number: string,
  layer: string,
  rest: string,
  at: number,
): Progress['open'] {
  const changed = new Map(heard(open, number, at))
  const key = `${number} ${layer}`
  const bytes = rest.replace(/ [\d.]+s$/, '')
  const before = open.get(key)
  const last = before?.bytes === bytes ? before.last : at
  if (rest.endsWith('done')) changed.delete(key)
  else changed.set(key, { kind: 'fetch', name: layer, last, bytes, seen: at })
  return changed
}

function withoutKey(open: Progress['open'], key: string): Progress['open'] {
  const left = new Map(open)
  return left.delete(key) ? left : open
}

function withoutNumber(open: Progress['open'], number: string): Progress['open'] {
  const left = [...open].filter(([key]) => key !== number && !key.startsWith(`${number} `))
  return left.length === open.size ? open : new Map(left)
}
