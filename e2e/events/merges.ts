import type { GithubEvent } from './event.ts'
import { commit, GITHUB_SHA, type Json, mergeGroupPayload, pushPayload, repo, user } from './payloads.ts'

// Pushes as GitHub sends them after each kind of merge, and what its API says of them.

/** A commit's id: 40 digits that begin with its number. The pushed one's is GITHUB_SHA. */
export const idOf = (number: number): string => String(number).padEnd(40, '0')

/** A push of commits with these messages, the oldest first; the last is what was pushed. */
export function pushOf(messages: string[], more: Json = {}, branch = 'main'): GithubEvent {
  const commits = messages.map((message, i) => ({
    ...commit(message),
    id: i === messages.length - 1 ? GITHUB_SHA : idOf(i + 1),
  }))
  const ref = `refs/heads/${branch}`
  return {
    name: 'push',
    payload: pushPayload(ref, messages, { commits, head_commit: commits.at(-1) ?? null, ...more }),
    env: { GITHUB_REF: ref, GITHUB_SHA },
  }
}

/** A merge group of pull request 7. */
export function queueOf(message: string, base = 'main'): GithubEvent {
  const payload = mergeGroupPayload(base, message)
  const ref = (payload.merge_group as { head_ref: string }).head_ref
  return { name: 'merge_group', payload, env: { GITHUB_REF: ref, GITHUB_SHA } }
}

export const byQueue = { sender: user('github-merge-queue[bot]', 'Bot') }

type Pull = { head?: unknown; repository?: Json | null; base?: unknown; mergedAt?: unknown; number?: number }

/** A pull request as the API describes it: merged from this repository into main, unless given otherwise. */
export function pull({
  head = 'topic',
  repository = repo(),
  base = 'main',
  mergedAt = '2026-11-20T09:29:58Z',
  number = 7,
}: Pull = {}): Json {
  const owner = repository === null ? 'gone' : String(repository.full_name).split('/')[0]
  return {
    id: 555,
    number,
    state: mergedAt === null ? 'open' : 'closed',
    title: 'Words',
    body: 'Merge pull request #1 from octo/bait',
    user: user('ada'),
    merged_at: mergedAt,
    merge_commit_sha: GITHUB_SHA,
    head: { label: `${owner}:${head}`, ref: head, sha: idOf(9), repo: repository },
    base: { label: `octo:${base}`, ref: base, sha: idOf(8), repo: repo() },
  }
}

export const pullsPath = (id = GITHUB_SHA): string => `/repos/octo/app/commits/${id}/pulls`
