import { type Branch, describeBranch } from '../events/branch.ts'
import { at, textAt } from '../lib/json-path.ts'
import { withoutTrailingSlashes } from '../lib/trailing-slashes.ts'
import { apiHeaders } from '../runner/rest-api.ts'
import type { Living } from './alive.ts'
import { NoAnswer, type SendRequest } from './ask.ts'

/** The URL of GitHub's API, the token, and the repository (owner/name). */
export type RepositoryApi = { url: string; token: string; repository: string; ask: SendRequest }

const PER_PAGE = 100
/** Pages of one list: a hundred thousand branches. */
const MOST_PAGES = 1_000

/**
 * All branches and open pull requests of the repository. Throws NoAnswer if GitHub's answer is incomplete, since scopes
 * of living branches would then be deleted.
 */
export async function askLiving(api: RepositoryApi, defaultBranch: string | undefined): Promise<Living> {
  const branches = (await listAll(api, 'branches', 'branches', 'contents: read')).map((it) =>
    textAt(it, 'name'),
  )
  const pulls = (await listAll(api, 'pulls?state=open', 'pull requests', 'pull-requests: read')).map((it) =>
    at(it, 'number'),
  )
  const names = branches.filter((it) => it !== undefined)
  if (names.length < branches.length || names.length === 0) throw garbage('branches')
  if (defaultBranch !== undefined && !names.includes(defaultBranch))
    throw new NoAnswer(`its list of branches lacks the default branch, ${defaultBranch}`, 200, true)
  if (!pulls.every((it): it is number => Number.isSafeInteger(it) && (it as number) > 0))
    throw garbage('pull requests')
  return { branches: names, pulls: pulls as number[] }
}

/**
 * Whether a branch (for a queue its base) or an open pull request exists now. Throws NoAnswer if GitHub does not say.
 */
export async function branchExists(api: RepositoryApi, who: Branch): Promise<boolean> {
  const about = describeBranch(who)
  if (who.kind === 'pull') {
    const pull = await getOne(api, `pulls/${who.number}`, about, 'pull-requests: read')
    const state = textAt(pull, 'state')
    if (pull !== undefined && state !== 'open' && state !== 'closed') throw garbage(about)
    return state === 'open'
  }
  const name = who.kind === 'queue' ? who.base : who.name
  const path = name.split('/').map(encodeURIComponent).join('/')
  const ref = await getOne(api, `git/ref/heads/${path}`, about, 'contents: read')
  if (ref !== undefined && textAt(ref, 'ref') !== `refs/heads/${name}`) throw garbage(about)
  return ref !== undefined
}

/**
 * All items of a list of the repository; `within`: the name of the list inside the answer, if it is not the answer
 * itself.
 */
export async function listAll(
  api: RepositoryApi,
  path: string,
  about: string,
  permission: string,
  within?: string,
): Promise<unknown[]> {
  const items: unknown[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const query = `${path.includes('?') ? '&' : '?'}per_page=${PER_PAGE}&page=${page}`
    const { body, hasNext } = await get(api, `${path}${query}`, about, permission)
    const found = within === undefined ? body : at(body, within)
    if (!Array.isArray(found) || found.length > PER_PAGE) throw garbage(about)
    for (const item of found) items.push(item)
    if (hasNext && found.length < PER_PAGE) throw half(about)
    if (found.length === PER_PAGE) continue
    const total = at(body, 'total_count')
    // Evictions in between make the count smaller, never larger than what was seen.
    if (typeof total === 'number' && items.length < total) throw half(about)
    return items
  }
  throw half(about)
}

/** The answer for a path below the repository; undefined for 404. */
async function getOne(api: RepositoryApi, path: string, about: string, permission: string): Promise<unknown> {
  const answer = await api.ask(() => request(api, path))
  if (answer.status === 404) return undefined
  return read(answer.status, answer.text, about, permission)
}

async function get(
  api: RepositoryApi,
  path: string,
  about: string,
  permission: string,
): Promise<{ body: unknown; hasNext: boolean }> {
  const { status, text, headers } = await api.ask(() => request(api, path))
  const hasNext = /rel="?next"?/.test(headers.get('link') ?? '')
  return { body: read(status, text, about, permission), hasNext }
}

function read(status: number, text: string, about: string, permission: string): unknown {
  if (status !== 200) throw refusedAnswer(status, about, permission)
  try {
    return JSON.parse(text)
  } catch {
    throw garbage(about)
  }
}

/** A request of the REST API, below the repository. */
export function request(
  { url, token, repository }: RepositoryApi,
  path: string,
  method = 'GET',
): { url: string; shown: string; method: string; headers: Record<string, string> } {
  const below = path.startsWith('/') ? path : `/repos/${repository}/${path}`
  return {
    url: `${withoutTrailingSlashes(url)}${below}`,
    shown: below,
    method,
    headers: apiHeaders(token),
  }
}

/** The error for a refused request. */
export function refusedAnswer(status: number, about: string, permission: string): NoAnswer {
  if (status === 401)
    return new NoAnswer('it does not accept the token (401): check `github-token`', status, false)
  if (status === 403 || status === 404)
    return new NoAnswer(
      `the token has no access to ${about} (${status}); add "${permission}" to the job's permissions`,
      status,
      false,
    )
  return new NoAnswer(`it answered ${status} when asked for ${about}`, status, status >= 500)
}

const garbage = (about: string): NoAnswer =>
  new NoAnswer(`its response about ${about} does not match its documentation`, 200, true)
const half = (about: string): NoAnswer => new NoAnswer(`its list of ${about} is incomplete`, 200, true)
