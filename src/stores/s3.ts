import { AwsV4Signer } from 'aws4fetch'
import type { NamedAttributes } from '../backends/backend.ts'
import { goBoolean } from '../lib/go-boolean.ts'
import { sha256 } from '../lib/sha256.ts'
import { withoutTrailingSlashes } from '../lib/trailing-slashes.ts'
import type { AskForScope } from './asker.ts'
import { head } from './head.ts'

/**
 * The manifest of a scope is one object. Only keys in the environment are used, not those that buildx finds in a
 * profile or by a role. Without permission to list, S3 answers 403 for a missing object.
 */
export const askS3: AskForScope = async (attributes, { env }) => {
  const signed = await signObject(attributes, env, { method: 'HEAD', headers: {}, body: '' })
  return signed && head(signed.url, signed.headers, env)
}

/** A request to an object. `hash`: the SHA-256 in hex of a body that is sent later. */
type ObjectRequest = { method: string; headers: Record<string, string>; body?: string; hash?: string }

/** A signed request to the manifest of a scope; undefined if the environment has no keys. */
export function signObject(
  attributes: NamedAttributes,
  env: Record<string, string>,
  request: ObjectRequest,
): Promise<{ url: URL; headers: Headers } | undefined> {
  return signRequest(attributes, env, { ...request, key: nameOf(attributes), query: {} })
}

/** The same for any object of the bucket; `key`: its name, empty for the bucket itself. */
export async function signRequest(
  attributes: NamedAttributes,
  { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, ...env }: Record<string, string>,
  {
    method,
    headers,
    body = '',
    hash = sha256(body),
    key,
    query,
  }: ObjectRequest & { key: string; query: Record<string, string> },
): Promise<{ url: URL; headers: Headers } | undefined> {
  if (!accessKeyId || !secretAccessKey) return undefined
  const sessionToken = env.AWS_SESSION_TOKEN
  const signer = new AwsV4Signer({
    method,
    url: urlIn(attributes, key, query),
    service: 's3',
    region: attributes.region ?? '',
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    headers: { ...headers, 'x-amz-content-sha256': hash },
  })
  return signer.sign()
}

/** Where BuildKit finds the manifest (cache/remotecache/s3/s3.go): prefixes are joined as plain text. */
export function objectUrl(attributes: NamedAttributes): string {
  return urlIn(attributes, nameOf(attributes))
}

function nameOf(attributes: NamedAttributes): string {
  const { name = '', prefix = '', manifests_prefix: manifests = 'manifests/' } = attributes
  return `${prefix}${manifests}${name}`
}

/** The URL of an object, or of the bucket if the name is empty. */
function urlIn(attributes: NamedAttributes, name: string, query: Record<string, string> = {}): string {
  const { bucket = '' } = attributes
  const { region = '', endpoint_url: endpoint, use_path_style: style } = attributes
  const suffix = region.startsWith('cn-') ? '.cn' : ''
  const base = new URL(endpoint ?? `https://s3.${region}.amazonaws.com${suffix}`)
  // No certificate matches a host name that contains a bucket with a dot.
  const inPath = endpoint === undefined ? bucket.includes('.') : goBoolean(style) === true
  if (!inPath) base.host = `${bucket}.${base.host}`
  const key = name.split('/').map(encodeURIComponent).join('/')
  const url = `${withoutTrailingSlashes(base.href)}/${inPath ? bucket : ''}`
  const fields = Object.entries(query).map((field) => field.map(encodeURIComponent).join('='))
  return `${key === '' ? url : `${url.replace(/\/$/, '')}/${key}`}${fields.length === 0 ? '' : `?${fields.join('&')}`}`
}
