import { createHash } from 'node:crypto'
import { AwsV4Signer } from 'aws4fetch'
import { objectUrl } from '../stores/s3.ts'
import { type Attributes, type How, send } from './how.ts'
import type { Identity } from './mark.ts'
import { markObject } from './object.ts'

/** The keys are those in the environment: what buildx finds elsewhere, in a profile or by a role, is not looked for. */
export async function markS3(attributes: Attributes, identity: Identity, how: How): Promise<boolean> {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = how.env
  const sessionToken = how.env.AWS_SESSION_TOKEN
  if (!accessKeyId || !secretAccessKey) throw new Error('there are no keys of AWS in the environment')
  return markObject(async (method, { body = '', headers = {} } = { body: '', headers: {} }) => {
    const hash = createHash('sha256').update(body).digest('hex')
    const signer = new AwsV4Signer({
      ...{ method, url: objectUrl(attributes), service: 's3', region: attributes.region ?? '' },
      ...{ accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
      headers: { ...headers, 'x-amz-content-sha256': hash },
    })
    const signed = await signer.sign()
    return send(how, signed.url, method, signed.headers, body)
  }, identity)
}
