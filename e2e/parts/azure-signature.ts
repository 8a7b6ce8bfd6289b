import { createHmac } from 'node:crypto'

/** A storage account; its URL ends in its name, as Azurite's do. */
export type Account = { name: string; key: string; url: string }

const VERSION = '2020-12-06'

function sign({ key }: Account, lines: string[]): string {
  return createHmac('sha256', Buffer.from(key, 'base64')).update(lines.join('\n')).digest('base64')
}

/** A request with the account's own key ("Authorize with Shared Key" in the documentation of Azure Storage). */
export function ask(
  account: Account,
  method: string,
  path: string,
  query: Record<string, string> = {},
): Promise<Response> {
  const url = new URL(account.url + path)
  url.search = String(new URLSearchParams(query))
  const headers = { 'x-ms-date': new Date().toUTCString(), 'x-ms-version': VERSION }
  const unused = Array(11).fill('') // Content-Encoding … Range: we send none of them
  const signature = sign(account, [
    method,
    ...unused,
    ...Object.entries(headers).map(([name, value]) => `${name}:${value}`),
    `/${account.name}${url.pathname}`,
    ...Object.entries(query)
      .sort()
      .map(([name, value]) => `${name}:${value}`),
  ])
  return fetch(url, {
    method,
    headers: { ...headers, authorization: `SharedKey ${account.name}:${signature}` },
  })
}

/** A URL that permits one operation on one blob for an hour ("Create a service SAS"). */
export function signedUrl(account: Account, container: string, blob: string, permissions: string): string {
  const until = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+Z/, 'Z')
  const resource = `/blob/${account.name}/${container}/${blob}`
  const [start, identifier, ip, protocol, snapshot, encryption] = ['', '', '', '', '', '']
  const responseHeaders = ['', '', '', '', '']
  const sig = sign(account, [
    ...[permissions, start, until, resource, identifier, ip, protocol, VERSION, 'b', snapshot, encryption],
    ...responseHeaders,
  ])
  const query = new URLSearchParams({ sp: permissions, se: until, sv: VERSION, sr: 'b', sig })
  return `${account.url}/${container}/${blob}?${query}`
}
