import type { Variables } from '../runner/environment.ts'
import { signOfLife } from '../stores/health-check.ts'

/**
 * Whether the cache service shows no sign of life, and is left alone: it is asked no more, with what takes minutes to
 * give up.
 */
export async function isSilent(variables: Variables): Promise<boolean> {
  const { ACTIONS_RESULTS_URL: second = '', ACTIONS_CACHE_URL: first = '' } = variables
  const url = variables.ACTIONS_CACHE_SERVICE_V2 ? second || first : first || second
  return (await signOfLife(url, { variables, isElsewhere: false })) === 'silent'
}
