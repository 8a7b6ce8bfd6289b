import { describeBranch } from '../events/branch.ts'
import type { Entry } from './entries.ts'

/** The roles of scopes in the order of --cache-from; a missing one is placed with `head`. */
const ROLES = ['default', 'base', 'fallback', 'own', 'head', 'queue', 'merged']

/**
 * The scopes read in the plan's order (own first) -> the order of --cache-from. If two caches have the same key,
 * BuildKit mostly continues with the one listed last, so the one with most of this build comes last: role by role, of
 * several branches in one role the one that the plan prefers last (the user's first, the newest merge), a job's shard
 * after the common scope, the specs of one scope as written.
 */
export function commandOrder(from: readonly Entry[]): Entry[] {
  const branches = Map.groupBy(from, ({ branch, role }) => `${role} ${branch.kind} ${describeBranch(branch)}`)
  return [...branches.values()]
    .toReversed()
    .sort(([a], [b]) => rank(a) - rank(b))
    .flatMap((entries) => [
      ...entries.filter(({ isShard }) => !isShard),
      ...entries.filter(({ isShard }) => isShard),
    ])
}

function rank(entry: Entry | undefined): number {
  const at = ROLES.indexOf(entry?.role ?? '')
  return at < 0 ? ROLES.indexOf('head') : at
}
