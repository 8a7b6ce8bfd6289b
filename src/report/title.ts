import { describeBranch } from '../events/branch.ts'
import type { Planned } from '../plan/planned.ts'
import { cutCredentials } from '../runner/hide.ts'

/** What identifies this build among others on one page; empty texts are omitted. */
export type Title = { branch: string; image: string; shard: string; dockerfile: string }

export function titleOf(
  { plan, environment }: Pick<Planned, 'plan' | 'environment'>,
  { cacheName, plan: { shard } }: { cacheName: string; plan: { shard: { part: string } } },
  dockerfile: string,
): Title {
  return {
    branch: plan.own ? describeBranch(plan.own) : environment.ref.replace(/^refs\/(heads|tags)\//, ''),
    // A name may be made from a URL that contains a user.
    image: cutCredentials(readName(cacheName)),
    // The hash distinguishes shards; the words are for people.
    shard: shard.part.replace(/-[0-9a-f]{16}$/, ''),
    dockerfile,
  }
}

/** A name that was made of context, file and target is JSON. */
function readName(cacheName: string): string {
  if (!cacheName.startsWith('[')) return cacheName
  try {
    return (JSON.parse(cacheName) as unknown[]).filter((it) => it !== '').join(' ')
  } catch {
    return cacheName
  }
}
