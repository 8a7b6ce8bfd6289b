import type { Entry } from './entries.ts'

/** Whether scopes are in their stores, by their places; undefined where that could not be learnt. */
export type Presence = ReadonlyMap<string, boolean | undefined>

export const nothingKnown: Presence = new Map()

/** The shards that are worth a look: where one is there, the common scope beside it is not needed. */
export function shardsIn(from: readonly Entry[]): Entry[] {
  const wanted = new Set(from.map(({ shardPlace }) => shardPlace))
  return from.filter(({ places: [place] }) => wanted.has(place))
}

/** What is read of a matrix: `leftOut` is not, and of `unknown` it could not be learnt whether they are there. */
export type Chosen = { from: Entry[]; leftOut: Entry[]; unknown: Entry[] }

/**
 * Leaves a branch's common scope out where our shard of that branch is there, which holds all that this job used.
 * Of two caches that begin with the same steps and then part, BuildKit (0.25 to 0.34) loses what only one of them
 * has: it keeps one of two equal keys, and forgets in which cache the other was (solver/combinedcache.go, Query()).
 */
export function withoutCommon(from: readonly Entry[], presence: Presence): Chosen {
  const isLeftOut = ({ shardPlace }: Entry): boolean =>
    shardPlace !== undefined && presence.get(shardPlace) === true
  return {
    from: from.filter((entry) => !isLeftOut(entry)),
    leftOut: from.filter(isLeftOut),
    unknown: shardsIn(from).filter(
      ({ places: [place = ''] }) => presence.has(place) && presence.get(place) === undefined,
    ),
  }
}
