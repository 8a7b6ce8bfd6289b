import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { describeBranch } from '../../src/events/branch.ts'
import { defaultBranch } from '../../src/events/default-branch.ts'
import { identify } from '../../src/events/identify.ts'
import type { PlanInputs } from '../../src/inputs/cache-inputs.ts'
import { WRITE_MODES } from '../../src/inputs/cache-inputs.ts'
import { makePlan, type Plan } from '../../src/plan/plan.ts'
import type { Environment } from '../../src/runner/environment.ts'
import { forkHead, makeEnvironment, pullPayload, repository } from '../environment.ts'
import { plainPlanInputs } from '../plan-inputs.ts'

const planOf = (given: Partial<Environment>, inputs: Partial<PlanInputs> = {}): Plan => {
  const environment = makeEnvironment(given)
  return makePlan(identify(environment), defaultBranch(environment), { ...plainPlanInputs, ...inputs })
}

/** `own main, merged* feature/a`: the star marks what is not read on gha. */
const reads = (plan: Plan): string =>
  plan.reads.map((it) => `${it.role}${it.onGha ? '' : '*'} ${describeBranch(it.branch)}`).join(', ')

const writes = ({ write }: Plan): string => {
  if (write.onGha.allowed) return write.elsewhere.allowed ? 'everywhere' : 'gha alone'
  return write.elsewhere.allowed ? 'not gha' : 'nothing'
}

const merge = (...titles: string[]) => titles.map((title) => ({ message: `${title}\n\nIts body` }))
const fromPull = 'Merge pull request #3 from octo/feature/a'

type Row = {
  row: string
  given: Partial<Environment>
  own: string
  reads: string
  /** What `auto` writes, and `always` and `default-branch` where they differ. */
  auto: string
  always?: string
  defaultBranch: string
}

const onPush = (name: string, payload: object = {}): Partial<Environment> => ({
  eventName: 'push',
  ref: `refs/heads/${name}`,
  payload: { ref: `refs/heads/${name}`, repository, ...payload },
})

const onPull = (payload: object, eventName = 'pull_request'): Partial<Environment> => ({
  eventName,
  ref: 'refs/pull/7/merge',
  payload,
})

const queueRef = 'refs/heads/gh-readonly-queue/main/pr-104-929f8209d40f77f4abc622a499c93a83babdbe64'

const rows: Row[] = [
  {
    row: 'push to the default branch',
    given: onPush('main'),
    own: 'main',
    reads: 'own main',
    auto: 'everywhere',
    defaultBranch: 'everywhere',
  },
  {
    row: 'push to another branch',
    given: onPush('feature/a'),
    own: 'feature/a',
    reads: 'own feature/a, default main',
    auto: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: 'push that merges a pull request',
    given: onPush('main', { commits: merge(fromPull) }),
    own: 'main',
    reads: 'own main, merged* feature/a',
    auto: 'everywhere',
    defaultBranch: 'everywhere',
  },
  {
    row: 'push that merges the default branch: GitHub lets it read that one on gha',
    given: onPush('feature/a', { commits: merge("Merge branch 'main' into feature/a") }),
    own: 'feature/a',
    reads: 'own feature/a, merged main',
    auto: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: 'push by the merge queue',
    given: onPush('main', { commits: merge(fromPull), sender: { login: 'github-merge-queue[bot]' } }),
    own: 'main',
    reads: 'own main, merged* feature/a, queue* the merge queue of main',
    auto: 'everywhere',
    defaultBranch: 'everywhere',
  },
  {
    row: 'push by the merge queue to a branch that is not the default',
    given: onPush('release/1', { sender: { login: 'github-merge-queue[bot]' } }),
    own: 'release/1',
    reads: 'own release/1, queue* the merge queue of release/1, default main',
    auto: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: 'push by somebody whose name is like the queue',
    given: onPush('main', { sender: { login: 'github-merge-queue' } }),
    own: 'main',
    reads: 'own main',
    auto: 'everywhere',
    defaultBranch: 'everywhere',
  },
  {
    row: 'push of a branch called like a pull request',
    given: onPush('pr-7'),
    own: 'pr-7',
    reads: 'own pr-7, default main',
    auto: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: 'create of a branch',
    given: {
      eventName: 'create',
      ref: 'refs/heads/new',
      payload: { ref: 'new', ref_type: 'branch', master_branch: 'main', repository },
    },
    own: 'new',
    reads: 'own new, default main',
    auto: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: 'create of a tag',
    given: {
      eventName: 'create',
      ref: 'refs/tags/v1',
      payload: { ref: 'v1', ref_type: 'tag', master_branch: 'main', repository },
    },
    own: '–',
    reads: 'default main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: 'workflow_dispatch on a branch',
    given: {
      eventName: 'workflow_dispatch',
      ref: 'refs/heads/dev',
      payload: { ref: 'refs/heads/dev', repository },
    },
    own: 'dev',
    reads: 'own dev, default main',
    auto: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: 'workflow_dispatch on a tag',
    given: {
      eventName: 'workflow_dispatch',
      ref: 'refs/tags/v1',
      payload: { ref: 'refs/tags/v1', repository },
    },
    own: '–',
    reads: 'default main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: 'schedule, whose payload has no repository',
    given: { eventName: 'schedule', ref: 'refs/heads/trunk', payload: { schedule: '0 5 * * *' } },
    own: 'trunk',
    reads: 'own trunk',
    auto: 'everywhere',
    defaultBranch: 'everywhere',
  },
  {
    row: 'repository_dispatch',
    given: {
      eventName: 'repository_dispatch',
      ref: 'refs/heads/main',
      payload: { action: 'go', branch: 'main', client_payload: { ref: 'refs/heads/evil' }, repository },
    },
    own: 'main',
    reads: 'own main',
    auto: 'everywhere',
    defaultBranch: 'everywhere',
  },
  {
    row: 'push of a tag',
    given: { eventName: 'push', ref: 'refs/tags/v1', payload: { ref: 'refs/tags/v1', repository } },
    own: '–',
    reads: 'default main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: 'release',
    given: {
      eventName: 'release',
      ref: 'refs/tags/v1',
      payload: { release: { target_commitish: 'main' }, repository },
    },
    own: '–',
    reads: 'base main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  ...(
    [
      ['push of a tag that was made on a branch', 'release/1', { base_ref: 'refs/heads/release/1' }],
      ['push of a tag that was made on a tag', undefined, { base_ref: 'refs/tags/v0' }],
      ['push of a tag whose base is no full ref', undefined, { base_ref: 'release/1' }],
      ['push of a tag that is deleted', undefined, { base_ref: 'refs/heads/release/1', deleted: true }],
    ] as const
  ).map(([row, base, payload]) => ({
    row,
    own: '–',
    auto: 'nothing',
    defaultBranch: 'nothing',
    given: {
      eventName: 'push',
      ref: 'refs/tags/v1',
      payload: { ref: 'refs/tags/v1', repository, ...payload },
    },
    reads: base === undefined ? 'default main' : `base* ${base}, default main`,
  })),
  ...(
    [
      ['release/1', 'release/1'],
      ['refs/heads/release/1', 'release/1'],
      ['0123456789abcdef0123456789abcdef01234567', undefined],
      ['0123456789ABCDEF0123456789abcdef0123456789ABCDEF0123456789abcdef', undefined],
      ['refs/tags/v0', undefined],
      ['', undefined],
      ['a..b', undefined],
      [7, undefined],
    ] as const
  ).map(([target_commitish, base]) => ({
    row: `release of ${target_commitish}`,
    own: '–',
    auto: 'nothing',
    defaultBranch: 'nothing',
    given: {
      eventName: 'release',
      ref: 'refs/tags/v1',
      payload: { release: { target_commitish }, repository },
    },
    reads: base === undefined ? 'default main' : `base* ${base}, default main`,
  })),
  {
    row: 'release of a draft, which has no ref',
    given: { eventName: 'release', ref: '', payload: { release: { draft: true }, repository } },
    own: '–',
    reads: 'default main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: 'release as act starts it, on a branch',
    given: { eventName: 'release', ref: 'refs/heads/main', payload: { repository } },
    own: '–',
    reads: 'default main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request from this repository',
    given: onPull(pullPayload({ head: 'feature/a', base: 'release/1' })),
    own: 'feature/a',
    reads: 'own feature/a, base release/1, queue* the merge queue of release/1, default main',
    auto: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request whose base is the default branch',
    given: onPull(pullPayload()),
    own: 'feature',
    reads: 'own feature, base main, queue* the merge queue of main',
    auto: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request from a branch called like a pull request of another',
    given: onPull(pullPayload({ head: 'pr-8' })),
    own: 'pr-8',
    reads: 'own pr-8, base main, queue* the merge queue of main',
    auto: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request that promotes the default branch',
    given: onPull(pullPayload({ head: 'main', base: 'production' })),
    own: 'main',
    reads: 'own main, base production',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request from a fork',
    given: onPull(pullPayload({ head: forkHead('feature/a') })),
    own: 'pull request 7',
    reads: 'own pull request 7, base main',
    auto: 'gha alone',
    always: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: "pull_request from a fork's main",
    given: onPull(pullPayload({ head: forkHead('main'), base: 'dev' })),
    own: 'pull request 7',
    reads: 'own pull request 7, base dev, default main',
    auto: 'gha alone',
    always: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request from a deleted fork',
    given: onPull(pullPayload({ head: { ref: 'main', sha: 'abc', repo: null } })),
    own: 'pull request 7',
    reads: 'own pull request 7, base main',
    auto: 'gha alone',
    always: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request whose head has no repository in the event',
    given: onPull(pullPayload({ head: { ref: 'main', sha: 'abc' } })),
    own: 'pull request 7',
    reads: 'own pull request 7, base main',
    auto: 'gha alone',
    always: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request from this repository, which is itself a fork',
    given: onPull(pullPayload({ head: forkHead('feature', 'octo/app') })),
    own: 'feature',
    reads: 'own feature, base main, queue* the merge queue of main',
    auto: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request from a repository of the same owner',
    given: onPull(pullPayload({ head: forkHead('main', 'octo/app-copy') })),
    own: 'pull request 7',
    reads: 'own pull request 7, base main',
    auto: 'gha alone',
    always: 'everywhere',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request_review',
    given: onPull(pullPayload({ action: 'submitted' }), 'pull_request_review'),
    own: 'feature',
    reads: 'own feature, base main, queue* the merge queue of main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request_review_comment on a fork',
    given: onPull(pullPayload({ action: 'created', head: forkHead('main') }), 'pull_request_review_comment'),
    own: 'pull request 7',
    reads: 'own pull request 7, base main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request closed',
    given: onPull(pullPayload({ action: 'closed', base: 'release/1' })),
    own: '–',
    reads: 'base release/1, default main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request merged, which runs on the base',
    given: {
      eventName: 'pull_request',
      ref: 'refs/heads/main',
      payload: pullPayload({ action: 'closed', merged: true }),
    },
    own: '–',
    reads: 'base main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: "a fork's pull_request merged",
    given: {
      eventName: 'pull_request',
      ref: 'refs/heads/main',
      payload: pullPayload({ action: 'closed', merged: true, head: forkHead('main') }),
    },
    own: '–',
    reads: 'base main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: 'merge_group',
    given: {
      eventName: 'merge_group',
      ref: queueRef,
      payload: {
        merge_group: {
          head_ref: queueRef,
          base_ref: 'refs/heads/main',
          head_commit: { message: 'Merge pull request #104 from octo/feature/a\n\nIts title' },
        },
        repository,
      },
    },
    own: 'the merge queue of main',
    reads: 'own the merge queue of main, merged* feature/a, base main',
    auto: 'not gha',
    defaultBranch: 'nothing',
  },
  {
    row: 'merge_group of another base, squashed',
    given: {
      eventName: 'merge_group',
      ref: 'refs/heads/gh-readonly-queue/release/1/pr-104-929f82',
      payload: {
        merge_group: { base_ref: 'refs/heads/release/1', head_commit: { message: 'A title (#104)' } },
        repository,
      },
    },
    own: 'the merge queue of release/1',
    reads: 'own the merge queue of release/1, base release/1, default main',
    auto: 'not gha',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request_target',
    given: {
      eventName: 'pull_request_target',
      ref: 'refs/heads/main',
      payload: pullPayload({ head: forkHead('main'), base: 'dev' }),
    },
    own: '–',
    reads: 'base dev, default main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: 'pull_request_target from this repository',
    given: { eventName: 'pull_request_target', ref: 'refs/heads/main', payload: pullPayload() },
    own: '–',
    reads: 'base main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: 'delete',
    given: {
      eventName: 'delete',
      ref: 'refs/heads/main',
      payload: { ref: 'old', ref_type: 'branch', repository },
    },
    own: '–',
    reads: 'default main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: 'push that deletes its branch, whose ref falls back to the default branch',
    given: {
      eventName: 'push',
      ref: 'refs/heads/main',
      payload: { ref: 'refs/heads/old', deleted: true, repository },
    },
    own: '–',
    reads: 'default main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  {
    row: 'deployment of a commit, without a ref',
    given: { eventName: 'deployment', ref: '', payload: { deployment: { ref: 'abc' }, repository } },
    own: '–',
    reads: 'default main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  },
  ...[
    'workflow_run',
    'issue_comment',
    'check_run',
    'check_suite',
    'issues',
    'discussion_comment',
    'fork',
    'watch',
    'gollum',
    'label',
    'status',
    'deployment_status',
    'registry_package',
    'page_build',
    'public',
    'an_event_of_next_year',
    'constructor',
    '__proto__',
  ].map((eventName) => ({
    row: eventName,
    given: {
      eventName,
      ref: 'refs/heads/main',
      payload: {
        ref: 'refs/heads/evil',
        workflow_run: { head_branch: 'main', head_repository: { full_name: 'mallory/app' } },
        repository,
      },
    },
    own: '–',
    reads: 'default main',
    auto: 'nothing',
    defaultBranch: 'nothing',
  })),
]

describe.each(rows)('$row', (row) => {
  test('its own branch', () => {
    const { own } = planOf(row.given)
    expect(own ? describeBranch(own) : '–').toBe(row.own)
  })

  test('what it reads, in order', () => {
    expect(reads(planOf(row.given))).toBe(row.reads)
  })

  test('what it writes', () => {
    const written = WRITE_MODES.map((write) => [write, writes(planOf(row.given, { write }))])
    expect(Object.fromEntries(written)).toEqual({
      auto: row.auto,
      always: row.always ?? row.auto,
      never: 'nothing',
      'default-branch': row.defaultBranch,
    })
  })

  test('says why', () => {
    for (const mode of WRITE_MODES) {
      const { onGha, elsewhere } = planOf(row.given, { write: mode }).write
      expect(onGha.why).toMatch(/\w \w/)
      expect(elsewhere.why).toMatch(/\w \w/)
    }
  })
})

describe('an event that could not be read', () => {
  const payloadProblem = 'GITHUB_EVENT_PATH is not set'
  const lost = { payload: undefined, payloadProblem }
  test.each<[string, Partial<Environment>, string]>([
    ['push', { eventName: 'push', ref: 'refs/heads/feature' }, 'own feature'],
    ['push of a tag', { eventName: 'push', ref: 'refs/tags/v1' }, ''],
    ['schedule', { eventName: 'schedule', ref: 'refs/heads/main' }, 'own main'],
    [
      'pull_request',
      { eventName: 'pull_request', ref: 'refs/pull/7/merge', headRef: 'main', baseRef: 'dev' },
      'head main, base dev',
    ],
    [
      'pull_request_target',
      { eventName: 'pull_request_target', ref: 'refs/heads/main', headRef: 'evil', baseRef: 'main' },
      'base main',
    ],
    ['merge_group', { eventName: 'merge_group', ref: queueRef }, 'own the merge queue of main, base main'],
    ['release', { eventName: 'release', ref: 'refs/tags/v1' }, ''],
    ['delete', { eventName: 'delete', ref: 'refs/heads/main' }, 'default main'],
    ['workflow_run', { eventName: 'workflow_run', ref: 'refs/heads/main' }, 'default main'],
    ['no event name', { eventName: '', ref: 'refs/heads/main' }, ''],
  ])('%s reads what the environment names, and writes nothing', (_, given, read) => {
    expect(reads(planOf({ ...given, ...lost }))).toBe(read)
    for (const write of WRITE_MODES) {
      expect(writes(planOf({ ...given, ...lost }, { write }))).toBe('nothing')
      expect(writes(planOf({ ...given, ...lost }, { write, branch: 'main' }))).toBe('nothing')
    }
  })
})

describe('cache-branch', () => {
  const branch = 'mine'
  test.each<[string, Partial<Environment>, string, string]>([
    ['push', onPush('feature'), 'own mine, default main', 'everywhere'],
    [
      'push of a tag',
      { eventName: 'push', ref: 'refs/tags/v1', payload: { repository } },
      'own mine, default main',
      'everywhere',
    ],
    [
      'release',
      { eventName: 'release', ref: 'refs/tags/v1', payload: { repository } },
      'own mine, default main',
      'everywhere',
    ],
    [
      'workflow_dispatch on a tag',
      { eventName: 'workflow_dispatch', ref: 'refs/tags/v1', payload: { repository } },
      'own mine, default main',
      'everywhere',
    ],
    [
      'pull_request from here',
      onPull(pullPayload()),
      'own mine, base main, queue* the merge queue of main',
      'everywhere',
    ],
    [
      'promotion',
      onPull(pullPayload({ head: 'main', base: 'production' })),
      'own mine, base production, default main',
      'everywhere',
    ],
    [
      'merge_group',
      { eventName: 'merge_group', payload: { merge_group: { base_ref: 'refs/heads/main' }, repository } },
      'own mine, base main',
      'not gha',
    ],
    [
      'push by the queue, which went by the name of the pushed branch',
      onPush('main', { sender: { login: 'github-merge-queue[bot]' } }),
      'own mine, queue* the merge queue of main, default main',
      'everywhere',
    ],
    [
      'pull_request whose event names no head',
      onPull(pullPayload({ head: { repo: { full_name: 'octo/app' } } })),
      'own mine, base main',
      'everywhere',
    ],
  ])('is the own branch of a trusted run: %s', (_, given, read, written) => {
    const plan = planOf(given, { branch })
    expect(reads(plan)).toBe(read)
    expect(writes(plan)).toBe(written)
    expect(plan.ownWhy).toBe('the input cache-branch')
    expect(plan.notes).toEqual([])
    expect(writes(planOf(given, { branch, write: 'never' }))).toBe('nothing')
    expect(writes(planOf(given, { branch, write: 'default-branch' }))).toBe('nothing')
  })

  test('that is the default branch may be written on a tag in the mode default-branch', () => {
    const given = { eventName: 'push', ref: 'refs/tags/v1', payload: { repository } }
    expect(writes(planOf(given, { branch: 'main', write: 'default-branch' }))).toBe('everywhere')
  })

  test.each<[string, Partial<Environment>, RegExp]>([
    ['fork', onPull(pullPayload({ head: forkHead('main') })), /ignored: a fork's run/],
    ['review', onPull(pullPayload(), 'pull_request_review'), /ignored: an event that anyone can trigger/],
    ['closed', onPull(pullPayload({ action: 'closed' })), /ignored: an event that anyone can trigger/],
    [
      'pull_request_target',
      { eventName: 'pull_request_target', ref: 'refs/heads/main', payload: pullPayload() },
      /ignored/,
    ],
    [
      'workflow_run',
      { eventName: 'workflow_run', ref: 'refs/heads/main', payload: { repository } },
      /ignored/,
    ],
    ['issue_comment', { eventName: 'issue_comment', payload: { repository } }, /ignored/],
    [
      'event lost',
      { ...onPush('main'), payload: undefined, payloadProblem: 'gone' },
      /ignored: an unverified/,
    ],
  ])('changes nothing but a line in the log in others: %s', (_, given, note) => {
    for (const write of WRITE_MODES) {
      const { notes, ...with_ } = planOf(given, { branch: 'main', write })
      const { notes: none, ...without } = planOf(given, { write })
      expect(with_).toEqual(without)
      expect(none).toEqual([])
      expect(notes).toHaveLength(1)
      expect(notes[0]).toMatch(note)
    }
  })
})

describe('cache-fallback replaces base and default only', () => {
  test.each<[string, Partial<Environment>, string[], string]>([
    ['none', onPull(pullPayload()), [], 'own feature'],
    ['others', onPull(pullPayload()), ['dev', 'stable'], 'own feature, fallback dev, fallback stable'],
    ['twice the same', onPull(pullPayload()), ['dev', 'dev'], 'own feature, fallback dev'],
    ['the own branch', onPull(pullPayload()), ['feature', 'dev'], 'own feature, fallback dev'],
    ['merged branches stay', onPush('main', { commits: merge(fromPull) }), [], 'own main, merged* feature/a'],
    [
      'a merged branch that is also a fallback',
      onPush('main', { commits: merge(fromPull) }),
      ['feature/a'],
      'own main, merged feature/a',
    ],
    ['a run without a branch', { eventName: 'release', payload: { repository } }, ['dev'], 'fallback dev'],
    ['a branch called none of these', onPush('main'), ['pr-7'], 'own main, fallback pr-7'],
  ])('%s', (_, given, fallback, read) => {
    expect(reads(planOf(given, { fallback }))).toBe(read)
  })
})

test('cache-read-merged: false reads no merged branch, and still the queue', () => {
  const given = onPush('main', { commits: merge(fromPull), sender: { login: 'github-merge-queue[bot]' } })
  expect(reads(planOf(given, { readMerged: false }))).toBe('own main, queue* the merge queue of main')
})

test('an unknown default branch is not read and not guessed', () => {
  const plan = planOf({ eventName: 'push', ref: 'refs/heads/main', payload: {} }, { write: 'default-branch' })
  expect(reads(plan)).toBe('own main')
  expect(writes(plan)).toBe('nothing')
})

test('the shards of the plan are those of the matrix', () => {
  const plan = planOf(onPush('main'), { shard: { part: 's', isMatrix: true }, shardIndex: 2 })
  expect(plan.readShards).toEqual(['s', ''])
  expect(plan.writeShards).toEqual(['s'])
  expect(plan.notes).toHaveLength(1)
})

const junk = fc.oneof(
  fc.constantFrom(
    'main',
    'octo/app',
    'mallory/app',
    'refs/heads/main',
    'pr-7',
    '',
    'closed',
    'a\nb',
    '\ud800',
  ),
  fc.constantFrom(7, 0, -1, 1.5, Number.NaN, 1e99, true, false, null, undefined),
  fc.constantFrom([], {}, ['main'], { length: 3 }, [[[]]], [null]),
)
const maybe = <T>(it: fc.Arbitrary<T>) => fc.oneof({ arbitrary: it, weight: 3 }, junk)
const repoLike = maybe(
  fc.record({ full_name: maybe(fc.constantFrom('octo/app', 'mallory/app')), default_branch: junk }),
)
const payloadLike = maybe(
  fc.record(
    {
      action: junk,
      ref: junk,
      ref_type: junk,
      deleted: junk,
      number: junk,
      master_branch: junk,
      commits: maybe(fc.array(maybe(fc.record({ message: maybe(fc.constant(fromPull)) })))),
      sender: maybe(fc.record({ login: maybe(fc.constant('github-merge-queue[bot]')) })),
      repository: repoLike,
      merge_group: maybe(fc.record({ base_ref: junk, head_ref: junk, head_commit: junk })),
      pull_request: maybe(
        fc.record({
          number: junk,
          head: maybe(fc.record({ ref: junk, repo: repoLike })),
          base: maybe(fc.record({ ref: junk, repo: repoLike })),
        }),
      ),
    },
    { requiredKeys: [] },
  ),
)
const environmentLike = fc.record({
  eventName: fc.constantFrom(
    'push',
    'create',
    'delete',
    'release',
    'schedule',
    'workflow_dispatch',
    'pull_request',
    'pull_request_review',
    'pull_request_target',
    'merge_group',
    'workflow_run',
    'issue_comment',
    '',
  ),
  ref: fc.constantFrom(
    '',
    'refs/heads/main',
    'refs/heads/a b',
    'refs/tags/v1',
    'refs/pull/7/merge',
    queueRef,
  ),
  headRef: fc.constantFrom('', 'main'),
  baseRef: fc.constantFrom('', 'main', '-x'),
  payload: payloadLike,
  payloadProblem: fc.constantFrom(undefined, undefined, 'gone'),
})
const inputsLike = fc.record({
  branch: fc.constantFrom('', 'main', 'pr-8'),
  fallback: fc.constantFrom<(string[] | undefined)[]>(undefined, [], ['main']),
  write: fc.constantFrom(...WRITE_MODES),
  readMerged: fc.boolean(),
  without: fc.constantFrom([], [], ['secret a']),
  shard: fc.constantFrom({ part: '', isMatrix: false }, { part: 's', isMatrix: true }),
  shardIndex: fc.constantFrom(undefined, 0, 1),
})

describe('whatever the event holds and the inputs say', () => {
  test('a run that lacks a secret reads the branches that a complete one reads, and no more', () => {
    fc.assert(
      fc.property(environmentLike, inputsLike, (given, inputs) => {
        const lacking = planOf(given, { ...inputs, without: ['secret a'] })
        expect(lacking.reads).toEqual(planOf(given, { ...inputs, without: [] }).reads)
      }),
    )
  })

  test('a run that is not trusted writes nothing but the scope of its pull request', () => {
    fc.assert(
      fc.property(environmentLike, inputsLike, (given, inputs) => {
        const environment = makeEnvironment(given)
        const run = identify(environment)
        const plan = makePlan(run, defaultBranch(environment), inputs)
        if (run.trust === 'trusted' || writes(plan) === 'nothing') return
        expect(run.trust).toBe('fork')
        expect(given.eventName).toBe('pull_request')
        expect(plan.own?.kind).toBe('pull')
      }),
      { numRuns: 5000 },
    )
  })

  test('a head of another repository is never trusted', () => {
    fc.assert(
      fc.property(environmentLike, inputsLike, forkHeads, (given, inputs, head) => {
        const environment = makeEnvironment({
          ...given,
          eventName: 'pull_request',
          payload: pullPayload({ head }),
          payloadProblem: undefined,
        })
        const plan = makePlan(identify(environment), defaultBranch(environment), inputs)
        expect(plan.own).toEqual({ kind: 'pull', number: 7 })
      }),
    )
  })

  test('nothing is written without an own branch, every name is one that git takes, each is read once', () => {
    fc.assert(
      fc.property(environmentLike, inputsLike, (given, inputs) => {
        const plan = planOf(given, inputs)
        if (!plan.own) expect(writes(plan)).toBe('nothing')
        for (const { branch } of plan.reads) {
          const name = branch.kind === 'branch' ? branch.name : branch.kind === 'queue' ? branch.base : '7'
          expect(name).toMatch(/^[a-z0-9][a-z0-9/-]*$/)
        }
        const read = plan.reads.map(({ branch }) => JSON.stringify(branch))
        expect(new Set(read).size).toBe(read.length)
        if (plan.own) expect(plan.reads[0]?.branch).toEqual(plan.own)
      }),
      { numRuns: 3000 },
    )
  })
})

const forkHeads = fc.oneof(
  fc.constantFrom('main', 'feature', 'pr-8', 'queue-main').map((ref) => forkHead(ref)),
  fc.constantFrom(null, 7, [], {}, 'octo/app', { full_name: 7 }).map((repo) => ({ ref: 'main', repo })),
)
