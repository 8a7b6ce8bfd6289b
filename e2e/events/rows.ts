import type { GithubEvent } from './event.ts'
import {
  common,
  GITHUB_SHA,
  type Json,
  mergeGroupPayload,
  pullPayload,
  pushPayload,
  repo,
  user,
} from './payloads.ts'

/** An event, and the keys that it reads and writes on a store that is not the Actions cache. */
export type Row = {
  title: string
  event: GithubEvent
  reads: string[]
  writes: string[]
  inputs?: Record<string, string>
}

export function onRef(name: string, ref: string, payload: Json): GithubEvent {
  return { name, payload, env: { GITHUB_REF: ref, GITHUB_SHA } }
}

/** An event of a pull request that runs on its merge. */
export function onPull(payload: Json, name = 'pull_request'): GithubEvent {
  const { head, base } = payload.pull_request as { head: { ref: string }; base: { ref: string } }
  const env = {
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_HEAD_REF: head.ref,
    GITHUB_BASE_REF: base.ref,
    GITHUB_SHA,
  }
  return { name, payload, env }
}

export function push(branch: string, messages?: string[], more?: Json): GithubEvent {
  const ref = `refs/heads/${branch}`
  return onRef('push', ref, pushPayload(ref, messages, more))
}

const main = 'refs/heads/main'
const fork = repo('mallory/app')
const queue = { sender: user('github-merge-queue[bot]', 'Bot') }
const tag = 'refs/tags/v1.0'

// Each row of the README's table.
export const rows: Row[] = [
  { title: 'push', event: push('main'), reads: ['main'], writes: ['main'] },
  { title: 'push of a branch', event: push('topic'), reads: ['topic', 'main'], writes: ['topic'] },
  {
    title: 'push of a merged pull request',
    event: push('main', ['Words', 'Merge pull request #7 from octo/feature/a\n\nWords']),
    reads: ['main', 'feature-a-951d42dc02dc7431'],
    writes: ['main'],
  },
  {
    title: 'push of a merged pull request of a fork',
    event: push('main', ['Merge pull request #7 from mallory/feature/a']),
    reads: ['main'],
    writes: ['main'],
  },
  {
    title: "push of git's merge into another branch",
    event: push('release-2', ["Merge branch 'fix' into release-2"]),
    reads: ['release-2', 'fix', 'main'],
    writes: ['release-2'],
  },
  {
    title: 'push by the merge queue',
    event: push('main', ['Merge pull request #7 from octo/topic'], queue),
    reads: ['main', 'topic', 'queue-main'],
    writes: ['main'],
  },
  {
    title: 'cache-read-merged: false',
    event: push('main', ['Merge pull request #7 from octo/topic']),
    inputs: { 'cache-read-merged': 'false' },
    reads: ['main'],
    writes: ['main'],
  },
  {
    title: 'push that deletes',
    event: { ...push('main', [], { deleted: true, head_commit: null }), name: 'push' },
    reads: ['main'],
    writes: [],
  },
  { title: 'push of a tag', event: onRef('push', tag, pushPayload(tag, [])), reads: ['main'], writes: [] },
  {
    title: 'push of a tag, cache-branch',
    event: onRef('push', tag, pushPayload(tag, [])),
    inputs: { 'cache-branch': 'releases' },
    reads: ['releases', 'main'],
    writes: ['releases'],
  },
  {
    title: 'create of a branch',
    event: onRef('create', 'refs/heads/topic', {
      ref: 'topic',
      ref_type: 'branch',
      master_branch: 'main',
      description: null,
      pusher_type: 'user',
      ...common(),
    }),
    reads: ['topic', 'main'],
    writes: ['topic'],
  },
  {
    title: 'create of a tag',
    event: onRef('create', tag, { ref: 'v1.0', ref_type: 'tag', master_branch: 'main', ...common() }),
    reads: ['main'],
    writes: [],
  },
  {
    title: 'delete',
    event: onRef('delete', main, { ref: 'topic', ref_type: 'branch', pusher_type: 'user', ...common() }),
    reads: ['main'],
    writes: [],
  },
  {
    title: 'workflow_dispatch on a branch',
    event: onRef('workflow_dispatch', 'refs/heads/topic', {
      inputs: {},
      ref: 'refs/heads/topic',
      workflow: '.github/workflows/build.yml',
      ...common(),
    }),
    reads: ['topic', 'main'],
    writes: ['topic'],
  },
  {
    title: 'workflow_dispatch on a tag',
    event: onRef('workflow_dispatch', tag, { inputs: null, ref: tag, workflow: 'x', ...common() }),
    reads: ['main'],
    writes: [],
  },
  {
    title: 'schedule',
    event: onRef('schedule', main, { schedule: '30 5 * * 1' }),
    reads: ['main'],
    writes: ['main'],
  },
  {
    title: 'repository_dispatch',
    event: onRef('repository_dispatch', main, {
      action: 'go',
      branch: 'main',
      client_payload: {},
      ...common(),
    }),
    reads: ['main'],
    writes: ['main'],
  },
  {
    title: 'release',
    event: onRef('release', tag, {
      action: 'published',
      release: { id: 9, tag_name: 'v1.0', target_commitish: 'main', draft: false, prerelease: false },
      ...common(),
    }),
    reads: ['main'],
    writes: [],
  },
  {
    title: 'push of a tag that was made on a maintenance branch',
    event: onRef('push', tag, pushPayload(tag, [], { base_ref: 'refs/heads/release-2' })),
    reads: ['release-2', 'main'],
    writes: [],
  },
  ...[
    ['release-2', ['release-2', 'main']],
    [GITHUB_SHA, ['main']],
  ].map(([target, reads]) => ({
    title: `release of ${target}`,
    event: onRef('release', tag, {
      action: 'published',
      release: { id: 9, tag_name: 'v1.0', target_commitish: target, draft: false, prerelease: false },
      ...common(),
    }),
    reads: reads as string[],
    writes: [],
  })),
  {
    title: 'pull_request',
    event: onPull(pullPayload({ head: 'topic', base: 'release-2' })),
    reads: ['topic', 'release-2', 'queue-release-2', 'main'],
    writes: ['topic'],
  },
  {
    title: 'pull_request of the default branch, a promotion',
    event: onPull(pullPayload({ head: 'main', base: 'production' })),
    reads: ['main', 'production'],
    writes: [],
  },
  {
    title: 'pull_request of a fork whose branch is main',
    event: onPull(pullPayload({ head: 'main', headRepo: fork })),
    reads: ['pr-7', 'main'],
    writes: [],
  },
  {
    title: 'pull_request of a fork, cache-write: always',
    event: onPull(pullPayload({ head: 'main', headRepo: fork })),
    inputs: { 'cache-write': 'always', 'cache-branch': 'main' },
    reads: ['pr-7', 'main'],
    writes: ['pr-7'],
  },
  {
    title: 'pull_request of a deleted fork',
    event: onPull(pullPayload({ head: 'main', headRepo: null })),
    reads: ['pr-7', 'main'],
    writes: [],
  },
  {
    title: 'pull_request of dependabot',
    event: onPull(pullPayload({ head: 'dependabot/npm_and_yarn/a-1.2.3', author: 'dependabot[bot]' })),
    reads: ['dependabot-npm-and-yarn-a-1-2-3-a959d5b57f48c375', 'main', 'queue-main'],
    writes: ['dependabot-npm-and-yarn-a-1-2-3-a959d5b57f48c375'],
  },
  {
    title: 'pull_request that was closed',
    event: onPull(pullPayload({ head: 'topic', base: 'release-2', action: 'closed' })),
    reads: ['release-2', 'main'],
    writes: [],
  },
  {
    title: 'pull_request that was merged',
    event: onPull(pullPayload({ head: 'topic', action: 'closed', merged: true })),
    inputs: { 'cache-write': 'always' },
    reads: ['main'],
    writes: [],
  },
  {
    title: 'pull_request_review',
    event: onPull({ ...pullPayload({ head: 'topic' }), action: 'submitted' }, 'pull_request_review'),
    inputs: { 'cache-write': 'always' },
    reads: ['topic', 'main', 'queue-main'],
    writes: [],
  },
  {
    title: 'pull_request_review_comment of a fork',
    event: onPull({ ...pullPayload({ headRepo: fork }), action: 'created' }, 'pull_request_review_comment'),
    reads: ['pr-7', 'main'],
    writes: [],
  },
  {
    title: 'merge_group',
    event: onRef(
      'merge_group',
      `refs/heads/gh-readonly-queue/release-2/pr-7-${GITHUB_SHA}`,
      mergeGroupPayload('release-2', 'Merge pull request #7 from octo/topic'),
    ),
    reads: ['queue-release-2', 'topic', 'release-2', 'main'],
    writes: ['queue-release-2'],
  },
  {
    title: 'push of the branch that the merge queue builds',
    event: push(
      `gh-readonly-queue/release-2/pr-7-${GITHUB_SHA}`,
      ['Merge pull request #7 from octo/topic'],
      queue,
    ),
    reads: ['queue-release-2', 'topic', 'release-2', 'main'],
    writes: ['queue-release-2'],
  },
  {
    title: "push of somebody else's branch that is called like the merge queue's",
    event: push('gh-readonly-queue/release-2/pr-7-abc'),
    reads: ['gh-readonly-queue-release-2-pr-726451a00c998674', 'main'],
    writes: ['gh-readonly-queue-release-2-pr-726451a00c998674'],
  },
  {
    title: 'pull_request_target of a fork',
    event: {
      ...onPull(pullPayload({ head: 'topic', base: 'release-2', headRepo: fork }), 'pull_request_target'),
      env: { GITHUB_REF: main, GITHUB_HEAD_REF: 'topic', GITHUB_BASE_REF: 'release-2', GITHUB_SHA },
    },
    inputs: { 'cache-write': 'always', 'cache-branch': 'main' },
    reads: ['release-2', 'main'],
    writes: [],
  },
  ...['workflow_run', 'issue_comment', 'check_run', 'an_event_of_tomorrow'].map((name) => ({
    title: name,
    event: onRef(name, main, {
      action: 'completed',
      [name]: { head_branch: 'main', head_sha: GITHUB_SHA, pull_requests: [] },
      issue: { number: 7, pull_request: {} },
      ...common(),
    }),
    inputs: { 'cache-write': 'always', 'cache-branch': 'main' },
    reads: ['main'],
    writes: [],
  })),
  {
    title: 'deployment of a commit, without a ref',
    event: onRef('deployment', '', {
      action: 'created',
      deployment: { id: 3, sha: GITHUB_SHA, ref: GITHUB_SHA, task: 'deploy', environment: 'production' },
      ...common(),
    }),
    reads: ['main'],
    writes: [],
  },
]
