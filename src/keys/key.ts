import type { Branch } from '../events/branch.ts'
import { part } from './sanitize.ts'

/** One cache location: nothing else may write there. */
export type Scope = {
  /** The name part of the key (cache-name.ts); empty for none. */
  name: string
  branch: Branch
  /** The shard part of the key (shard.ts); empty for the branch's common scope. */
  shard: string
}

/** The scope as every backend accepts it: `[<name>__]<branch>[..<shard>]`, at most 128 of `[a-z0-9._-]`. */
export function formatKey(scope: Scope): string {
  const name = scope.name === '' ? '' : `${scope.name}__`
  const shard = scope.shard === '' ? '' : `..${scope.shard}`
  return `${name}${branchPart(scope.branch)}${shard}`
}

/** How a branch is spelled in a key. */
export function branchPart(it: Branch): string {
  if (it.kind === 'pull') return `pr-${it.number}`
  return it.kind === 'queue' ? `queue-${part('branch', it.base)}` : part('branch', it.name)
}
