import { createServer, type Server, type Socket } from 'node:net'

export const NOT_FOUND = 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n'

/** A server that takes every connection, and answers only what `answer` has an answer for. */
export type Hole = {
  host: string
  answer: (asked: string) => string | undefined
  hangUp: () => void
  stop: () => Promise<void>
}

export async function startHole(): Promise<Hole> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket
      .on('error', () => {})
      .on('close', () => sockets.delete(socket))
      .on('data', (bytes) => {
        const answer = it.answer(bytes.toString())
        if (answer !== undefined) socket.write(answer)
      })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  const it: Hole = {
    host: `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    answer: () => undefined,
    hangUp,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        hangUp()
      }),
  }
  return it
}
