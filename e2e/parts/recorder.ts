import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'

export type Seen = { method: string; url: string; headers: IncomingHttpHeaders }

/**
 * Forwards all requests to a server and records them, for tests of BuildKit's traffic. The action's health check, which
 * has no content, is not recorded.
 */
export type Recorder = { url: string; seen: Seen[]; stop: () => Promise<void> }

/** `answer` may hold a request up, or answer it in the server's place with a status. */
export async function startRecorder(
  target: string,
  answer: (seen: Seen) => Promise<number | undefined> = async () => undefined,
): Promise<Recorder> {
  const seen: Seen[] = []
  const server = createServer(async (incoming, outgoing) => {
    const one = { method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers }
    if (one.headers['user-agent'] !== 'buildx-branch-cache') seen.push(one)
    const status = await answer(one)
    if (status !== undefined) {
      incoming.resume()
      outgoing.writeHead(status).end()
      return
    }
    // The headers as they are, the host too: signatures cover it.
    const options = { method: one.method, headers: incoming.headers }
    const onward = request(new URL(one.url, target), options, (back: IncomingMessage) => {
      outgoing.writeHead(back.statusCode ?? 502, back.rawHeaders)
      pipeline(back, outgoing).catch(() => outgoing.destroy())
    })
    onward.on('error', () => outgoing.destroy())
    pipeline(incoming, onward).catch(() => outgoing.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const stop = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, seen, stop }
}
