import type { Run } from '../github/run.ts'
import { branch } from './branch.ts'
import type { PlanInputs, Read } from './plan.ts'

/** The branches whose caches a run reads, its own first; each once, in the first role it is read for. */
export function chooseReads(run: Run, defaultName: string | undefined, inputs: PlanInputs): Read[] {
  const named = (role: string, name: string | undefined, onGha = true): Read[] =>
    name === undefined ? [] : [{ branch: branch(name), role, onGha }]
  const pushed = run.pushedByQueue && run.own?.kind === 'branch' ? run.own.name : undefined
  const reads: Read[] = [
    ...(run.own ? [{ branch: run.own, role: 'own', onGha: true }] : []),
    ...(inputs.readMerged ? run.merged.flatMap((name) => named('merged', name, false)) : []),
    ...(pushed === undefined
      ? []
      : [{ branch: { kind: 'queue' as const, base: pushed }, role: 'queue', onGha: false }]),
    ...named('head', run.head),
    ...(inputs.fallback
      ? inputs.fallback.flatMap((name) => named('fallback', name))
      : [...named('base', run.base), ...named('default', defaultName)]),
  ]
  // The first role of a branch is the one it is read for.
  return [
    ...new Map(reads.toReversed().map((read) => [JSON.stringify(read.branch), read])).values(),
  ].toReversed()
}
