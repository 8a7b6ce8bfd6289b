import { globSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hideSecrets, showDebug } from '../../src/runner/commands.ts'
import { debugRequest, readAnswer, sendRequest } from '../../src/runner/request.ts'
import { printedDuring } from '../printed.ts'

let server: Server
let host: string
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { location: '/there' })
    else response.writeHead(request.url?.startsWith('/there') ? 200 : 404)
    response.end('0123456789')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((done) => server.close(done)))
afterEach(() => showDebug(false))

/** What is printed meanwhile, with times as N. */
async function printed(work: () => unknown): Promise<string[]> {
  const log = await printedDuring(work)
  return log
    .replace(/\d+ ms/g, 'N ms')
    .split('\n')
    .filter((line) => line !== '')
}

const signal = AbortSignal.timeout(60_000)
const send = (path: string, shown: string, init = {}): Promise<unknown> =>
  sendRequest(`http://${host}${path}`, { signal, shown, ...init }).then(
    ({ status }) => status,
    (error) => error,
  )

test.each([
  ['its path', '/there', '/there', 'GET HOST/there: 200'],
  ['no query', '/there?token=abc', '/there?token=abc', 'GET HOST/there: 200'],
  ["not the path of the runner's address", '/abc/x', 'x', 'GET HOST/…/x: 404'],
  ['nothing of an address that is signed', '/there?sig=abc', '', 'GET HOST/…: 200'],
  ['a redirect that is not followed', '/moved', '/moved', 'GET HOST/moved: TypeError'],
])('the debug log names a request with %s', async (_, path, shown, line) => {
  showDebug(true)
  const lines = await printed(() => send(path, shown))
  expect(lines).toEqual([`::debug::${line.replace('HOST', host)} in N ms`])
})

test('the debug log says why there was no answer', async () => {
  showDebug(true)
  const lines = await printed(() =>
    sendRequest('http://127.0.0.1:9/x', { method: 'PUT', signal, shown: '/x' }).catch(() => {}),
  )
  expect(lines).toEqual([expect.stringMatching(/^::debug::PUT 127\.0\.0\.1:9\/x: \w+ in N ms$/)])
})

test('without debug logging nothing is printed, and what is done is the same', async () => {
  let status: unknown
  expect(await printed(async () => (status = await send('/there', '/there')))).toEqual([])
  expect(status).toBe(200)
  expect(await send('/moved', '/moved')).toHaveProperty('name', 'TypeError')
  expect(await send('/moved', '/moved', { redirect: 'manual' })).toBe(302)
})

test('an answer is read up to a limit', async () => {
  const answer = (): Promise<Response> => sendRequest(`http://${host}/there`, { signal, shown: '' })
  const tooMuch = (): Error => new Error('too much')
  expect(await readAnswer(await answer(), 10, tooMuch)).toBe('0123456789')
  await expect(answer().then((it) => readAnswer(it, 9, tooMuch))).rejects.toThrow('too much')
})

test('no user, query, fragment or foreign path of an address is in the debug log, and no known secret', async () => {
  const word = fc.stringMatching(/^[A-Za-z0-9_-]{8,40}$/).map((it) => `S3${it}`)
  const cases = fc.record({ user: word, path: word, query: word, fragment: word, known: word })
  await fc.assert(
    fc.asyncProperty(cases, async ({ user, path, query, fragment, known }) => {
      showDebug(true)
      await printed(() => hideSecrets([known]))
      const url = `https://u:${user}@store.example.com/${path}/own/${known}?sig=${query}#${fragment}`
      const lines = await printed(() => debugRequest('GET', url, `/own/${known}?sig=${query}`)('200'))
      expect(lines).toEqual(['::debug::GET store.example.com/…/own/***: 200 in N ms'])
    }),
    { numRuns: 200 },
  )
})

test('no other file sends requests, and one starts processes', () => {
  const src = join(import.meta.dirname, '../../src')
  const having = (word: RegExp): string[] =>
    globSync('**/*.ts', { cwd: src }).filter((it) => word.test(readFileSync(join(src, it), 'utf8')))
  expect(having(/(?<![.\w])fetch\(/)).toEqual(['runner/request.ts'])
  expect(having(/node:child_process|from '@actions\/exec'|import\('@actions\/exec'/)).toEqual([
    'buildx/run.ts',
  ])
})
