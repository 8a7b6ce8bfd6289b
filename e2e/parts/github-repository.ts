import type { ServerResponse } from 'node:http'
import { type GithubApi, type Handler, startGithubApi } from './github-api.ts'

/** An entry of the cache service, as its REST API shows it. */
export type Cache = { id: number; ref: string; key: string; size: number; created: number }

/** A repository, octo/app, as GitHub's REST API shows it; what it holds may change at any time. */
export type GithubRepository = GithubApi & {
  branches: Set<string>
  /** Open pull requests. */
  pulls: Set<number>
  caches: () => Cache[]
  deleteCache: (id: number) => boolean
  /** Called before each answer; true: it has answered itself. */
  before: (method: string, path: string, response: ServerResponse) => boolean
}

type Given = Partial<Pick<GithubRepository, 'caches' | 'deleteCache'>> & {
  branches?: string[]
  pulls?: number[]
}

const ROOT = '/repos/octo/app/'

export async function startGithubRepository(given: Given = {}): Promise<GithubRepository> {
  let own: GithubRepository
  const handler: Handler = (path, response, { method = '' }) => {
    if (own.before(method, path, response)) return
    const url = new URL(path, 'http://loopback')
    const { status, body, next } = url.pathname.startsWith(ROOT)
      ? answer(own, method, url.pathname.slice(ROOT.length), url.searchParams)
      : missing
    const link = next ? { link: `<${url.origin}${url.pathname}?page=2>; rel="next"` } : {}
    response.writeHead(status, { 'content-type': 'application/json', ...link })
    response.end(body === undefined ? '' : JSON.stringify(body))
  }
  const api = await startGithubApi(handler)
  own = {
    ...api,
    branches: new Set(given.branches ?? ['main']),
    pulls: new Set(given.pulls ?? []),
    caches: given.caches ?? (() => []),
    deleteCache: given.deleteCache ?? (() => false),
    before: () => false,
  }
  return own
}

type Answer = { status: number; body?: unknown; next?: boolean }
const missing: Answer = { status: 404, body: { message: 'Not Found' } }

function answer(own: GithubRepository, method: string, path: string, query: URLSearchParams): Answer {
  const [, id] = /^actions\/caches\/(\d+)$/.exec(path) ?? []
  if (id !== undefined && method === 'DELETE') return own.deleteCache(Number(id)) ? { status: 204 } : missing
  if (path === 'actions/caches') {
    const found = own.caches().filter(({ key }) => key.startsWith(query.get('key') ?? ''))
    const { items, next } = page(found, query)
    const shown = items.map(({ size, created, ...it }) => ({
      ...it,
      size_in_bytes: size,
      created_at: new Date(created).toISOString(),
    }))
    return { status: 200, body: { total_count: found.length, actions_caches: shown }, next }
  }
  if (path === 'branches') {
    const { items, next } = page([...own.branches].sort(), query)
    return { status: 200, body: items.map((name) => ({ name })), next }
  }
  if (path === 'pulls') {
    const { items, next } = page([...own.pulls].sort(), query)
    return { status: 200, body: items.map((number) => ({ number, state: 'open' })), next }
  }
  const [, number] = /^pulls\/(\d+)$/.exec(path) ?? []
  if (number !== undefined)
    return {
      status: 200,
      body: { number: Number(number), state: own.pulls.has(Number(number)) ? 'open' : 'closed' },
    }
  const [, ref] = /^git\/ref\/heads\/(.+)$/.exec(path) ?? []
  const name = decodeURIComponent(ref ?? '')
  return own.branches.has(name) ? { status: 200, body: { ref: `refs/heads/${name}` } } : missing
}

function page<T>(all: readonly T[], query: URLSearchParams): { items: T[]; next: boolean } {
  const [size, number] = [Number(query.get('per_page') ?? 30), Number(query.get('page') ?? 1)]
  return { items: all.slice((number - 1) * size, number * size), next: number * size < all.length }
}
