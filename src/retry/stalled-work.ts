import type { Open, Progress } from '../buildkit/plain-log.ts'
import { exportedBy } from '../buildkit/vertex-names.ts'
import type { Entries, Entry } from '../plan/entries.ts'
import type { Sign } from '../stores/health-check.ts'

/** In milliseconds: what an import gets whose store showed no sign of life. */
const SHORT = 15_000

/** In milliseconds: a layer of which nothing is said any more is no longer on its way. */
const UNHEARD = 15_000

/** How long a store may keep the build waiting, in milliseconds, and what sign of life a store gave. */
export type Patience = {
  timeout: number
  storeOf: (entry: Entry) => string
  signOf: (store: string) => Sign
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
    const silent = all.filter((entry) => patience.signOf(patience.storeOf(entry)) === 'silent')
    const isShort = work.kind === 'import' && silent.length > 0
    const limit = isShort ? shortest : patience.timeout
    const isOver = work.kind === 'fetch' && now - (work.seen ?? 0) > UNHEARD
    return isOver || now - work.last < limit ? [] : [{ work, entries: isShort ? silent : all, limit }]
  })
}

/** How often an export that makes its layers ready gets the time of others: compressing gigabytes is silent. */
const PREPARING = 5

/** The same for an export of which the builder alone can tell whether its store lives. */
const UNKNOWN = 10

/** How long overdue work is given, in milliseconds, once its store has been asked and has given a sign, or none. */
export function limitOf({ work: { kind, isPreparing }, limit }: Overdue, sign: Sign): number {
  const never = Number.POSITIVE_INFINITY
  if (sign === 'answers' || (sign === 'unknown' && (kind !== 'export' || isPreparing))) return never
  if (sign === 'unknown') return UNKNOWN * limit
  return isPreparing ? PREPARING * limit : limit
}

/**
 * The entries that open work can belong to: BuildKit names a registry's import, of any other it tells the backend, and
 * before 0.12 of an export to a registry or a directory only that it is one of these.
 */
export function candidates({ kind, name }: Pick<Open, 'kind' | 'name'>, { from, to }: Entries): Entry[] {
  if (kind === 'export') return to.filter(({ backend }) => exportedBy(name).includes(backend))
  if (kind === 'fetch') return from
  const named = from.filter(({ type, attributes }) => type === 'registry' && attributes.ref === name)
  const [, type] = /^(\w+):\d+$/.exec(name) ?? []
  return named.length > 0 ? named : from.filter(({ backend }) => backend === type)
}
