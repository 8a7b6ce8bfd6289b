import type { GithubEvent } from './event.ts'

// The events that the tests on real builders need. Payloads of all events, as GitHub sends them, are in this folder.

const repository = { full_name: 'octo/app', default_branch: 'main' }
const sha = '1111111111111111111111111111111111111111'

/** A push of commits with these messages. */
export function pushTo(branch: string, messages: string[] = []): GithubEvent {
  const ref = `refs/heads/${branch}`
  const commits = messages.map((message) => ({ message }))
  return { name: 'push', payload: { ref, repository, commits }, env: { GITHUB_REF: ref, GITHUB_SHA: sha } }
}

/** A pull request from a branch of this repository. */
export function pullRequest(head: string, base: string, action = 'synchronize'): GithubEvent {
  return pull(head, base, action, repository)
}

/** A pull request from another repository. */
export function fork(head: string, base: string): GithubEvent {
  return pull(head, base, 'opened', { full_name: 'stranger/app', default_branch: 'main' })
}

function pull(head: string, base: string, action: string, repo: object): GithubEvent {
  return {
    name: 'pull_request',
    payload: {
      action,
      number: 7,
      repository,
      pull_request: {
        number: 7,
        head: { ref: head, sha, repo },
        base: { ref: base, sha, repo: repository },
      },
    },
    env: {
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_HEAD_REF: head,
      GITHUB_BASE_REF: base,
      GITHUB_SHA: sha,
    },
  }
}
