import { goBoolean } from '../buildx/go-boolean.ts'
import type { Variables } from '../cache/spec.ts'

/** GitHub's cache service, version 2: its address and the token of the job. */
export type Service = { url: string; token: string }

/**
 * The service that an entry of gha goes to, as buildx finds it (build/opt.go); undefined where it has none, or version
 * 1, which act and GitHub Enterprise have and which is not asked.
 */
export function serviceOf(
  { version, url_v2: given }: Record<string, string>,
  variables: Variables,
): Service | undefined {
  const isSecond = version === '2' || goBoolean(variables.ACTIONS_CACHE_SERVICE_V2) === true
  const url = given ?? (isSecond ? variables.ACTIONS_RESULTS_URL : undefined)
  const token = variables.ACTIONS_RUNTIME_TOKEN
  return !url || !token || version === '1' ? undefined : { url, token }
}

const METHOD = 'twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL'

// The SHA-256 of "|go-actionscache-1.0": BuildKit's entries are made of no paths, which would be their version
// (tonistiigi/go-actions-cache, version()).
const VERSION = '693bb7016429d80366022f036f84856888c9f13e00145f5f6f4dce303a38d6f2'

/**
 * The key of BuildKit's newest entry that begins with `prefix`, in the first ref that this token may read and that
 * has one; undefined for none. Throws where that is not known: no answer within `limitMs` milliseconds, or another
 * than the service's own.
 */
export async function findCacheEntry(
  { url, token }: Service,
  prefix: string,
  limitMs: number,
): Promise<string | undefined> {
  const answer = await fetch(`${url.replace(/\/+$/, '')}/${METHOD}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'buildx-branch-cache',
    },
    body: JSON.stringify({ key: prefix, restore_keys: [prefix], version: VERSION }),
    // The token goes to the service's host and no other.
    redirect: 'error',
    signal: AbortSignal.timeout(limitMs),
  })
  if (!answer.ok) {
    await answer.body?.cancel()
    throw new Error(`the cache service answered ${answer.status}`)
  }
  const { ok, matched_key: key } = (await answer.json()) as { ok?: unknown; matched_key?: unknown }
  if (ok === false) return undefined
  if (ok === true && typeof key === 'string') return key
  throw new Error("the answer is not the cache service's")
}
