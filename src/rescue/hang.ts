import type { Entries, Entry } from '../cache/entries.ts'
import { parseEntry } from '../cache/entry-fields.ts'
import type { Sign } from './alive.ts'
import type { Open, Progress } from './progress.ts'

/** In milliseconds: what an import gets whose store showed no sign of life. */
const SHORT = 15_000

/** In milliseconds: a layer of which nothing is said any more is no longer on its way. */
const UNHEARD = 15_000

/** How long a store may keep the build waiting, in milliseconds, and which stores showed a sign of life. */
export type Patience = {
  timeout: number
  storeOf: (entry: Entry) => string
  signs: ReadonlyMap<string, Sign>
}

/** Open work that has printed nothing for longer than it may. */
export type Overdue = {
  work: Open
  /** What of ours it can be; nothing where it is the user's own. */
  entries: Entry[]
  /** How long it was given, in milliseconds. */
  limit: number
}

/** What hangs, or may hang, at a time in milliseconds. */
export function overdue({ open }: Progress, entries: Entries, patience: Patience, now: number): Overdue[] {
  const shortest = Math.min(SHORT, patience.timeout)
  return [...open.values()].flatMap((work) => {
    // Asked four times a second, and mostly there is nothing yet.
    if (now - work.last < shortest) return []
    const all = candidates(work, entries)
    const silent = all.filter((entry) => patience.signs.get(patience.storeOf(entry)) === 'silent')
    const isShort = work.kind === 'import' && silent.length > 0
    const limit = isShort ? shortest : patience.timeout
    const isOver = work.kind === 'fetch' && now - (work.seen ?? 0) > UNHEARD
    return isOver || now - work.last < limit ? [] : [{ work, entries: isShort ? silent : all, limit }]
  })
}

/** The entries that open work can belong to: BuildKit names a registry's import, of any other it tells the backend. */
function candidates({ kind, name }: Open, { from, to }: Entries): Entry[] {
  if (kind === 'export') return to.filter(({ backend }) => backend === name)
  if (kind === 'fetch') return from
  const named = from.filter(({ csv }) => {
    const { type, attributes } = parseEntry(csv)
    return type === 'registry' && attributes.ref === name
  })
  const [, type] = /^(\w+):\d+$/.exec(name) ?? []
  return named.length > 0 ? named : from.filter(({ backend }) => backend === type)
}
