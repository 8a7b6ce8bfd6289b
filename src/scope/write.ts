import type { Run } from '../github/run.ts'
import { describeBranch } from './branch.ts'
import type { Plan, PlanInputs } from './plan.ts'

/** Where a run writes its own branch's cache, and why there or nowhere. */
export function chooseWrite(
  run: Run,
  defaultName: string | undefined,
  mode: PlanInputs['write'],
): Plan['write'] {
  const no = (why: string): Plan['write'] => ({ onGha: false, elsewhere: false, why })
  if (!run.own) return no(run.ownWhy)
  if (mode === 'never') return no('cache-write is never')
  if (run.writable === 'nowhere') return no(run.writableWhy)
  if (mode === 'default-branch' && !(run.own.kind === 'branch' && run.own.name === defaultName)) {
    return no(`cache-write is default-branch, and ${describeBranch(run.own)} is not it`)
  }
  if (run.writable === 'not-gha') return { onGha: false, elsewhere: true, why: run.writableWhy }
  if (run.writable === 'gha-alone' && mode !== 'always') {
    return { onGha: true, elsewhere: false, why: run.writableWhy }
  }
  const why = run.writable === 'gha-alone' ? 'cache-write is always' : run.writableWhy
  return { onGha: true, elsewhere: true, why }
}
