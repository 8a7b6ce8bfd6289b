import { createHmac } from 'node:crypto'
import { posix } from 'node:path'
import type { NamedAttributes } from '../backends/backend.ts'
import { withoutTrailingSlashes } from '../lib/trailing-slashes.ts'
import type { AskForScope } from './asker.ts'
import { head } from './head.ts'

const VERSION = '2020-12-06'

/**
 * The manifest of a scope is one blob. Without the account's key in the spec, the builder authenticates in its own way.
 */
export const askAzblob: AskForScope = async (attributes, { env }) => {
  const signed = signBlob(attributes, { method: 'HEAD', headers: {}, length: 0 })
  return signed && head(signed.url, signed.headers, env)
}

/** A signed request to the manifest of a scope; undefined without the account's key in the spec. */
export function signBlob(
  attributes: NamedAttributes,
  request: Omit<Unsigned, 'url'>,
): { url: URL; headers: Record<string, string> } | undefined {
  const { secret_access_key: key } = attributes
  if (key === undefined) return undefined
  const url = blobUrl(attributes)
  const type: Record<string, string> = request.method === 'PUT' ? { 'x-ms-blob-type': 'BlockBlob' } : {}
  const unsigned = { ...request, url, headers: { ...request.headers, ...type } }
  return { url, headers: signedHeaders(unsigned, { account: accountOf(attributes, url), key }, new Date()) }
}

/** The account's name, taken from its URL if unset. */
export function accountOf({ account_name: name }: NamedAttributes, url: URL): string {
  return name ?? url.hostname.split('.')[0] ?? ''
}

/** Where BuildKit finds the manifest (cache/remotecache/azblob/utils.go): prefixes are joined as paths. */
export function blobUrl(attributes: NamedAttributes): URL {
  const { account_url: account = '', container = 'buildkit-cache', name = '' } = attributes
  const { prefix = '', manifests_prefix: manifests = 'manifests' } = attributes
  const blob = posix.join(prefix, manifests, name).split('/').map(encodeURIComponent).join('/')
  return new URL(`${withoutTrailingSlashes(account)}/${container}/${blob}`)
}

/** A request without its authorization; names of headers in lower case, `length` the bytes of its body. */
export type Unsigned = { method: string; url: URL; headers: Record<string, string>; length: number }

/** The headers of a request with the account's own key ("Authorize with Shared Key" of Azure Storage). */
export function signedHeaders(
  { method, url, headers: given, length }: Unsigned,
  { account, key }: { account: string; key: string },
  now: Date,
): Record<string, string> {
  const headers: Record<string, string> = {
    ...given,
    'x-ms-date': now.toUTCString(),
    'x-ms-version': VERSION,
  }
  const has = (name: string): string => headers[name] ?? ''
  const text = [
    method,
    ...['content-encoding', 'content-language'].map(has),
    length === 0 ? '' : `${length}`,
    ...['content-md5', 'content-type', 'date', 'if-modified-since', 'if-match', 'if-none-match'].map(has),
    ...['if-unmodified-since', 'range'].map(has),
    ...Object.keys(headers)
      .filter((name) => name.startsWith('x-ms-'))
      .sort()
      .map((name) => `${name}:${headers[name]}`),
    `/${account}${url.pathname}`,
    ...[...url.searchParams].sort().map(([name, value]) => `${name}:${value}`),
  ].join('\n')
  const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64')
  return { ...headers, authorization: `SharedKey ${account}:${signature}` }
}
