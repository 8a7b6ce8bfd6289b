import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createNetServer } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { signOfLife } from '../../src/rescue/alive.ts'

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
  expect(await signOfLife(`http://127.0.0.1:${port}/v2/`, {})).toBe('answers')
})

test('so is a host that does not speak TLS', async () => {
  const port = await listen(answering(200))
  expect(await signOfLife(`https://127.0.0.1:${port}/v2/`, {})).toBe('answers')
})

test('a port where nobody listens is none', async () => {
  const server = answering(200)
  const port = await listen(server)
  await new Promise((done) => server.close(done))
  expect(await signOfLife(`http://127.0.0.1:${port}/`, {})).toBe('silent')
})

test('nor is a connection that is taken and never answered', async () => {
  const sockets: { destroy: () => void }[] = []
  const port = await listen(createNetServer((socket) => sockets.push(socket)))
  expect(await signOfLife(`http://127.0.0.1:${port}/`, {}, AbortSignal.timeout(50))).toBe('silent')
  for (const socket of sockets) socket.destroy()
})

test('nothing to ask', async () => {
  expect(await signOfLife('', {})).toBe('unknown')
})

test('a proxy is asked, unless the host is excepted', async () => {
  const seen: string[] = []
  const proxy = { http_proxy: `http://127.0.0.1:${await listen(answering(200, seen))}` }
  expect(await signOfLife('http://registry.example/v2/', proxy)).toBe('answers')
  expect(seen).toEqual(['http://registry.example/v2/'])
  const port = await listen(answering(404))
  expect(await signOfLife(`http://127.0.0.1:${port}/`, { ...proxy, no_proxy: '127.0.0.1' })).toBe('answers')
  expect(seen).toHaveLength(1)
})
