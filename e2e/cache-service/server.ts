import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Azurite } from '../parts/azurite.ts'
import { CacheEntries, type CacheEntry } from './entries.ts'
import { type Answer, badRoute, CONTAINER, methods, unauthenticated } from './methods.ts'
import { readAccess } from './token.ts'

/** The Actions cache service, version 2: what one repository's runs see of it. */
export type CacheService = {
  url: string
  /** What was asked, in order: the method's name and the key. */
  asked: string[]
  /** All entries whose upload has ended. */
  entries: () => CacheEntry[]
  read: (entry: CacheEntry) => Promise<string>
  delete: (id: string) => boolean
  /** Entries whose upload is to fail, by their key: the store will not take the URL that they are given. */
  refuse: (key: string) => boolean
  stop: () => Promise<void>
}

const PATH = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/

/** Starts the service on loopback; it keeps its blobs in Azurite, and hands out signed URLs to them. */
export async function startCacheService(azurite: Azurite): Promise<CacheService> {
  if (!(await azurite.containers()).includes(CONTAINER)) await azurite.createContainer(CONTAINER)
  const entries = new CacheEntries()
  const asked: string[] = []
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const body = await readJson(request)
    const [, name = ''] = PATH.exec(request.url ?? '') ?? []
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined
    asked.push(`${name || request.url} ${body.key ?? ''}`)
    if (request.method !== 'POST' || !method) return badRoute
    const access = readAccess(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '')
    const answered = access ? method(entries, azurite.account, access, body) : unauthenticated
    const url = answered.body.signed_upload_url
    if (typeof url !== 'string' || !service.refuse(String(body.key))) return answered
    return {
      ...answered,
      body: { ...answered.body, signed_upload_url: url.replace(/sig=[^&]*/, 'sig=none') },
    }
  }
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const service: CacheService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    entries: () => entries.all.filter(({ size }) => size !== undefined),
    refuse: () => false,
    delete: (id) => entries.delete(id),
    read: ({ blob }) => azurite.read(CONTAINER, blob),
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  return service
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    return {}
  }
}
