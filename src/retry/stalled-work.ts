import type { Open, Progress } from '../buildkit/plain-log.ts'
import { exportedBy } from '../buildkit/vertex-names.ts'
import type { Entries, Entry } from '../plan/entries.ts'
import type { Sign } from '../stores/health-check.ts'

/** In milliseconds: how long an import may take whose store failed the health check. */
const SHORT = 15_000

/** In milliseconds: a layer that is not mentioned for so long is no longer being fetched. */
const UNHEARD = 15_000

/** How long a store may keep the build waiting, in milliseconds, and the result of a store's health check. */
export type Patience = {
  timeout: number
  storeOf: (entry: Entry) => string
  signOf: (store: string) => Sign
}

/** Open work that has printed nothing for longer than it may. */
export type Overdue = {
  work: Open
  /** The action's entries that it can belong to; none if it is the user's own. */
  entries: Entry[]
  /** How long it was given, in milliseconds. */
  limit: number
}

/** What hangs, or may hang, at a time in milliseconds. */
export function overdue({ open }: Progress, entries: Entries, patience: Patience, now: number): Overdue[] {
  const shortest = Math.min(SHORT, patience.timeout)
  return [...open.values()].flatMap((work) => {
    // Called four times a second, mostly without open work.
    if (now - work.last < shortest) return []
    const all = candidates(work, entries)
    const silent = all.filter((entry) => patience.signOf(patience.storeOf(entry)) === 'silent')
    const isShort = work.kind === 'import' && silent.length > 0
    const limit = isShort ? shortest : patience.timeout
    const isOver = work.kind === 'fetch' && now - (work.seen ?? 0) > UNHEARD
    return isOver || now - work.last < limit ? [] : [{ work, entries: isShort ? silent : all, limit }]
  })
}

/** How many times the usual limit an export gets while it prepares layers: compressing gigabytes prints nothing. */
const PREPARING = 5

/** The same for an export to a store that only the builder can reach. */
const UNKNOWN = 10

/** How long overdue work may take, in milliseconds, after the health check of its store. */
export function limitOf({ work: { kind, isPreparing }, limit }: Overdue, sign: Sign): number {
  const never = Number.POSITIVE_INFINITY
  if (sign === 'answers' || (sign === 'unknown' && (kind !== 'export' || isPreparing))) return never
  if (sign === 'unknown') return UNKNOWN * limit
  return isPreparing ? PREPARING * limit : limit
}

/**
 * The entries that open work can belong to: BuildKit names the reference of a registry's import, otherwise only the
 * backend, and before 0.12 does not distinguish exports to a registry from those to a directory.
 */
export function candidates({ kind, name }: Pick<Open, 'kind' | 'name'>, { from, to }: Entries): Entry[] {
  if (kind === 'export') return to.filter(({ backend }) => exportedBy(name).includes(backend))
  if (kind === 'fetch') return from
  const named = from.filter(({ type, attributes }) => type === 'registry' && attributes.ref === name)
  const [, type] = /^(\w+):\d+$/.exec(name) ?? []
  return named.length > 0 ? named : from.filter(({ backend }) => backend === type)
}
