// What GitHub sends, as far as an action could read it: the shape of each event's payload with all that surrounds the
// few fields that count, so that one which is looked up in the wrong place is found.

const sha = '9c1f6e3b5a7d2084c6e1f3a5b7d9028146ecf0a2'
const zero = '0'.repeat(40)
const time = '2026-11-20T09:30:00Z'

export type Json = Record<string, unknown>

export function user(login: string, type = 'User'): Json {
  return { login, id: 1001, node_id: 'U_1', type, site_admin: false, html_url: `https://github.com/${login}` }
}

/** A repository as it stands in payloads. Its name is a bait: it is no branch's. */
export function repo(fullName = 'octo/app', more: Json = {}): Json {
  const [owner = '', name = ''] = fullName.split('/')
  return {
    id: 4242,
    node_id: 'R_1',
    name,
    full_name: fullName,
    private: false,
    owner: user(owner, 'Organization'),
    html_url: `https://github.com/${fullName}`,
    fork: fullName !== 'octo/app',
    url: `https://api.github.com/repos/${fullName}`,
    clone_url: `https://github.com/${fullName}.git`,
    visibility: 'public',
    default_branch: 'main',
    pushed_at: time,
    ...more,
  }
}

export const common = (): Json => ({
  repository: repo(),
  organization: { login: 'octo', id: 77 },
  sender: user('ada'),
})

export function commit(message: string): Json {
  return {
    id: sha,
    tree_id: sha,
    distinct: true,
    message,
    timestamp: time,
    url: `https://github.com/octo/app/commit/${sha}`,
    author: { name: 'Ada', email: 'ada@example.org', username: 'ada' },
    committer: { name: 'GitHub', email: 'noreply@github.com', username: 'web-flow' },
    added: [],
    removed: [],
    modified: ['README.md'],
  }
}

export function pushPayload(ref: string, messages: string[] = ['Words'], more: Json = {}): Json {
  const commits = messages.map(commit)
  return {
    ref,
    before: zero,
    after: sha,
    base_ref: null,
    created: false,
    deleted: false,
    forced: false,
    compare: 'https://github.com/octo/app/compare/a...b',
    commits,
    head_commit: commits.at(-1) ?? null,
    pusher: { name: 'ada', email: 'ada@example.org' },
    ...common(),
    // Only in pushes.
    repository: repo('octo/app', { master_branch: 'main', stargazers: 3 }),
    ...more,
  }
}

type Pull = {
  head?: string
  base?: string
  headRepo?: Json | null
  action?: string
  merged?: boolean
  author?: string
}

export function pullPayload({
  head = 'feature/a',
  base = 'main',
  action = 'synchronize',
  ...more
}: Pull = {}): Json {
  const { headRepo = repo(), merged = false, author = 'ada' } = more
  const owner = headRepo ? String(headRepo.full_name).split('/')[0] : 'gone'
  return {
    action,
    number: 7,
    pull_request: {
      id: 555,
      number: 7,
      state: action === 'closed' ? 'closed' : 'open',
      title: 'Words',
      user: user(author),
      body: 'Merge pull request #1 from octo/bait',
      merged_at: merged ? time : null,
      merge_commit_sha: sha,
      labels: [],
      draft: false,
      head: { label: `${owner}:${head}`, ref: head, sha, user: user(String(owner)), repo: headRepo },
      base: { label: `octo:${base}`, ref: base, sha, user: user('octo'), repo: repo() },
      author_association: 'CONTRIBUTOR',
      merged,
      mergeable: null,
      commits: 1,
      changed_files: 1,
    },
    before: sha,
    after: sha,
    ...common(),
  }
}

export function mergeGroupPayload(base: string, message: string): Json {
  return {
    action: 'checks_requested',
    merge_group: {
      head_sha: sha,
      head_ref: `refs/heads/gh-readonly-queue/${base}/pr-7-${sha}`,
      base_sha: sha,
      base_ref: `refs/heads/${base}`,
      head_commit: { id: sha, tree_id: sha, message, timestamp: time, author: { name: 'Ada' } },
    },
    ...common(),
  }
}

/** GITHUB_SHA of all of them. */
export const GITHUB_SHA = sha
