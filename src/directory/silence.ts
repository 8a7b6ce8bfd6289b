import type { Variables } from '../runner/environment.ts'
import { signOfLife } from '../stores/health-check.ts'

/**
 * Whether the cache service does not respond. It is then not used any more, since its clients take minutes to time out.
 */
export async function isSilent(variables: Variables): Promise<boolean> {
  const { ACTIONS_RESULTS_URL: second = '', ACTIONS_CACHE_URL: first = '' } = variables
  const url = variables.ACTIONS_CACHE_SERVICE_V2 ? second || first : first || second
  return (await signOfLife(url, { variables, isElsewhere: false })) === 'silent'
}
