import type { NamedAttributes } from '../backends/backend.ts'
import { signBlob } from '../stores/azblob.ts'
import { type How, send } from './how.ts'
import type { Identity } from './mark.ts'
import { markObject } from './object.ts'

/** Without the account's key in the spec the builder authenticates in its own way. */
export async function markAzblob(
  attributes: NamedAttributes,
  identity: Identity,
  how: How,
): Promise<boolean> {
  return markObject(async (method, { body = '', headers = {} } = { body: '', headers: {} }) => {
    const signed = signBlob(attributes, { method, headers, length: Buffer.byteLength(body) })
    if (!signed) throw new Error('secret_access_key is not set')
    return send(how, signed.url, method, signed.headers, body, signed.url.pathname)
  }, identity)
}
