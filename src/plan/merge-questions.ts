import type { Run } from '../events/run.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Question } from '../runner/rest-api.ts'

/** What to ask the API: only what can change the plan, and only where there is a token to ask with. */
export function questions({ ask }: Run, { specs, plan, build }: Inputs): Question[] {
  // On gha GitHub does not let a run read the branches that it merges.
  const matters = plan.readMerged && specs.some(({ backend }) => backend.type !== 'gha')
  return matters && build['github-token'] !== '' ? ask : []
}
