import { textAt } from '../lib/json-path.ts'
import type { Environment } from '../runner/environment.ts'
import type { Run } from './run.ts'

/** Whether GitHub gives this run none of the repository's secrets: a fork's, or one triggered by Dependabot. */
export function getsNoSecrets({ payload }: Environment, { trust }: Pick<Run, 'trust'>): boolean {
  const isDependabot = textAt(payload, 'sender', 'login') === 'dependabot[bot]'
  return isDependabot || trust === 'fork'
}
