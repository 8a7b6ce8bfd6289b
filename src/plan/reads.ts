import { isDeepStrictEqual } from 'node:util'
import { type Branch, branch } from '../events/branch.ts'
import type { Run } from '../events/run.ts'
import type { PlanInputs } from '../inputs/cache-inputs.ts'

/**
 * A branch whose cache is read. `onGha` is false if GitHub would not let this run read it; `why`: how a merged one is
 * known.
 */
export type Read = { branch: Branch; role: string; onGha: boolean; why?: string }

/** The branches whose caches a run reads, its own first, without duplicates: the first role counts. */
export function chooseReads(run: Run, defaultName: string | undefined, inputs: PlanInputs): Read[] {
  const named = (role: string, name: string | undefined, onGha = true): Read[] =>
    name === undefined ? [] : [{ branch: branch(name), role, onGha }]
  const merged = run.merged.map(
    (name): Read => ({
      branch: branch(name),
      role: 'merged',
      onGha: false,
      why: run.mergedWhy[name] ?? 'the event',
    }),
  )
  const queue: Read[] =
    run.queue === undefined
      ? []
      : [{ branch: { kind: 'queue', base: run.queue }, role: 'queue', onGha: false }]
  const own: Read[] = run.own ? [{ branch: run.own, role: 'own', onGha: true }] : []
  const others: Read[] = [
    ...(inputs.readMerged ? merged : []),
    ...named('head', run.head),
    ...(inputs.fallback ? [] : named('base', run.base, run.baseOnGha)),
    // A pull request reads its base's queue in the role of the base.
    ...(inputs.fallback && run.base !== undefined ? [] : queue),
    ...(inputs.fallback?.flatMap((name) => named('fallback', name)) ?? named('default', defaultName)),
  ]
  // Also where the own scope is apart, since the run lacks a secret: it then reads no cache more than a complete run.
  return once([...own, ...others])
}

/** Each branch in its first role; it counts as unreadable on gha only if it is in every role. */
function once(reads: Read[]): Read[] {
  return reads.flatMap((read) => {
    const same = reads.filter((it) => isDeepStrictEqual(it.branch, read.branch))
    return same[0] === read ? [{ ...read, onGha: same.some((it) => it.onGha) }] : []
  })
}
