import { findCacheEntry } from '../github/cache-entries.ts'
import { useProxies } from '../github/proxies.ts'
import { type Ask, LIMIT } from './asker.ts'

/**
 * BuildKit keeps a scope as entries `index-<scope>-1-<hash of the ref>#<number>` (cache/remotecache/gha/gha.go). Version
 * 1 of the service is not asked.
 */
export const gha: Ask = async ({ scope, version, url_v2 }, { env }) => {
  const token = env.ACTIONS_RUNTIME_TOKEN ?? ''
  const isSecond = version === '2' || isTrue(env.ACTIONS_CACHE_SERVICE_V2)
  const url = url_v2 ?? (isSecond ? env.ACTIONS_RESULTS_URL : undefined) ?? ''
  if (version === '1' || token === '' || url === '') return undefined
  useProxies(env)
  return (await findCacheEntry({ url, token }, `index-${scope}-1-`, LIMIT)) !== undefined
}

/** As buildx reads it (strconv.ParseBool). */
function isTrue(text: string | undefined): boolean {
  return /^(1|t|T|true|TRUE|True)$/.test(text ?? '')
}
