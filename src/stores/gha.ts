import { useProxies } from '../runner/proxies.ts'
import { type AskForScope, LIMIT } from './asker.ts'
import { findCacheEntry, serviceOf } from './cache-entries.ts'

/** BuildKit keeps a scope as entries `index-<scope>-1-<hash of the ref>#<number>` (cache/remotecache/gha/gha.go). */
export const askGha: AskForScope = async (attributes, { env }) => {
  const service = serviceOf(attributes, env)
  if (!service) return undefined
  useProxies(env)
  return (await findCacheEntry(service, `index-${attributes.scope}-1-`, LIMIT)) !== undefined
}
