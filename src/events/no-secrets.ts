import { textAt } from '../lib/json-path.ts'
import type { Environment } from '../runner/environment.ts'
import { identify } from './identify.ts'

/** Whether GitHub hands this run none of the repository's secrets: a fork's, or one that Dependabot caused. */
export function getsNoSecrets(environment: Environment): boolean {
  const isDependabot = textAt(environment.payload, 'sender', 'login') === 'dependabot[bot]'
  return isDependabot || identify(environment).trust === 'fork'
}
