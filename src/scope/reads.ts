import { isDeepStrictEqual } from 'node:util'
import type { Run } from '../github/run.ts'
import { type Branch, branch } from './branch.ts'
import type { PlanInputs, Read } from './plan.ts'

/**
 * The branches whose caches a run reads, its own first; each once, in the first role it is read for.
 * `eventOwn` is the own branch before `cache-branch` renamed it: the queue goes by the event's.
 */
export function chooseReads(
  run: Run,
  eventOwn: Branch | undefined,
  defaultName: string | undefined,
  inputs: PlanInputs,
): Read[] {
  const named = (role: string, name: string | undefined): Read[] =>
    name === undefined ? [] : [{ branch: branch(name), role, onGha: true }]
  const merged = run.merged.map(
    (name): Read => ({
      branch: branch(name),
      role: 'merged',
      onGha: false,
      why: run.mergedWhy[name] ?? 'the event',
    }),
  )
  const pushed = run.pushedByQueue && eventOwn?.kind === 'branch' ? eventOwn.name : undefined
  const own: Read[] = run.own ? [{ branch: run.own, role: 'own', onGha: true }] : []
  const others: Read[] = [
    ...(inputs.readMerged ? merged : []),
    ...(pushed === undefined
      ? []
      : [{ branch: { kind: 'queue' as const, base: pushed }, role: 'queue', onGha: false }]),
    ...named('head', run.head),
    ...(inputs.fallback
      ? inputs.fallback.flatMap((name) => named('fallback', name))
      : [...named('base', run.base), ...named('default', defaultName)]),
  ]
  // The scope of a run that lacks a secret is not that of its branch, which another role may still bring in.
  return inputs.without.length > 0 ? [...own, ...once(others)] : once([...own, ...others])
}

/** Each branch in its first role; GitHub refuses it only where no role of it may be read on gha. */
function once(reads: Read[]): Read[] {
  return reads.flatMap((read) => {
    const same = reads.filter((it) => isDeepStrictEqual(it.branch, read.branch))
    return same[0] === read ? [{ ...read, onGha: same.some((it) => it.onGha) }] : []
  })
}
