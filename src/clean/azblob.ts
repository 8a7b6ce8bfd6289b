import { posix } from 'node:path'
import type { NamedAttributes } from '../backends/backend.ts'
import { withoutTrailingSlashes } from '../lib/trailing-slashes.ts'
import { accountOf, blobUrl, signedHeaders } from '../stores/azblob.ts'
import type { Reply, SendRequest } from './ask.ts'
import { NoAnswer } from './ask.ts'
import type { Folders, ObjectStore, StoredObject } from './objects.ts'
import { sharing } from './s3.ts'
import { element, elements } from './xml.ts'

/** The folders of a spec, as BuildKit joins them (cache/remotecache/azblob/utils.go): as paths. */
export function azblobFolders(attributes: NamedAttributes): Folders {
  const { prefix = '', manifests_prefix: manifests, blobs_prefix: blobs } = attributes
  const folder = (path: string): string => `${posix.join(prefix, path).replace(/^\/+|\/+$/g, '')}/`
  return {
    manifests: folder(manifests ?? 'manifests'),
    blobs: folder(blobs ?? 'blobs'),
    mayShare: sharing(manifests, blobs),
  }
}

/** The container of a spec, accessed with the account's key in it. */
export function azblobObjects(attributes: NamedAttributes, ask: SendRequest): ObjectStore {
  const { secret_access_key: key } = attributes
  const root = withoutTrailingSlashes(
    blobUrl({ ...attributes, prefix: '', manifests_prefix: '', name: '' }).href,
  )
  const account = accountOf(attributes, new URL(root))
  const send = (
    method: string,
    name: string,
    query: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Reply> =>
    ask(() => {
      if (key === undefined) throw new NoAnswer('secret_access_key is missing in the spec', 0, false)
      const path = name.split('/').map(encodeURIComponent).join('/')
      const url = new URL(name === '' ? root : `${root}/${path}`)
      for (const [field, value] of Object.entries(query)) url.searchParams.set(field, value)
      const signed = signedHeaders({ method, url, headers, length: 0 }, { account, key }, new Date())
      return { url, shown: url.pathname, method, headers: signed }
    })
  const remove = async (name: string, etag: string): Promise<'gone' | 'changed' | Reply> => {
    const answer = await send('DELETE', name, {}, { 'if-match': `"${etag}"` })
    if (answer.status === 202) return 'gone'
    if (answer.status === 404 || answer.status === 412) return 'changed'
    return answer
  }
  return {
    pages: async function* (prefix) {
      let marker = ''
      do {
        const query = { restype: 'container', comp: 'list', prefix, ...(marker === '' ? {} : { marker }) }
        const answer = await send('GET', '', query)
        // No build has created the container yet.
        if (answer.status === 404 && element(answer.text, 'Code') === 'ContainerNotFound') return
        if (answer.status !== 200) throw refused(answer, 'listing')
        const page = readPage(answer.text)
        yield page.objects.filter(({ name }) => name.startsWith(prefix))
        if (page.marker !== '' && page.marker === marker) throw garbage()
        marker = page.marker
      } while (marker !== '')
    },
    read: async (name) => {
      const answer = await send('GET', name)
      if (answer.status === 404) return undefined
      if (answer.status !== 200) throw refused(answer, 'reading')
      return answer.text
    },
    removeOne: async ({ name, etag }) => {
      const result = await remove(name, etag)
      if (typeof result !== 'string') throw refused(result, 'deleting')
      return result === 'gone'
    },
    removeSome: async (objects) => {
      const left: string[] = []
      for (const { name, etag } of objects) {
        const result = await remove(name, etag)
        if (typeof result !== 'string' && result.status === 403) throw refused(result, 'deleting')
        if (result !== 'gone') left.push(name)
      }
      return left
    },
  }
}

/** One page of List Blobs; throws if it is not one, or incomplete. */
function readPage(given: string): { objects: StoredObject[]; marker: string } {
  const xml = given.replace(/^\ufeff/, '')
  if (!/<EnumerationResults[\s>]/.test(xml) || !xml.trimEnd().endsWith('</EnumerationResults>'))
    throw garbage()
  const objects = elements(xml, 'Blob').map((it) => {
    const [name, etag] = [element(it, 'Name'), element(it, 'Etag')]
    const size = Number(element(it, 'Content-Length'))
    const modified = Date.parse(element(it, 'Last-Modified') ?? '')
    // A name that XML cannot represent is encoded: it is not one of the action's.
    if (/<Name Encoded/i.test(it)) return { name: '', size: 0, modified: 0, etag: '' }
    if (name === undefined || etag === undefined || !Number.isFinite(size) || !Number.isFinite(modified))
      throw garbage()
    return { name, size, modified, etag: etag.replaceAll('"', '') }
  })
  return { objects: objects.filter(({ name }) => name !== ''), marker: element(xml, 'NextMarker') ?? '' }
}

const garbage = (): NoAnswer =>
  new NoAnswer('its list of blobs does not match the documentation of Azure', 200, true)

function refused({ status, text }: Reply, what: string): NoAnswer {
  const code = element(text, 'Code')
  const said = code !== undefined && /^\w{1,60}$/.test(code) ? `${status} ${code}` : `${status}`
  if (status === 403)
    return new NoAnswer(`${what} is not allowed (${said}); check secret_access_key`, status, false)
  return new NoAnswer(`${what} returned ${said}`, status, status >= 500)
}
