import { createHmac } from 'node:crypto'
import { posix } from 'node:path'
import type { Ask, Attributes } from './asker.ts'
import { head } from './head.ts'

const VERSION = '2020-12-06'

/** The manifest of a scope is one blob. Without the account's key in the spec, the builder has its own ways to get in. */
export const azblob: Ask = async (attributes, { env }) => {
  const { secret_access_key: key } = attributes
  if (key === undefined) return undefined
  const url = blobUrl(attributes)
  const account = attributes.account_name ?? url.hostname.split('.')[0] ?? ''
  return head(url, signedHeaders(url, account, key, new Date()), env)
}

/** Where BuildKit finds the manifest (cache/remotecache/azblob/utils.go): prefixes are joined as paths. */
export function blobUrl(attributes: Attributes): URL {
  const { account_url: account = '', container = 'buildkit-cache', name = '' } = attributes
  const { prefix = '', manifests_prefix: manifests = 'manifests' } = attributes
  const blob = posix.join(prefix, manifests, name).split('/').map(encodeURIComponent).join('/')
  return new URL(`${account.replace(/\/+$/, '')}/${container}/${blob}`)
}

/** A HEAD with the account's own key ("Authorize with Shared Key" in the documentation of Azure Storage). */
export function signedHeaders(url: URL, account: string, key: string, now: Date): Record<string, string> {
  const headers = { 'x-ms-date': now.toUTCString(), 'x-ms-version': VERSION }
  const unused = Array(11).fill('') // Content-Encoding … Range: none of them is sent
  const text = [
    'HEAD',
    ...unused,
    ...Object.entries(headers).map(([name, value]) => `${name}:${value}`),
    `/${account}${url.pathname}`,
  ].join('\n')
  const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64')
  return { ...headers, authorization: `SharedKey ${account}:${signature}` }
}
