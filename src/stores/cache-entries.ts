import { goBoolean } from '../lib/go-boolean.ts'
import { withoutTrailingSlashes } from '../lib/trailing-slashes.ts'
import type { Variables } from '../runner/environment.ts'
import { readAnswer, sendRequest } from '../runner/request.ts'

/** GitHub's cache service, version 2: its address and the token of the job. */
export type CacheServiceV2 = { url: string; token: string }

/**
 * The service of a gha entry, as buildx finds it (build/opt.go); undefined if there is none, or if it is version 1
 * (act, GitHub Enterprise), which is not supported here.
 */
export function serviceOf(
  { version, url_v2: given }: Record<string, string>,
  variables: Variables,
): CacheServiceV2 | undefined {
  const isSecond = version === '2' || goBoolean(variables.ACTIONS_CACHE_SERVICE_V2) === true
  const url = given ?? (isSecond ? variables.ACTIONS_RESULTS_URL : undefined)
  const token = variables.ACTIONS_RUNTIME_TOKEN
  return !url || !token || version === '1' ? undefined : { url, token }
}

// The SHA-256 of "|go-actionscache-1.0": BuildKit's entries are made of no paths, which would be their version
// (tonistiigi/go-actions-cache, version()).
const VERSION = '693bb7016429d80366022f036f84856888c9f13e00145f5f6f4dce303a38d6f2'

/** In bytes: more than any answer. */
const MOST = 1024 * 1024

/**
 * The key of BuildKit's newest entry that begins with `prefix`, in the first ref that this token may read and that has
 * one; undefined for none. Throws if unknown: no answer within `limitMs` milliseconds, or an answer that is not the
 * service's.
 */
export async function findCacheEntry(
  service: CacheServiceV2,
  prefix: string,
  limitMs: number,
): Promise<string | undefined> {
  return (await getCacheEntry(service, prefix, AbortSignal.timeout(limitMs)))?.key
}

/** The same with the URL of its content, which needs no further authorization; empty if there is none. */
export async function getCacheEntry(
  service: CacheServiceV2,
  prefix: string,
  signal: AbortSignal,
): Promise<{ key: string; url: string } | undefined> {
  const asked = { key: prefix, restore_keys: [prefix] }
  const {
    ok,
    matched_key: key,
    signed_download_url: url,
  } = await call(service, 'GetCacheEntryDownloadURL', asked, signal)
  if (ok === false) return undefined
  if (ok === true && typeof key === 'string') return { key, url: typeof url === 'string' ? url : '' }
  throw new Error('the response is not from the cache service')
}

/** Reserves an entry; returns the upload URL. Throws if the key already exists, or if it is refused. */
export async function createCacheEntry(
  service: CacheServiceV2,
  key: string,
  signal: AbortSignal,
): Promise<string> {
  const { ok, signed_upload_url: url } = await call(service, 'CreateCacheEntry', { key }, signal)
  if (ok !== true || typeof url !== 'string') throw new Error('the cache service reserved no entry')
  return url
}

/** Finalizes an entry after its upload, so that it can be found; `size` in bytes. */
export async function finalizeCacheEntry(
  service: CacheServiceV2,
  key: string,
  size: number,
  signal: AbortSignal,
): Promise<void> {
  const { ok } = await call(service, 'FinalizeCacheEntryUpload', { key, size_bytes: size }, signal)
  if (ok !== true) throw new Error('the cache service did not accept the entry')
}

async function call(
  { url, token }: CacheServiceV2,
  method: string,
  body: Record<string, unknown>,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  const path = `twirp/github.actions.results.api.v1.CacheService/${method}`
  const answer = await sendRequest(`${withoutTrailingSlashes(url)}/${path}`, {
    method: 'POST',
    shown: path,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'buildx-branch-cache',
    },
    body: JSON.stringify({ ...body, version: VERSION }),
    signal,
  })
  if (!answer.ok) {
    await answer.body?.cancel()
    throw new Error(`the cache service answered ${answer.status}`)
  }
  const tooMuch = (): Error => new Error('the cache service returned too much data')
  return JSON.parse(await readAnswer(answer, MOST, tooMuch)) as Record<string, unknown>
}
