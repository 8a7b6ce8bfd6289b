import type { PlanInputs } from '../src/inputs/cache-inputs.ts'

/** What the plan goes by where the user gives nothing. */
export const plainPlanInputs: PlanInputs = {
  branch: '',
  fallback: undefined,
  write: 'auto',
  readMerged: true,
  without: [],
  shard: { part: '', isMatrix: false },
  shardIndex: undefined,
}
