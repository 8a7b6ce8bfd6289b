import type { Run } from '../github/run.ts'
import { describeBranch } from './branch.ts'
import type { Plan, PlanInputs } from './plan.ts'

/** Where a run writes its own branch's cache, and why there or nowhere. */
export function chooseWrite(
  run: Run,
  defaultName: string | undefined,
  mode: PlanInputs['write'],
): Plan['write'] {
  const both = (allowed: boolean, why: string): Plan['write'] => ({
    onGha: { allowed, why },
    elsewhere: { allowed, why },
  })
  if (!run.own) return both(false, run.ownWhy)
  if (mode === 'never') return both(false, 'cache-write is never')
  if (run.writable === 'nowhere') return both(false, run.writableWhy)
  if (mode === 'default-branch' && !(run.own.kind === 'branch' && run.own.name === defaultName)) {
    return both(false, `cache-write is default-branch, and ${describeBranch(run.own)} is not it`)
  }
  const open = both(true, run.writableWhy)
  if (run.writable === 'not-gha') return { ...open, onGha: { allowed: false, why: run.writableWhy } }
  if (run.writable !== 'gha-alone') return open
  if (mode === 'always') return { ...open, elsewhere: { allowed: true, why: 'cache-write is always' } }
  return { ...open, elsewhere: { allowed: false, why: run.writableWhy } }
}
