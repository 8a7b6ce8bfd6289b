import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { watchIndexes } from '../../src/stores/gha-index.ts'
import { entry } from '../retry/entries.ts'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const ac = JSON.stringify([{ Scope: 'refs/heads/main', Permission: 3 }])
const token = `${encode({ alg: 'HS256' })}.${encode({ ac })}.c2lnbmF0dXJl`

/** A service whose newest index has these ends one after the other, the last for good; undefined: it has none. */
async function serving(
  ends: readonly (string | undefined)[],
): Promise<{ url: string; answered: Promise<void> }> {
  let asked = 0
  const { promise: answered, resolve } = Promise.withResolvers<void>()
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { key } = JSON.parse(Buffer.concat(chunks).toString())
    const end = ends[Math.min(asked++, ends.length - 1)]
    const answer = end === undefined ? { ok: false } : { ok: true, matched_key: key + end }
    response.end(JSON.stringify(answer), () => resolve())
  })
  const listening = server
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, answered }
}

const gha = entry('type=gha,scope=main-')

test.each<[string, string | undefined, string | undefined, boolean]>([
  ['the first index is there', undefined, '#1', false],
  ['there is a newer one', '#9', '#10', false],
  ['there is none', undefined, undefined, true],
  ['there is the old one', '#7', '#7', true],
  ['the key has no number any more', '#7', '', false],
  ['the key has never had a number', '', '', false],
  ['the key had no number, and now has one', '', '#1', false],
  ['a number that is none', '#7', '#7x', false],
])('%s', async (_, before, after, isLost) => {
  const { url, answered } = await serving([before, after])
  const variables = {
    ACTIONS_RESULTS_URL: url,
    ACTIONS_CACHE_SERVICE_V2: 'true',
    ACTIONS_RUNTIME_TOKEN: token,
  }
  const lost = watchIndexes([gha], variables)
  // The first question is asked beside the build; here it is answered before the second.
  await answered
  expect(await lost()).toEqual(isLost ? [gha] : [])
})
