import type { NamedAttributes } from '../backends/backend.ts'
import { signObject } from '../stores/s3.ts'
import { type How, send } from './how.ts'
import type { Identity } from './mark.ts'
import { markObject } from './object.ts'

/** Only keys in the environment are used, not those that buildx finds in a profile or by a role. */
export async function markS3(attributes: NamedAttributes, identity: Identity, how: How): Promise<boolean> {
  return markObject(async (method, { body = '', headers = {} } = { body: '', headers: {} }) => {
    const signed = await signObject(attributes, how.env, { method, headers, body })
    if (!signed) throw new Error('no AWS keys are set in the environment')
    return send(how, signed.url, method, signed.headers, body, signed.url.pathname)
  }, identity)
}
