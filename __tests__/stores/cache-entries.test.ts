import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { findCacheEntry } from '../../src/stores/cache-entries.ts'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

type Asked = { method?: string; url?: string; authorization?: string; body?: unknown }

/** A service that gives one answer; `undefined`: none at all. */
async function answering(status: number, text: string | undefined): Promise<{ url: string; asked: Asked }> {
  const asked: Asked = {}
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    Object.assign(asked, { method: request.method, url: request.url })
    Object.assign(asked, { authorization: request.headers.authorization })
    asked.body = JSON.parse(Buffer.concat(chunks).toString())
    if (text !== undefined) response.writeHead(status, { location: '/elsewhere' }).end(text)
  })
  const listening = server
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked }
}

test('asks for the newest entry that begins so', async () => {
  const found = JSON.stringify({
    ok: true,
    matched_key: 'index-main--1-00000000#7',
    signed_download_url: 'x',
  })
  const { url, asked } = await answering(200, found)
  expect(await findCacheEntry({ url, token: 't' }, 'index-main--1-', 5000)).toBe('index-main--1-00000000#7')
  expect(asked).toEqual({
    method: 'POST',
    url: '/twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL',
    authorization: 'Bearer t',
    body: {
      key: 'index-main--1-',
      restore_keys: ['index-main--1-'],
      version: '693bb7016429d80366022f036f84856888c9f13e00145f5f6f4dce303a38d6f2',
    },
  })
})

test('none there', async () => {
  const { url } = await answering(200, '{"ok":false}')
  expect(await findCacheEntry({ url, token: 't' }, 'index-main--1-', 5000)).toBeUndefined()
})

test.each<[string, number, string | undefined]>([
  ['denied', 403, '{"code":"permission_denied"}'],
  ['too many requests', 429, ''],
  ['sent elsewhere', 307, ''],
  ['no JSON', 200, '<html>'],
  ['another JSON', 200, '{}'],
  ['found, without a key', 200, '{"ok":true}'],
  ['no answer', 200, undefined],
])('not known: %s', async (_, status, text) => {
  const { url } = await answering(status, text)
  await expect(findCacheEntry({ url, token: 't' }, 'index-main--1-', 300)).rejects.toThrow()
})
