import type { NamedAttributes } from '../backends/backend.ts'
import { useProxies } from '../runner/proxies.ts'
import { createCacheEntry, finalizeCacheEntry, getCacheEntry, serviceOf } from '../stores/cache-entries.ts'
import { indexPrefix } from '../stores/gha-index.ts'
import { type How, send } from './how.ts'
import { type Identity, markText } from './mark.ts'
import { readText, refusedRequest } from './object.ts'

/**
 * GitHub's entries are immutable: the marked index is a new one, with the next number. A signed index, which has
 * another name, is not changed.
 */
export async function markGha(attributes: NamedAttributes, identity: Identity, how: How): Promise<boolean> {
  const service = serviceOf(attributes, how.env)
  const prefix = service && indexPrefix(service, attributes.scope ?? '')
  if (!service || prefix === undefined) throw new Error('version 1 of the cache service is not supported')
  useProxies(how.env)
  const entry = await getCacheEntry(service, prefix, how.signal)
  const [, number] = /^#([1-9]\d{0,14})$/.exec(entry?.key.slice(prefix.length) ?? '') ?? []
  if (!entry || number === undefined || !entry.key.startsWith(prefix)) return false
  const found = await send(how, entry.url, 'GET', {})
  if (!found.ok) throw await refusedRequest('reading it', found)
  const marked = markText(await readText(found), identity)
  if (marked === undefined) return false
  const key = `${prefix}#${Number(number) + 1}`
  const url = await createCacheEntry(service, key, how.signal)
  const written = await send(how, url, 'PUT', { 'x-ms-blob-type': 'BlockBlob' }, marked)
  if (!written.ok) throw await refusedRequest('writing it', written)
  await written.body?.cancel()
  await finalizeCacheEntry(service, key, Buffer.byteLength(marked), how.signal)
  return true
}
