import { sha256 } from '../lib/sha256.ts'
import { withoutTrailingSlashes } from '../lib/trailing-slashes.ts'
import type { Variables } from '../runner/environment.ts'
import { useProxies } from '../runner/proxies.ts'
import { readAnswer, sendRequest, unreachable } from '../runner/request.ts'

/**
 * The part of GitHub's cache service that archives need. Self-hosted servers (GHES, act, Gitea) have version 1. The
 * requests are those of @actions/cache, which cannot be used itself: it treats errors as a missing archive, waits for
 * minutes without a limit, and unpacks whatever it gets.
 */
export type ArchiveService = {
  url: string
  /** Empty if the service requires none. */
  token: string
  isFirst: boolean
  /** How long it may send nothing, in milliseconds; 0: no limit. */
  patience: number
}

/** An existing archive. */
export type Archive = { name: string; url: string }

const METHODS = 'twirp/github.actions.results.api.v1.CacheService'
/** In bytes: the size of one upload request, which must be answered in time. */
const PIECE = 16 * 1024 * 1024
/** More than any answer. */
const MOST = 1024 * 1024
/** The service takes no more names at once. */
const MOST_NAMES = 10

/** The service of a step; the rules are archiveService's. */
export function archiveServiceOf(variables: Variables, isFirst: boolean, patience: number): ArchiveService {
  useProxies(variables)
  const url = (isFirst ? variables.ACTIONS_CACHE_URL : variables.ACTIONS_RESULTS_URL) ?? ''
  return {
    url: `${withoutTrailingSlashes(url)}/`,
    token: variables.ACTIONS_RUNTIME_TOKEN ?? '',
    isFirst,
    patience,
  }
}

/**
 * The version by which, with the name, the service separates incompatible archives. Unlike in @actions/cache it does
 * not depend on a path: the directory may be elsewhere in the next run.
 */
export function versionOf(name: string): string {
  return sha256(`buildx-branch-cache directory 1|${name}`)
}

/**
 * The newest archive of the first of these name prefixes that has one; undefined if there is none. Throws an Error for
 * the user if unknown.
 */
export async function findArchive(
  service: ArchiveService,
  beginnings: readonly string[],
  version: string,
): Promise<Archive | undefined> {
  const names = beginnings.slice(0, MOST_NAMES - 1)
  // The service looks up the first name exactly, the others as prefixes.
  const found = await (service.isFirst ? findFirst : findSecond)(service, [names[0] ?? '', ...names], version)
  // Some servers lower-case names. A server that returns another name is not trusted.
  const isAsked = names.some((it) => found?.name.toLowerCase().startsWith(it.toLowerCase()))
  if (found && !isAsked) throw new Error('the cache service returned an archive with another name')
  return found
}

async function findFirst(
  service: ArchiveService,
  names: readonly string[],
  version: string,
): Promise<Archive | undefined> {
  const query = new URLSearchParams({ keys: names.join(','), version })
  const answer = await ask(service, 'GET', `_apis/artifactcache/cache?${query}`)
  if (answer === undefined) return undefined
  return archiveIn(answer.cacheKey, answer.archiveLocation)
}

async function findSecond(
  service: ArchiveService,
  [key = '', ...restoreKeys]: readonly string[],
  version: string,
): Promise<Archive | undefined> {
  const question = { key, restore_keys: restoreKeys, version }
  const answer = await ask(service, 'POST', `${METHODS}/GetCacheEntryDownloadURL`, question)
  if (answer?.ok === false) return undefined
  return archiveIn(answer?.matched_key, answer?.signed_download_url)
}

function archiveIn(name: unknown, url: unknown): Archive {
  if (typeof name === 'string' && typeof url === 'string' && URL.canParse(url)) return { name, url }
  throw new Error('the response is not from the cache service')
}

/** The bytes of an archive as a stream. Throws an Error for the user, also if the stream stalls. */
export async function* download({ patience }: ArchiveService, { url }: Archive): AsyncGenerator<Uint8Array> {
  const watch = watchSilence(patience)
  try {
    // A signed URL: the token is not sent.
    const answer = await sendRequest(url, {
      signal: watch.signal,
      headers: HEADERS,
      redirect: 'follow',
      shown: '',
    })
    if (answer.status === 404 || answer.status === 410) throw new Error('the archive no longer exists')
    if (!answer.ok || !answer.body) throw new Error(`the archive was refused (${answer.status})`)
    const length = Number(answer.headers.get('content-length') ?? Number.NaN)
    let seen = 0
    for await (const chunk of answer.body) {
      watch.sign()
      seen += chunk.length
      yield chunk
    }
    if (seen < length) throw new Error('the archive was truncated in transit')
  } catch (error) {
    throw inWords(error, patience)
  } finally {
    watch.stop()
  }
}

/** Uploads `size` bytes from `read` under a name; false if that name already exists. Throws an Error for the user. */
export async function upload(
  service: ArchiveService,
  name: string,
  version: string,
  size: number,
  read: (from: number, to: number) => Uint8Array,
): Promise<boolean> {
  return (service.isFirst ? uploadFirst : uploadSecond)(service, name, version, size, read)
}

const uploadFirst: typeof upload = async (service, name, version, size, read) => {
  const base = '_apis/artifactcache/caches'
  const reserved = await ask(service, 'POST', base, { key: name, version, cacheSize: size }, [409])
  if (reserved === undefined) return false
  const place = `${base}/${encodeURIComponent(String(reserved.cacheId))}`
  for (const [from, to] of pieces(size)) {
    const range = { 'content-range': `bytes ${from}-${to - 1}/*`, 'content-type': 'application/octet-stream' }
    await ask(service, 'PATCH', place, read(from, to), [], range)
  }
  await ask(service, 'POST', place, { size })
  return true
}

const uploadSecond: typeof upload = async (service, name, version, size, read) => {
  const reserved = await ask(service, 'POST', `${METHODS}/CreateCacheEntry`, { key: name, version }, [409])
  if (reserved === undefined) return false
  const { signed_upload_url: signed, message } = reserved
  if (typeof signed !== 'string')
    throw new Error(`the cache service did not accept it: ${message || 'no reason given'}`)
  // Azure's block blobs (learn.microsoft.com/rest/api/storageservices/put-block).
  const at = (query: Record<string, string>): string => {
    const url = new URL(signed)
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value)
    return url.href
  }
  const store: ArchiveService = { ...service, url: '', token: '' }
  const blocks: string[] = []
  for (const [from, to] of pieces(size)) {
    const blockid = Buffer.from(String(blocks.length).padStart(8, '0')).toString('base64')
    await ask(store, 'PUT', at({ comp: 'block', blockid }), read(from, to), [], BYTES)
    blocks.push(blockid)
  }
  const list = blocks.map((it) => `<Latest>${it}</Latest>`).join('')
  const xml = `<?xml version="1.0" encoding="utf-8"?><BlockList>${list}</BlockList>`
  await ask(store, 'PUT', at({ comp: 'blocklist' }), Buffer.from(xml), [], { 'content-type': 'text/xml' })
  const sent = { key: name, version, size_bytes: String(size) }
  const ended = await ask(service, 'POST', `${METHODS}/FinalizeCacheEntryUpload`, sent)
  if (ended?.ok !== true)
    throw new Error(`the cache service did not store it: ${ended?.message || 'no reason given'}`)
  return true
}

const HEADERS = { 'user-agent': 'buildx-branch-cache' }
const BYTES = { 'content-type': 'application/octet-stream' }

function pieces(size: number): [from: number, to: number][] {
  const count = Math.max(1, Math.ceil(size / PIECE))
  return Array.from({ length: count }, (_, i) => [i * PIECE, Math.min(size, (i + 1) * PIECE)])
}

/**
 * The service's answer, parsed if it is JSON; undefined for an empty answer, or a status in `none`. Throws an Error for
 * the user.
 */
async function ask(
  { url, token, isFirst, patience }: ArchiveService,
  method: string,
  path: string,
  body?: object | Uint8Array,
  none: readonly number[] = [],
  headers: Record<string, string> = {},
): Promise<Record<string, unknown> | undefined> {
  const isBytes = body instanceof Uint8Array
  const watch = watchSilence(patience)
  try {
    const answer = await sendRequest(`${url}${path}`, {
      method,
      // A signed URL must not be shown.
      shown: url === '' ? '' : path,
      headers: {
        ...HEADERS,
        ...(isFirst ? { accept: 'application/json;api-version=6.0-preview.1' } : {}),
        ...(body === undefined || isBytes ? {} : { 'content-type': 'application/json' }),
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: isBytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
      signal: watch.signal,
    })
    const text = await readAnswer(answer, MOST, () => new Error('the cache service returned too much data'))
    if (answer.status === 204 || none.includes(answer.status)) return undefined
    if (!answer.ok) throw new Error(`the cache service answered ${answer.status}`)
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
  } catch (error) {
    throw inWords(error, patience)
  } finally {
    watch.stop()
  }
}

/** Aborts a transfer that stalls for too long. */
function watchSilence(patience: number): { signal: AbortSignal; sign: () => void; stop: () => void } {
  const control = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const sign = (): void => {
    clearTimeout(timer)
    if (patience > 0) timer = setTimeout(() => control.abort(new Silence()), patience)
  }
  sign()
  return { signal: control.signal, sign, stop: () => clearTimeout(timer) }
}

class Silence extends Error {}

function inWords(error: unknown, patience: number): Error {
  if (error instanceof Silence)
    return new Error(`the cache service did not respond within ${patience / 1000} s`)
  if (error instanceof SyntaxError) return new Error('the response is not from the cache service')
  return unreachable('the cache service', error)
}
