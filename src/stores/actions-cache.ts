import { sha256 } from '../lib/sha256.ts'
import { withoutTrailingSlashes } from '../lib/trailing-slashes.ts'
import type { Variables } from '../runner/environment.ts'
import { useProxies } from '../runner/proxies.ts'
import { readAnswer, sendRequest } from '../runner/request.ts'

/**
 * GitHub's cache service, as far as archives go. Its version 1 is that of servers of one's own (GHES, act, Gitea). The
 * calls are those of @actions/cache, which cannot be used itself: it takes trouble for absence, waits for minutes
 * without an end, and unpacks whatever it gets.
 */
export type ArchiveService = {
  url: string
  /** Empty where the service wants none. */
  token: string
  isFirst: boolean
  /** How long it may keep us waiting without a sign of life, in milliseconds; 0: as long as it likes. */
  patience: number
}

/** An archive that is there. */
export type Archive = { name: string; url: string }

const METHODS = 'twirp/github.actions.results.api.v1.CacheService'
/** In bytes: what is sent in one request, which has to be answered in time. */
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
 * The version that the service keeps apart, with the name, what would not fit. Unlike that of @actions/cache it is
 * made of no path: the directory may lie elsewhere in the next run.
 */
export function versionOf(name: string): string {
  return sha256(`buildx-branch-cache directory 1|${name}`)
}

/**
 * The newest archive of the first of these beginnings of names that has one; undefined where there is none. Throws an
 * Error in words where that is not known.
 */
export async function findArchive(
  service: ArchiveService,
  beginnings: readonly string[],
  version: string,
): Promise<Archive | undefined> {
  const names = beginnings.slice(0, MOST_NAMES - 1)
  // The first name is looked up as it is, the others as beginnings.
  const found = await (service.isFirst ? findFirst : findSecond)(service, [names[0] ?? '', ...names], version)
  // Some servers make all letters small. One that answers with something else is not to be trusted.
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

/** The bytes of an archive as they come. Throws an Error in words, also on the way, where they stop coming. */
export async function* download({ patience }: ArchiveService, { url }: Archive): AsyncGenerator<Uint8Array> {
  const watch = watchSilence(patience)
  try {
    // A signed address: the token stays here.
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

/**
 * Sends a file under a name, from `read`, which gives `size` bytes piece by piece; false where the service has one of
 * that name already. Throws an Error in words.
 */
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

/** What the service says, its JSON if it is any; undefined for nothing, or one of `none`. Throws an Error in words. */
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
      // An address that the service signed is shown nowhere.
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

/** Aborts what nothing is heard of for too long. */
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
  // fetch hides the reason in the cause, and names the address, which may be signed, nowhere.
  const { cause, message } = error as { cause?: { code?: string }; message: string }
  return cause
    ? new Error(`the cache service cannot be reached (${cause.code ?? 'no reason given'})`)
    : new Error(message)
}
