import { createHash } from 'node:crypto'
import type { NamedAttributes } from '../backends/backend.ts'
import { signRequest } from '../stores/s3.ts'
import type { Reply, SendRequest } from './ask.ts'
import { NoAnswer } from './ask.ts'
import type { Folders, ObjectStore, StoredObject } from './objects.ts'
import { element, elements, escapeXml } from './xml.ts'

type Env = Record<string, string>

/** The most that S3 deletes with one request (DeleteObjects). */
const BATCH = 1000

/** The folders of a spec, as BuildKit joins them (cache/remotecache/s3/s3.go): as plain text. */
export function s3Folders(attributes: NamedAttributes): Folders {
  const { prefix = '', manifests_prefix: manifests, blobs_prefix: blobs } = attributes
  return {
    manifests: `${prefix}${manifests ?? 'manifests/'}`,
    blobs: `${prefix}${blobs ?? 'blobs/'}`,
    mayShare: sharing(manifests, blobs),
  }
}

/** If one of the two prefixes is not BuildKit's default, another spec may share the other one. */
export function sharing(manifests: string | undefined, blobs: string | undefined): string | undefined {
  if ((manifests === undefined) === (blobs === undefined)) return undefined
  return 'manifests in another folder may refer to them: specify manifests_prefix and blobs_prefix, or neither'
}

/** The bucket of a spec. The credentials are those in the environment. */
export function s3Objects(attributes: NamedAttributes, env: Env, ask: SendRequest): ObjectStore {
  const send = (
    method: string,
    key: string,
    query: Record<string, string> = {},
    headers: Record<string, string> = {},
    body = '',
  ): Promise<Reply> =>
    ask(async () => {
      const signed = await signRequest(attributes, env, { method, key, query, headers, body })
      if (!signed) throw new NoAnswer('no AWS keys are set in the environment', 0, false)
      return { ...signed, shown: signed.url.pathname, method, ...(method === 'POST' ? { body } : {}) }
    })
  let takesBatches = true
  let takesConditions = true

  const removeOne = async ({ name, etag }: StoredObject): Promise<boolean> => {
    const now = await send('HEAD', name)
    if (now.status === 404 || (now.status === 200 && now.headers.get('etag') !== etag)) return false
    if (now.status !== 200) throw refused(now, 'looking at an object', 's3:GetObject')
    const answer = await send('DELETE', name, {}, takesConditions ? { 'if-match': etag } : {})
    if (answer.status === 412 || answer.status === 404) return false
    if (answer.status === 501 && takesConditions) {
      takesConditions = false
      return removeOne({ name, etag } as StoredObject)
    }
    if (answer.status !== 204 && answer.status !== 200) throw refused(answer, 'deleting', 's3:DeleteObject')
    return true
  }

  const removeSingly = async (objects: readonly StoredObject[]): Promise<string[]> => {
    const left: string[] = []
    for (const { name } of objects) {
      const answer = await send('DELETE', name)
      if (answer.status === 403) throw refused(answer, 'deleting', 's3:DeleteObject')
      if (answer.status !== 204 && answer.status !== 200 && answer.status !== 404) left.push(name)
    }
    return left
  }

  return {
    removeOne,
    pages: async function* (prefix) {
      let token: string | undefined
      do {
        const more: Record<string, string> = token === undefined ? {} : { 'continuation-token': token }
        const query = { 'list-type': '2', prefix, 'encoding-type': 'url', 'max-keys': String(BATCH), ...more }
        const answer = await send('GET', '', query)
        if (answer.status !== 200) throw refused(answer, 'listing', 's3:ListBucket')
        const page = readPage(answer.text)
        yield page.objects.filter(({ name }) => name.startsWith(prefix))
        if (page.next !== undefined && page.next === token) throw garbage()
        token = page.next
      } while (token !== undefined)
    },
    read: async (name) => {
      const answer = await send('GET', name)
      if (answer.status === 404) return undefined
      if (answer.status !== 200) throw refused(answer, 'reading', 's3:GetObject')
      return answer.text
    },
    removeSome: async (objects) => {
      if (!takesBatches) return removeSingly(objects)
      const list = objects.map(({ name }) => `<Object><Key>${escapeXml(name)}</Key></Object>`)
      const body = `<Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Quiet>true</Quiet>${list.join('')}</Delete>`
      const md5 = createHash('md5').update(body).digest('base64')
      const headers = { 'content-md5': md5, 'content-type': 'application/xml' }
      const answer = await send('POST', '', { delete: '' }, headers, body)
      if (answer.status === 501 || answer.status === 405) {
        takesBatches = false
        return removeSingly(objects)
      }
      if (answer.status !== 200) throw refused(answer, 'deleting', 's3:DeleteObject')
      const errors = elements(answer.text, 'Error')
      if (errors.some((it) => element(it, 'Code') === 'AccessDenied'))
        throw refused({ ...answer, status: 403 }, 'deleting', 's3:DeleteObject')
      return errors.flatMap((it) => element(it, 'Key') ?? [])
    },
  }
}

/** One page of ListObjectsV2; throws if it is not one, or incomplete. */
export function readPage(xml: string): { objects: StoredObject[]; next: string | undefined } {
  if (!/<ListBucketResult[\s>]/.test(xml) || !xml.trimEnd().endsWith('</ListBucketResult>')) throw garbage()
  const isEncoded = element(xml, 'EncodingType') === 'url'
  const objects = elements(xml, 'Contents').map((it) => {
    const [key, etag] = [element(it, 'Key'), element(it, 'ETag')]
    const [size, modified] = [Number(element(it, 'Size')), Date.parse(element(it, 'LastModified') ?? '')]
    if (key === undefined || etag === undefined || !Number.isFinite(size) || !Number.isFinite(modified))
      throw garbage()
    const name = isEncoded ? decodeURIComponent(key.replaceAll('+', ' ')) : key
    return { name, size, modified, etag }
  })
  const isCut = element(xml, 'IsTruncated') === 'true'
  const next = element(xml, 'NextContinuationToken')
  if (isCut && next === undefined) throw garbage()
  return { objects, next: isCut ? next : undefined }
}

const garbage = (): NoAnswer =>
  new NoAnswer('its list of objects does not match the documentation of S3', 200, true)

function refused(
  { status, text }: Pick<Reply, 'status' | 'text'>,
  what: string,
  permission: string,
): NoAnswer {
  const code = element(text, 'Code')
  const said = code !== undefined && /^\w{1,40}$/.test(code) ? `${status} ${code}` : `${status}`
  if (status === 403)
    return new NoAnswer(`${what} is not allowed (${said}); it needs ${permission}`, status, false)
  return new NoAnswer(`${what} returned ${said}`, status, status >= 500)
}
