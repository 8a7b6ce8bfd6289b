import { at, textAt } from '../lib/json-path.ts'
import type { Answer, Question } from '../runner/rest-api.ts'
import { type Merged, tellsItsMerge } from './merged.ts'

// What to ask the API, and how to read its answers. Pure: runner/rest-api.ts sends the requests.

/** How many commits of a push to ask about, the newest. */
const MOST = 3

/**
 * What to ask for a push whose last commit does not say what it merges: a squash, or the last of a rebase. Asks about
 * the pushed commit, and others that look like a squash (`Title (#N)`), since a queue pushes several at once.
 */
export function askOfPush(
  commits: readonly unknown[],
  head: string,
  pushed: string,
  repository: string,
  apiUrl = '',
): Question[] {
  const last = commits.at(-1)
  if (!isRepository(repository) || tellsItsMerge(last, pushed, repository)) return []
  const squashes = commits.filter((commit) => /\(#\d+\)(\r?\n|$)/.test(textAt(commit, 'message') ?? ''))
  const ids = [head, ...squashes.toReversed().map((commit) => textAt(commit, 'id') ?? '')]
  return [...new Set(ids)]
    .filter((id) => /^[0-9a-f]{40,64}$/.test(id))
    .slice(0, MOST)
    .map((id) => ({
      path: `/repos/${repository}/commits/${id}/${isGitea(apiUrl) ? 'pull' : 'pulls'}`,
      about: `commit ${id.slice(0, 7)}`,
    }))
}

/** What to ask for a merge group: the head of its pull request. */
export function askOfPull(number: number, repository: string): Question[] {
  if (!isRepository(repository) || !Number.isSafeInteger(number)) return []
  return [{ path: `/repos/${repository}/pulls/${number}`, about: `pull request #${number}` }]
}

/** The head branches of pull requests that were merged into `pushed` from this repository, the newest first. */
export function mergedByPulls(
  answers: readonly Answer[],
  pushed: string,
  repository: string,
  apiUrl = '',
): Merged[] {
  return answers.flatMap(({ body }) => {
    const pulls = listed(body, apiUrl).filter((it) => textAt(it, 'merged_at') !== undefined)
    // ISO 8601 texts sort by time.
    const byTime = pulls.toSorted((a, b) => mergedAt(b).localeCompare(mergedAt(a), 'en'))
    return byTime.flatMap((pull) => headOf(pull, pushed, repository))
  })
}

/** The head branch of the pull request that a merge group builds. */
export function headByPull(answers: readonly Answer[], base: string, repository: string): Merged[] {
  return answers.flatMap(({ body }) => headOf(body, base, repository))
}

function headOf(pull: unknown, base: string, repository: string): Merged[] {
  const name = textAt(pull, 'head', 'ref')
  const isOurs = textAt(pull, 'head', 'repo', 'full_name') === repository
  if (name === undefined || !isOurs || textAt(pull, 'base', 'ref') !== base) return []
  const number = at(pull, 'number')
  return [{ name, why: `GitHub's API: pull request #${typeof number === 'number' ? number : '?'}` }]
}

function mergedAt(pull: unknown): string {
  return textAt(pull, 'merged_at') ?? ''
}

function listed(body: unknown, apiUrl: string): unknown[] {
  if (isGitea(apiUrl)) return [body]
  return Array.isArray(body) ? body : []
}

/** The API of Gitea and Forgejo returns the one pull request of a commit, with other field names. */
function isGitea(apiUrl: string): boolean {
  return /\/api\/v1\/*$/.test(apiUrl)
}

/** `owner/name`, encoded for a path. */
function isRepository(text: string): boolean {
  return /^[\w.-]+\/[\w.-]+$/.test(text) && !/(^|\/)\.{1,2}(\/|$)/.test(text)
}
