import type { GithubEvent } from './event.ts'

// The two events that the tests on real builders need. All kinds, with payloads as GitHub sends them, are beside.

const repository = { full_name: 'octo/app', default_branch: 'main' }
const sha = '1111111111111111111111111111111111111111'

export function pushTo(branch: string): GithubEvent {
  const ref = `refs/heads/${branch}`
  return { name: 'push', payload: { ref, repository }, env: { GITHUB_REF: ref, GITHUB_SHA: sha } }
}

/** A pull request of this repository. */
export function pullRequest(head: string, base: string, action: 'opened' | 'synchronize'): GithubEvent {
  return {
    name: 'pull_request',
    payload: {
      action,
      number: 7,
      repository,
      pull_request: {
        number: 7,
        head: { ref: head, sha, repo: repository },
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
