import { sha256 } from '../lib/sha256.ts'
import type { Entry } from '../plan/entries.ts'
import { writableScope } from '../runner/cache-service.ts'
import type { Variables } from '../runner/environment.ts'
import { useProxies } from '../runner/proxies.ts'
import { type CacheServiceV2, findCacheEntry, serviceOf } from './cache-entries.ts'

/** In milliseconds: for each of the two questions. */
const PATIENCE = 5_000

/** What BuildKit will call the index of an export, without its number, and where. */
type Index = { entry: Entry; service: CacheServiceV2; prefix: string }

/**
 * BuildKit takes an export to GitHub's cache for done also where its index, without which nobody finds it, could not
 * be uploaded (tonistiigi/go-actions-cache, SaveMutable). So the service is asked now, beside the build, and again
 * when the result is called: it gives the exports that have no newer index then. What the service does not say is
 * not held against them.
 */
export function watchIndexes(exports: readonly Entry[], variables: Variables): () => Promise<Entry[]> {
  const indexes = exports.flatMap((entry) => indexOf(entry, variables))
  if (indexes.length > 0) useProxies(variables)
  const before = indexes.map((index) => ({ index, number: numberOf(index).catch(() => 0) }))
  return async () => {
    const lost = before.map(async ({ index, number }) => {
      const [earlier, now] = await Promise.all([number, numberOf(index).catch(() => undefined)])
      // What has no number is not known.
      return now !== undefined && now <= earlier ? [index.entry] : []
    })
    return (await Promise.all(lost)).flat()
  }
}

function indexOf(entry: Entry, variables: Variables): Index[] {
  if (entry.backend !== 'gha') return []
  const { attributes } = entry
  const service = serviceOf(attributes, variables)
  const prefix = service && indexPrefix(service, attributes.scope ?? '')
  return service && prefix !== undefined ? [{ entry, service, prefix }] : []
}

/**
 * What the keys of a scope's indexes begin with, where this token writes: `#` and a number follow, or `-sig` before
 * them where the builder signs. Undefined where the token writes nowhere.
 */
export function indexPrefix({ token }: CacheServiceV2, scope: string): string | undefined {
  const ref = writableScope(token)
  if (ref === undefined) return undefined
  return `index-${scope}-1-${sha256(ref).slice(0, 8)}`
}

/** The number of the newest index, counted from 1; 0 where there is none. */
async function numberOf({ service, prefix }: Index): Promise<number> {
  const key = await findCacheEntry(service, prefix, PATIENCE)
  return key === undefined ? 0 : Number(/#(\d+)$/.exec(key)?.[1] ?? Number.NaN)
}
