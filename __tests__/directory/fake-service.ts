import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Entry = { key: string; version: string; bytes: Buffer; isWhole: boolean }

/** A cache service of version 1, as act has it: it wants no token and finds by prefix and version alone. */
export type FakeService = {
  url: string
  entries: Entry[]
  /** What it was asked, in order. */
  asked: string[]
  /** Answers a request in another way, and says whether it did; an answer that never comes is one. */
  instead: (request: IncomingMessage, response: ServerResponse) => boolean
  stop: () => Promise<void>
}

export async function startFakeService(): Promise<FakeService> {
  const entries: Entry[] = []
  const server = createServer(async (request, response) => {
    service.asked.push(`${request.method} ${request.url?.replace(/\?.*/, '')}`)
    if (service.instead(request, response)) return
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { status, body } = answer(request, Buffer.concat(chunks))
    response.writeHead(status).end(body instanceof Buffer || body === '' ? body : JSON.stringify(body))
  })
  const answer = ({ method, url = '', headers }: IncomingMessage, body: Buffer) => {
    const { pathname, searchParams } = new URL(url, service.url)
    const number = Number(/\/(\d+)$/.exec(pathname)?.[1])
    const entry = entries[number]
    if (method === 'GET' && pathname.endsWith('/cache')) {
      const version = searchParams.get('version')
      const found = (searchParams.get('keys') ?? '')
        .toLowerCase()
        .split(',')
        .flatMap((key) =>
          entries.filter((it) => it.isWhole && it.version === version && it.key.startsWith(key)).toReversed(),
        )[0]
      if (!found) return { status: 204, body: '' }
      const archiveLocation = `${service.url}artifacts/${entries.indexOf(found)}`
      return { status: 200, body: { cacheKey: found.key, archiveLocation } }
    }
    if (method === 'GET' && entry) return { status: 200, body: entry.bytes }
    if (method === 'POST' && pathname.endsWith('/caches')) {
      const { key, version } = JSON.parse(body.toString())
      if (entries.some((it) => it.key === key.toLowerCase() && it.version === version))
        return { status: 409, body: {} }
      entries.push({ key: key.toLowerCase(), version, bytes: Buffer.alloc(0), isWhole: false })
      return { status: 200, body: { cacheId: entries.length - 1 } }
    }
    if (method === 'PATCH' && entry) {
      const from = Number(/bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1])
      entry.bytes = Buffer.concat([entry.bytes.subarray(0, from), body])
      return { status: 200, body: {} }
    }
    if (method === 'POST' && entry) {
      entry.isWhole = JSON.parse(body.toString()).size === entry.bytes.length
      return { status: entry.isWhole ? 200 : 400, body: {} }
    }
    return { status: 404, body: {} }
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const service: FakeService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    entries,
    asked: [],
    instead: () => false,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  return service
}
