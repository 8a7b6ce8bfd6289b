import type { NamedAttributes } from '../backends/backend.ts'
import { accountOf, blobUrl, signedHeaders } from '../stores/azblob.ts'
import { type How, send } from './how.ts'
import type { Identity } from './mark.ts'
import { markObject } from './object.ts'

/** Without the account's key in the spec the builder authenticates in its own way. */
export async function markAzblob(
  attributes: NamedAttributes,
  identity: Identity,
  how: How,
): Promise<boolean> {
  const { secret_access_key: key } = attributes
  if (key === undefined) throw new Error('secret_access_key is not set')
  const url = blobUrl(attributes)
  const account = accountOf(attributes, url)
  return markObject(async (method, { body = '', headers = {} } = { body: '', headers: {} }) => {
    const all = method === 'PUT' ? { ...headers, 'x-ms-blob-type': 'BlockBlob' } : headers
    const signed = signedHeaders(
      { method, url, headers: all, length: Buffer.byteLength(body) },
      { account, key },
      new Date(),
    )
    return send(how, url, method, signed, body, url.pathname)
  }, identity)
}
