import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createNetServer } from 'node:net'
import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals'
import { type HealthAsker, signOfLife } from '../../src/stores/health-check.ts'

const here = { variables: {}, isElsewhere: false }
const through = (variables: Record<string, string>): HealthAsker => ({ ...here, variables })

const stops: (() => void)[] = []

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A server on loopback; its port. */
async function listen(server: Server | ReturnType<typeof createNetServer>): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  stops.push(() => server.close())
  return (server.address() as AddressInfo).port
}

const answering = (status: number, seen: string[] = []): Server =>
  createServer((request, response) => {
    seen.push(String(request.url))
    response.writeHead(status).end()
  })

test.each([200, 307, 401, 404, 500])('status %i is a sign of life', async (status) => {
  const port = await listen(answering(status))
  expect(await signOfLife(`http://127.0.0.1:${port}/v2/`, here)).toBe('answers')
})

test('so is a host that does not speak TLS', async () => {
  const port = await listen(answering(200))
  expect(await signOfLife(`https://127.0.0.1:${port}/v2/`, here)).toBe('answers')
})

test('a closed port is none', async () => {
  const server = answering(200)
  const port = await listen(server)
  await new Promise((done) => server.close(done))
  expect(await signOfLife(`http://127.0.0.1:${port}/`, here)).toBe('silent')
})

test('where the builder is elsewhere, nothing is known of what is not reached from here', async () => {
  const server = answering(200)
  const port = await listen(server)
  await new Promise((done) => server.close(done))
  expect(await signOfLife(`http://127.0.0.1:${port}/`, { ...here, isElsewhere: true })).toBe('unknown')
})

test.each([false, true])(
  'nor is a connection that is taken and never answered, elsewhere %s',
  async (isElsewhere) => {
    const sockets: { destroy: () => void }[] = []
    const port = await listen(createNetServer((socket) => sockets.push(socket)))
    const late = AbortSignal.timeout(50)
    expect(await signOfLife(`http://127.0.0.1:${port}/`, { ...here, isElsewhere }, { late })).toBe('silent')
    for (const socket of sockets) socket.destroy()
  },
)

test('a question that is stopped tells nothing', async () => {
  const sockets: { destroy: () => void }[] = []
  const port = await listen(createNetServer((socket) => sockets.push(socket)))
  const url = `http://127.0.0.1:${port}/`
  expect(await signOfLife(url, here, { stop: AbortSignal.timeout(50) })).toBe('unknown')
  expect(await signOfLife(url, here, { stop: AbortSignal.abort() })).toBe('unknown')
  for (const socket of sockets) socket.destroy()
})

test('a name that is not known here is not asked', async () => {
  expect(await signOfLife('http://store.invalid/', here)).toBe('unknown')
})

describe('what cannot be asked is unknown, and no word of it is shown', () => {
  const written = jest.spyOn(process.stdout, 'write')
  afterAll(() => written.mockRestore())
  test.each([
    ['ftp://x/', {}],
    ['garbage', {}],
    ['http://', {}],
    ['https://[::1/', {}],
    ['file:///etc/passwd', {}],
    ...[
      'http://ci:S3cr#tPass@proxy:3128',
      'http://ci:S3cr/t@proxy:3128',
      'http://ci:S3cr?t@proxy:3128',
    ].flatMap((proxy): [string, Record<string, string>][] => [
      ['https://store.example/', { https_proxy: proxy }],
      ['https://store.example/', { HTTPS_PROXY: proxy }],
      ['http://store.example/', { http_proxy: proxy }],
      ['http://store.example/', { HTTP_PROXY: proxy }],
      // The other one is as bad as one of its own: no library takes them one by one.
      ['http://store.example/', { https_proxy: proxy, http_proxy: 'http://127.0.0.1:9' }],
    ]),
    ['https://store.example/', { https_proxy: 'socks5://ci:S3cr@proxy:1080' }],
    ['https://store.example/', { https_proxy: 'http://ci:S3cr%zz@127.0.0.1:9' }],
    ['http://store.example/', { http_proxy: '127.0.0.1:9' }],
    ['http://store.example/', { http_proxy: 'http://' }],
  ])('%s through %j', async (url, variables) => {
    expect(await signOfLife(url, through(variables))).toBe('unknown')
    expect(written).not.toHaveBeenCalled()
  })
})

test('nothing to ask', async () => {
  expect(await signOfLife('', here)).toBe('unknown')
})

test('a proxy is asked, unless the host is excepted', async () => {
  const seen: string[] = []
  const proxy = { http_proxy: `http://127.0.0.1:${await listen(answering(200, seen))}` }
  expect(await signOfLife('http://registry.example/v2/', through(proxy))).toBe('answers')
  expect(seen).toEqual(['http://registry.example/v2/'])
  const port = await listen(answering(404))
  expect(await signOfLife(`http://127.0.0.1:${port}/`, through({ ...proxy, no_proxy: '127.0.0.1' }))).toBe(
    'answers',
  )
  expect(seen).toHaveLength(1)
})
