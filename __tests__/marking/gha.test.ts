import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { markGha } from '../../src/marking/gha.ts'
import type { How } from '../../src/marking/how.ts'
import { markText } from '../../src/marking/mark.ts'

const config = '{"records":[{"digest":"sha256:r"},{"digest":"sha256:s","inputs":[[{"link":0}]]}]}'
const identity = { place: 'gha main', record: undefined }
const ref = 'refs/heads/main'
const prefix = `index-main--1-${createHash('sha256').update(ref).digest('hex').slice(0, 8)}`

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A cache service, and the store behind it, with one index; what they are asked. */
async function serviceWith(key: string | undefined, text = config, isTaken = false) {
  const asked: string[] = []
  const bodies: string[] = []
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const [, method = ''] = /CacheService\/(\w+)$/.exec(request.url ?? '') ?? []
    asked.push(method || `${request.method} ${request.url}`)
    bodies.push(body)
    const url = `http://${request.headers.host}/blob`
    const answers: Record<string, object> = {
      GetCacheEntryDownloadURL: key
        ? { ok: true, matched_key: key, signed_download_url: `${url}?read` }
        : { ok: false },
      CreateCacheEntry: { ok: true, signed_upload_url: `${url}?write` },
      FinalizeCacheEntryUpload: { ok: true, entry_id: '7' },
    }
    if (method === 'CreateCacheEntry' && isTaken) response.writeHead(409)
    response.end(method ? JSON.stringify(answers[method]) : text)
  })
  const listening = server
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done))
  const claims = { ac: JSON.stringify([{ Scope: ref, Permission: 3 }]), nbf: 0, exp: 9_999_999_999 }
  const how: How = {
    buildx: { program: '', prefix: [] },
    builder: '',
    limitMs: 1000,
    tempDir: '',
    signal: AbortSignal.timeout(5000),
    env: {
      ACTIONS_RUNTIME_TOKEN: `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`,
      ACTIONS_RESULTS_URL: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`,
      ACTIONS_CACHE_SERVICE_V2: 'true',
    },
  }
  return { asked, bodies, how }
}

test('the marked index is a new entry with the next number', async () => {
  const { asked, bodies, how } = await serviceWith(`${prefix}#9`)
  expect(await markGha({ scope: 'main-' }, identity, how)).toBe(true)
  const methods = ['GetCacheEntryDownloadURL', 'GET /blob?read', 'CreateCacheEntry', 'PUT /blob?write']
  expect(asked).toEqual([...methods, 'FinalizeCacheEntryUpload'])
  const marked = markText(config, identity) ?? ''
  expect(JSON.parse(bodies[2] ?? '')).toMatchObject({ key: `${prefix}#10` })
  expect(bodies[3]).toBe(marked)
  expect(JSON.parse(bodies[4] ?? '')).toMatchObject({ key: `${prefix}#10`, size_bytes: marked.length })
})

test.each<[string, string | undefined]>([
  ['a signed one', `${prefix}-sig#9`],
  ['another scope’s', 'index-other--1-00000000#9'],
  ['none', undefined],
  ['one without a number', `${prefix}#`],
])('%s stays as it is', async (_, key) => {
  const { asked, how } = await serviceWith(key)
  expect(await markGha({ scope: 'main-' }, identity, how)).toBe(false)
  expect(asked).toEqual(['GetCacheEntryDownloadURL'])
})

test('what is marked already stays as it is', async () => {
  const { asked, how } = await serviceWith(`${prefix}#9`, markText(config, identity))
  expect(await markGha({ scope: 'main-' }, identity, how)).toBe(false)
  expect(asked).toEqual(['GetCacheEntryDownloadURL', 'GET /blob?read'])
})

test.each<[string, string]>([
  ['cut off', config.slice(0, -9)],
  ['no config', '{"records":7}'],
  ['empty', ''],
])('an index that is %s stays as it is', async (_, text) => {
  const { asked, how } = await serviceWith(`${prefix}#9`, text)
  expect(await markGha({ scope: 'main-' }, identity, how)).toBe(false)
  expect(asked).toEqual(['GetCacheEntryDownloadURL', 'GET /blob?read'])
})

test('an index that is larger than what BuildKit imports stays as it is', async () => {
  const { asked, how } = await serviceWith(`${prefix}#9`, 'x'.repeat(1024 * 1024 + 1))
  await expect(markGha({ scope: 'main-' }, identity, how)).rejects.toThrow(
    'larger than what BuildKit can import',
  )
  expect(asked).not.toContain('CreateCacheEntry')
})

test('where another run has written the next number, that one stays', async () => {
  const { asked, how } = await serviceWith(`${prefix}#9`, config, true)
  await expect(markGha({ scope: 'main-' }, identity, how)).rejects.toThrow('answered 409')
  expect(asked.at(-1)).toBe('CreateCacheEntry')
})

test('version 1 of the service is not asked', async () => {
  const { asked, how } = await serviceWith(`${prefix}#9`)
  const env = { ...how.env, ACTIONS_CACHE_SERVICE_V2: '' }
  await expect(markGha({ scope: 'main-' }, identity, { ...how, env })).rejects.toThrow('version 1')
  expect(asked).toEqual([])
})
