import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it came in. */
export type Request = { method: string; path: string; authorization: string }

/** A stand-in for GitHub's API on loopback, which answers as a test wants it to. */
export type GithubApi = {
  /** For GITHUB_API_URL. */
  url: string
  requests: Request[]
  stop: () => Promise<void>
}

export type Handler = (path: string, response: ServerResponse, request: IncomingMessage) => void

export async function startGithubApi(handler: Handler): Promise<GithubApi> {
  const requests: Request[] = []
  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request
    requests.push({ method, path, authorization: headers.authorization ?? '' })
    handler(path, response, request)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Answers each path with its JSON, another with 404. */
export function answering(bodies: Record<string, unknown>): Handler {
  return (path, response) => {
    const known = Object.hasOwn(bodies, path)
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(known ? bodies[path] : { message: 'Not Found' }))
  }
}
