import type { GithubEvent } from '../../e2e/events/event.ts'
import type { Merge, Trace, TraceEvent } from './trace.ts'

// The events of a trace as GitHub sends them, and what its API would answer of them.

/** The event that starts a run. `method`: how pull requests are merged where the trace does not say. */
export function toGithubEvent(
  trace: Trace,
  event: TraceEvent,
  method: Merge['method'] = 'merge',
): GithubEvent {
  if (event.event === 'pull_request') return pullRequest(trace, event)
  if (event.event === 'merge_group') return mergeGroup(trace, event)
  const ref = `refs/heads/${event.branch}`
  const env = { GITHUB_REPOSITORY: trace.source, GITHUB_REF: ref, GITHUB_SHA: sha(event) }
  const payload = { ref, repository: repository(trace), sender: user('somebody') }
  if (event.event !== 'push') return { name: event.event, payload, env }
  const commits = event.merges.flatMap((merge) => commitsOf(trace, event, { method, ...merge }))
  if (commits.length === 0) commits.push(commit(sha(event), 'Change something'))
  const rest = { before: '0'.repeat(40), after: sha(event), created: false, deleted: false, forced: false }
  return {
    name: 'push',
    payload: { ...payload, ...rest, base_ref: null, commits, head_commit: commits.at(-1) },
    env,
  }
}

/** What `GET /repos/{owner}/{repo}/commits/{sha}/pulls` answers of a pushed commit. */
export function pullsOfCommit(trace: Trace, event: TraceEvent): unknown[] {
  return event.merges.map((merge) => ({
    number: merge.number,
    state: 'closed',
    title: `Change ${merge.number}`,
    merged_at: new Date(event.t * 1000).toISOString(),
    merge_commit_sha: sha(event),
    head: { ref: merge.branch, repo: { full_name: merge.fork ? forkOf(trace) : trace.source } },
    base: { ref: event.branch, repo: { full_name: trace.source } },
  }))
}

function pullRequest(trace: Trace, event: TraceEvent): GithubEvent {
  const { number = 1, branch, base = trace.defaultBranch, fork = false } = event
  const ours = repository(trace)
  const headRepo = fork ? { ...ours, full_name: forkOf(trace), fork: true } : ours
  return {
    name: 'pull_request',
    payload: {
      action: 'synchronize',
      number,
      pull_request: {
        number,
        state: 'open',
        merged: false,
        head: { ref: branch, sha: sha(event), repo: headRepo },
        base: { ref: base, repo: ours },
      },
      repository: ours,
      sender: user('somebody'),
    },
    env: {
      GITHUB_REPOSITORY: trace.source,
      GITHUB_REF: `refs/pull/${number}/merge`,
      GITHUB_HEAD_REF: branch,
      GITHUB_BASE_REF: base,
      GITHUB_SHA: sha(event),
    },
  }
}

function mergeGroup(trace: Trace, event: TraceEvent): GithubEvent {
  const { number = 1, base = trace.defaultBranch } = event
  const ref = `refs/heads/gh-readonly-queue/${base}/pr-${number}-${sha(event)}`
  const message = `Merge pull request #${number} from ${ownerOf(event.fork ? forkOf(trace) : trace.source)}/${event.branch}`
  const group = { head_ref: ref, head_sha: sha(event), base_ref: `refs/heads/${base}` }
  return {
    name: 'merge_group',
    payload: {
      action: 'checks_requested',
      merge_group: { ...group, head_commit: commit(sha(event), message) },
      repository: repository(trace),
    },
    env: { GITHUB_REPOSITORY: trace.source, GITHUB_REF: ref, GITHUB_SHA: sha(event) },
  }
}

/** The commits that a merge adds to the branch, oldest first. */
function commitsOf(trace: Trace, event: TraceEvent, merge: Merge): unknown[] {
  const title = `Change ${merge.number}`
  if (merge.method === 'squash') return [commit(sha(event), `${title} (#${merge.number})`)]
  const own = trace.events
    .filter(({ number, t }) => number === merge.number && t <= event.t)
    .map((it, i) => commit(sha(it), `${title}, part ${i + 1}`))
  if (merge.method === 'rebase') return [...own.slice(0, -1), commit(sha(event), `${title}, the last part`)]
  const owner = ownerOf(merge.fork ? forkOf(trace) : trace.source)
  return [
    ...own,
    commit(sha(event), `Merge pull request #${merge.number} from ${owner}/${merge.branch}\n\n${title}`),
  ]
}

function commit(id: string, message: string): unknown {
  const author = { name: 'Somebody', email: 'somebody@example.org', username: 'somebody' }
  return { id, tree_id: id, distinct: true, message, author, committer: author }
}

function repository({ source, defaultBranch }: Trace): Record<string, unknown> {
  const [owner = '', name] = source.split('/')
  return { name, full_name: source, owner: user(owner), fork: false, default_branch: defaultBranch }
}

function user(login: string): unknown {
  return { login, type: 'User' }
}

/** The trace says only that a head is somebody else's. */
function forkOf({ source }: Trace): string {
  return `a-contributor/${source.split('/')[1]}`
}

function ownerOf(fullName: string): string {
  return fullName.split('/')[0] ?? ''
}

/** The trace has the first characters. */
function sha(event: TraceEvent): string {
  return event.sha.padEnd(40, '0')
}
