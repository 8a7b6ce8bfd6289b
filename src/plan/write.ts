import { describeBranch } from '../events/branch.ts'
import type { Run } from '../events/run.ts'

export type Decision = { allowed: boolean; why: string }

/** Where the own branch's cache is written. */
export type Write = { onGha: Decision; elsewhere: Decision }

import type { PlanInputs } from '../inputs/cache-inputs.ts'

/** Where a run writes its own branch's cache, and why there or nowhere. */
export function chooseWrite(run: Run, defaultName: string | undefined, mode: PlanInputs['write']): Write {
  const both = (allowed: boolean, why: string): Write => ({
    onGha: { allowed, why },
    elsewhere: { allowed, why },
  })
  if (!run.own) return both(false, run.ownWhy)
  if (mode === 'never') return both(false, 'cache-write is never')
  if (run.writable === 'nowhere') return both(false, run.writableWhy)
  if (mode === 'default-branch' && !(run.own.kind === 'branch' && run.own.name === defaultName)) {
    return both(
      false,
      `cache-write is default-branch, and ${describeBranch(run.own)} is not the default branch`,
    )
  }
  const open = both(true, run.writableWhy)
  if (run.writable === 'not-gha') return { ...open, onGha: { allowed: false, why: run.writableWhy } }
  if (run.writable !== 'gha-alone') return open
  if (mode === 'always') return { ...open, elsewhere: { allowed: true, why: 'cache-write is always' } }
  return { ...open, elsewhere: { allowed: false, why: run.writableWhy } }
}
