import { sha256 } from '../lib/sha256.ts'
import type { Entry } from '../plan/entries.ts'
import { writableScope } from '../runner/cache-service.ts'
import type { Variables } from '../runner/environment.ts'
import { useProxies } from '../runner/proxies.ts'
import { type CacheServiceV2, findCacheEntry, serviceOf } from './cache-entries.ts'

/** In milliseconds: for each of the two requests. */
const PATIENCE = 5_000

/** The name of an export's index, without its number, and the service it is in. */
type Index = { entry: Entry; service: CacheServiceV2; prefix: string }

/**
 * BuildKit reports success for an export to GitHub's cache even if its index, without which no build finds it, could
 * not be uploaded (tonistiigi/go-actions-cache, SaveMutable). So the service is asked now, during the build, and again
 * when the result is called, which returns the exports without a newer index. An unknown answer does not count as a
 * failure.
 */
export function watchIndexes(exports: readonly Entry[], variables: Variables): () => Promise<Entry[]> {
  const indexes = exports.flatMap((entry) => indexOf(entry, variables))
  if (indexes.length > 0) useProxies(variables)
  const before = indexes.map((index) => ({ index, number: numberOf(index).catch(() => 0) }))
  return async () => {
    const lost = before.map(async ({ index, number }) => {
      const [earlier, now] = await Promise.all([number, numberOf(index).catch(() => undefined)])
      // Without a number it is unknown.
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
 * The prefix of the keys of a scope's indexes, in the ref that this token writes: `#` and a number follow, with `-sig`
 * before them if the builder signs. Undefined if the token cannot write.
 */
export function indexPrefix({ token }: CacheServiceV2, scope: string): string | undefined {
  const ref = writableScope(token)
  if (ref === undefined) return undefined
  return `index-${scope}-1-${sha256(ref).slice(0, 8)}`
}

/** The number of the newest index, counted from 1; 0 if there is none. */
async function numberOf({ service, prefix }: Index): Promise<number> {
  const key = await findCacheEntry(service, prefix, PATIENCE)
  return key === undefined ? 0 : Number(/#(\d+)$/.exec(key)?.[1] ?? Number.NaN)
}
