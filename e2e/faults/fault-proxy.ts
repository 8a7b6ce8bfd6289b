import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'

/** A request as a rule sees it; `body` is set if it is JSON. */
export type Asked = { method: string; path: string; body: Record<string, unknown> }

/**
 * What befalls a request: an answer in the server's place; `reset`: the connection breaks as it arrives;
 * `silence`: it stays open, and nothing comes; or the server's own answer with its status, of which half comes
 * before the connection breaks (`half`), of which only half is there (`short`), or in which bytes are wrong
 * (`wrong`).
 */
export type Fault =
  | { status: number; body?: string; headers?: Record<string, string> }
  | 'reset'
  | 'silence'
  | 'half'
  | 'short'
  | 'wrong'

export type Rule = (asked: Asked) => Fault | undefined | Promise<Fault | undefined>

/** A reverse proxy that does harm to chosen requests. */
export type FaultProxy = {
  /** host:port */
  host: string
  /** From now on; undefined for a faithful proxy. */
  setRule: (rule: Rule | undefined) => void
  /** How many requests met with a fault since the rule was set. */
  struck: () => number
  stop: () => Promise<void>
}

/** Starts the proxy on loopback; `target`: a path of a request -> the origin of the server that has it. */
export async function startFaultProxy(target: (path: string) => string): Promise<FaultProxy> {
  let rule: Rule | undefined
  let struck = 0
  const server = createServer(async (incoming, outgoing) => {
    const json = incoming.headers['content-type']?.startsWith('application/json')
    const bytes = json ? await readAll(incoming) : undefined
    const { method = '', url: path = '' } = incoming
    const fault = await rule?.({
      method,
      path: decodeURIComponent(path),
      body: bytes ? JSON.parse(bytes.toString()) : {},
    })
    if (fault) struck++
    if (fault === 'reset') return reset(outgoing.socket)
    if (fault === 'silence') return
    if (typeof fault === 'object') return answer(incoming, outgoing, fault)
    // The headers as they are, the host too: signatures cover it.
    const options = { method, headers: incoming.headers, agent: false }
    const onward = request(new URL(path, target(path)), options, (back) => {
      const passed = fault ? spoil(back, outgoing, fault) : pass(back, outgoing)
      passed.catch(() => outgoing.destroy())
    })
    onward.on('error', () => outgoing.destroy())
    if (bytes) onward.end(bytes)
    else pipeline(incoming, onward).catch(() => outgoing.destroy())
  })
  // It would close what a black hole keeps open.
  server.keepAliveTimeout = 0
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    setRule: (next) => {
      rule = next
      struck = 0
    },
    struck: () => struck,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function pass(back: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(back.statusCode ?? 502, back.rawHeaders)
  return pipeline(back, outgoing)
}

function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { status, body = '', headers }: Exclude<Fault, string>,
): void {
  // Read to its end: the answer would not reach a client that is still sending.
  incoming.resume().on('end', () => outgoing.writeHead(status, headers).end(body))
  if (incoming.readableEnded) outgoing.writeHead(status, headers).end(body)
}

async function spoil(back: IncomingMessage, outgoing: ServerResponse, fault: string): Promise<void> {
  const bytes = await readAll(back)
  const half = bytes.subarray(0, bytes.length / 2)
  const headers = { ...back.headers }
  if (fault === 'short') headers['content-length'] = String(half.length)
  outgoing.writeHead(back.statusCode ?? 502, headers)
  if (fault === 'short') outgoing.end(half)
  if (fault === 'wrong') outgoing.end(bytes.map((byte, i) => (i < half.length ? byte : byte ^ 0xff)))
  if (fault === 'half') outgoing.write(half, () => reset(outgoing.socket))
}

function reset(socket: Socket | null): void {
  socket?.resetAndDestroy()
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
