import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { asker, several } from '../../src/clean/ask.ts'

let stop = (): void => {}
afterEach(() => stop())

/** What comes of asking a server that gives these answers, one after the other; how long was waited, in milliseconds. */
async function askAt(...answers: ((response: ServerResponse) => void)[]) {
  let count = 0
  const server = createServer((_, response) => answers[Math.min(count++, answers.length - 1)]?.(response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  stop = () => {
    server.closeAllConnections()
    server.close()
  }
  const { port } = server.address() as AddressInfo
  const waited: number[] = []
  const ask = asker({}, Date.now() + 1_000_000, (ms) => waited.push(ms))
  const result = await ask(() => ({ url: `http://127.0.0.1:${port}/`, most: 10 })).then(
    ({ status }) => status,
    (error: Error) => error.message,
  )
  return { result, waited, count }
}

const answer =
  (status: number, headers: Record<string, string> = {}, body = 'x') =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end(body)
  }
const ok = answer(200)

describe('what is refused for now is asked again', () => {
  test.each<[string, Parameters<typeof askAt>, number | string, number[]]>([
    ['an answer', [ok], 200, []],
    ['a refusal', [answer(404)], 404, []],
    ['429 with a time', [answer(429, { 'retry-after': '7' }), ok], 200, [7_000]],
    ['429 without one', [answer(429), ok], 200, [60_000]],
    ['403 with a time: the secondary limit', [answer(403, { 'retry-after': '3' }), ok], 200, [3_000]],
    ['403 without: no permission', [answer(403)], 403, []],
    ['503 with a time', [answer(503, { 'retry-after': '2' }), ok], 200, [2_000]],
    ['500 twice', [answer(500), answer(502), ok], 200, [1_000, 4_000]],
    ['500 for good', [answer(500)], 500, [1_000, 4_000]],
    ['501, which it will say again', [answer(501)], 501, []],
    [
      'a time that is too long',
      [answer(429, { 'retry-after': '5000' })],
      'its rate limit is reached, and it asks to wait 5000 s, longer than one run takes',
      [],
    ],
    [
      'a redirect, which nobody follows',
      [answer(302, { location: 'http://elsewhere.example.org/' })],
      302,
      [],
    ],
    ['too much', [answer(200, {}, 'x'.repeat(11))], 'its response has more than 10 bytes', []],
  ])('%s', async (_, answers, result, waited) => {
    expect(await askAt(...answers)).toMatchObject({ result, waited })
  })

  test('a limit that never ends', async () => {
    const { result, count } = await askAt(answer(429, { 'retry-after': '0' }))
    expect([result, count]).toEqual(['its rate limit is reached again and again', 21])
  })

  test('an answer that ends half-way', async () => {
    const half = (response: ServerResponse): void => {
      response.writeHead(200, { 'content-length': '10' }).write('x', () => response.destroy())
    }
    const { result, count } = await askAt(half)
    expect([result, count]).toEqual([expect.stringMatching(/^it cannot be reached \(/), 3])
  })
})

test('of several, in their order; where one fails no other is begun', async () => {
  const items = Array.from({ length: 100 }, (_, i) => i)
  expect(await several(items, async (it) => it * 2)).toEqual(items.map((it) => it * 2))
  let begun = 0
  const failing = several(items, async (it) => {
    begun++
    if (it === 3) throw new Error('no')
    await new Promise((done) => setTimeout(done, 1))
  })
  await expect(failing).rejects.toThrow('no')
  expect(begun).toBeLessThan(10)
})
