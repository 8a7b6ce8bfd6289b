import { describe, expect, test } from '@jest/globals'
import { parseSpecs } from '../src/backends/spec.ts'
import { branch } from '../src/events/branch.ts'
import { defaultBranch } from '../src/events/default-branch.ts'
import { identify } from '../src/events/identify.ts'
import type { PlanInputs } from '../src/inputs/cache-inputs.ts'
import { WRITE_MODES } from '../src/inputs/cache-inputs.ts'
import { formatKey } from '../src/keys/key.ts'
import { parseShard } from '../src/keys/shard.ts'
import { type Entry, makeEntries } from '../src/plan/entries.ts'
import { makePlan } from '../src/plan/plan.ts'
import { forkHead, makeEnvironment, pullPayload, repository } from './environment.ts'

// What an outsider can cause, and every field of it that an outsider can choose.
const lies = ['main', 'refs/heads/main', 'release/1.0', 'pr-8', 'queue-main', 'x__main', 'main..a', '../main']
const outsiders: [string, Parameters<typeof makeEnvironment>[0]][] = [
  ...lies.map((ref): [string, Parameters<typeof makeEnvironment>[0]] => [
    `a fork’s pull request from ${ref}`,
    {
      eventName: 'pull_request',
      ref: 'refs/pull/7/merge',
      headRef: ref,
      payload: pullPayload({ head: forkHead(ref) }),
    },
  ]),
  [
    'a deleted fork’s',
    {
      eventName: 'pull_request',
      ref: 'refs/pull/7/merge',
      payload: pullPayload({ head: { ref: 'main', repo: null } }),
    },
  ],
  [
    'a fork of the same name in other case',
    { eventName: 'pull_request', payload: pullPayload({ head: forkHead('main', 'Octo/App') }) },
  ],
  [
    'a fork’s, closed',
    {
      eventName: 'pull_request',
      ref: 'refs/heads/main',
      payload: pullPayload({ head: forkHead('main'), action: 'closed', merged: true }),
    },
  ],
  ['a review', { eventName: 'pull_request_review', payload: pullPayload({ head: 'main' }) }],
  [
    'a review of a fork’s',
    { eventName: 'pull_request_review', payload: pullPayload({ head: forkHead('main') }) },
  ],
  [
    'pull_request_target',
    {
      eventName: 'pull_request_target',
      ref: 'refs/heads/main',
      payload: pullPayload({ head: forkHead('main') }),
    },
  ],
  ...[
    'workflow_run',
    'issue_comment',
    'issues',
    'fork',
    'watch',
    'check_run',
    'status',
    'deployment',
    'discussion',
    'an_event_of_next_year',
    'constructor',
  ].map((eventName): [string, Parameters<typeof makeEnvironment>[0]] => [
    eventName,
    {
      eventName,
      ref: 'refs/heads/main',
      payload: {
        repository,
        ref: 'refs/heads/main',
        workflow_run: { head_branch: 'main' },
        deployment: { ref: 'main' },
      },
    },
  ]),
  [
    'an event that could not be read',
    { eventName: 'push', ref: 'refs/heads/main', payload: undefined, payloadProblem: 'gone' },
  ],
]

const specs = [
  'type=gha',
  'type=registry,ref=r.io/o/cache',
  'type=registry,ref=r.io/o/cache:main',
  'type=local,dest=/c',
  'type=s3,region=r,bucket=b',
  'type=azblob,account_url=https://a.example',
  'type=inline,ref=r.io/o/app',
]

const attempts = [
  {},
  { branch: 'main' },
  { fallback: ['main', 'pr-7'] },
  { shard: parseShard('main'), shardIndex: 0 },
  { shard: parseShard('{"a":"main"}'), shardIndex: undefined },
  { without: ['secret A'] },
  { without: ['secret A'], shard: parseShard('{"a":"main"}'), shardIndex: 0 },
]

// Whatever a trusted run reads, by the branches that such a repository may have.
const trustedKeys = new Set(
  ['main', 'release/1.0', 'dev', 'feature', 'pr-7', 'pr-8', 'queue-main', 'x__main', 'main..a', 'Main'].map(
    (name) => formatKey({ name: '', branch: branch(name), shard: '' }),
  ),
)

type Given = Parameters<typeof makeEnvironment>[0]

const none = {
  branch: '',
  fallback: undefined,
  readMerged: true,
  without: [],
  shard: parseShard(''),
  shardIndex: 0,
}

const cacheNames = ['', 'main', 'pr-7', 'x__main', 'without']

/** What a run reads and writes, whatever the cache, its name and the other inputs. */
function entriesOf(given: Given, inputs: Partial<PlanInputs>): { from: Entry[]; to: Entry[] }[] {
  const environment = makeEnvironment(given)
  const plan = makePlan(identify(environment), defaultBranch(environment), {
    ...none,
    write: 'auto',
    ...inputs,
  })
  return specs.flatMap((line) => cacheNames.map((name) => makeEntries(plan, parseSpecs([line], {}), name)))
}

const placesOf = (entries: readonly Entry[]): string[] => entries.flatMap(({ places }) => places)

describe.each(outsiders)('threat model, what others can cause: %s', (_, given) => {
  test.each(WRITE_MODES)('writes no scope that a trusted run reads, cache-write: %s', (write) => {
    let written = 0
    for (const attempt of attempts) {
      for (const { to, from } of entriesOf(given, { ...attempt, write })) {
        for (const { keys, backend } of to) {
          written += 1
          for (const key of keys) {
            // Its own number from the event, and off gha only where the workflow says so.
            expect(key).toMatch(/(^|__)pr-7(\.\.|$)/)
            expect(trustedKeys.has(key)).toBe(false)
          }
          expect(backend === 'gha' || write === 'always').toBe(true)
        }
        for (const { keys } of from) {
          // Another fork's scope is never read; one's own number is.
          expect(keys.join()).not.toMatch(/(^|__)pr-(?!7(\.\.|$))\d+(\.\.|$)/)
        }
      }
    }
    const isFork = given?.eventName === 'pull_request' && written > 0
    expect(written === 0 || isFork).toBe(true)
  })
})

// What somebody who may push here can cause, with all that an outsider can put into it.
const queue = 'refs/heads/gh-readonly-queue/main/pr-7-0123456'
const trusted: [string, Given][] = [
  ...['main', 'dev', 'pr-7', 'queue-main'].map((name): [string, Given] => [
    `a push to ${name}`,
    {
      eventName: 'push',
      ref: `refs/heads/${name}`,
      payload: {
        repository,
        sender: { login: 'github-merge-queue[bot]' },
        commits: [...lies, 'pr-7', 'refs/pull/7/head'].map((it) => ({
          message: `Merge pull request #7 from octo/${it}`,
        })),
      },
    },
  ]),
  ['a push of a tag', { ref: 'refs/tags/pr-7', payload: { base_ref: 'refs/heads/pr-7', repository } }],
  [
    'a release',
    {
      eventName: 'release',
      ref: 'refs/tags/v1',
      payload: { release: { target_commitish: 'pr-7' }, repository },
    },
  ],
  ['a pull request', { eventName: 'pull_request', payload: pullPayload({ head: 'pr-7', base: 'pr-8' }) }],
  [
    'the merge queue',
    {
      eventName: 'merge_group',
      ref: queue,
      payload: {
        merge_group: { head_ref: queue, head_commit: { message: 'Merge pull request #7 from octo/pr-7' } },
        repository,
      },
    },
  ],
  [
    'a push of a branch that is called like the merge queue’s',
    { eventName: 'push', ref: queue, payload: { repository, ref: queue, sender: { login: 'someone' } } },
  ],
  ['a schedule', { eventName: 'schedule', ref: 'refs/heads/main', payload: {} }],
]

test('threat model, a fork writes `pr-<N>` alone: no trusted run reads it, whatever either says', () => {
  const written = outsiders.flatMap(([, given]) =>
    attempts.flatMap((it) => entriesOf(given, { ...it, write: 'always' }).flatMap(({ to }) => placesOf(to))),
  )
  const read = trusted.flatMap(([, given]) =>
    attempts.flatMap((it) => entriesOf(given, it).flatMap(({ from }) => placesOf(from))),
  )
  expect(new Set(written).size).toBeGreaterThan(20)
  expect(new Set(read).size).toBeGreaterThan(100)
  expect([...new Set(read)].filter((place) => written.includes(place))).toEqual([])
})

describe('threat model, a run that lacks a secret', () => {
  const all = [...outsiders, ...trusted]
  const shards = [{}, { shard: parseShard('{"a":"main"}'), shardIndex: 0 }]
  const placesIn = (side: 'from' | 'to', without: string[]): Set<string> =>
    new Set(
      all.flatMap(([, given]) =>
        shards.flatMap((it) =>
          entriesOf(given, { ...it, without, write: 'always' }).flatMap((entries) => placesOf(entries[side])),
        ),
      ),
    )
  const lacks = [[], ['secret A'], ['secret B'], ['secret A', 'secret B'], ['ssh A']]

  test('writes nothing that a run reads which has it, or lacks another one', () => {
    for (const without of lacks) {
      const written = placesIn('to', without)
      expect(written.size).toBeGreaterThan(20)
      for (const others of lacks.filter((it) => it.length > 0 && it !== without)) {
        expect([...placesIn('to', others)].filter((it) => written.has(it))).toEqual([])
      }
      const complete = placesIn('from', [])
      if (without.length > 0) expect([...written].filter((it) => complete.has(it))).toEqual([])
    }
  })

  test('reads base, default and merged branches like any other', () => {
    for (const [, given] of all) {
      const [complete] = entriesOf(given, {})
      const [lacking] = entriesOf(given, { without: ['secret A'] })
      const keys = (from: Entry[] = []): string[] => from.flatMap((it) => (it.role === 'own' ? [] : it.keys))
      expect(keys(lacking?.from)).toEqual(expect.arrayContaining(keys(complete?.from)))
    }
  })
})

const keysOf = (entries: readonly Entry[]): string[] => entries.flatMap(({ keys }) => keys)
const ofQueue = /(^|__)queue-/

describe('threat model, merged branches', () => {
  const onMain = (messages: readonly string[], login = 'someone'): Given => ({
    eventName: 'push',
    ref: 'refs/heads/main',
    payload: { repository, sender: { login }, commits: messages.map((message) => ({ message })) },
  })
  const heads = [
    ...lies,
    'dev',
    'pr-7',
    'refs/pull/7/head',
    'pr-7__x',
    'without.secrets-982a723df7e2c08b__main',
  ]
  const ours = heads.flatMap((head) => [
    `Merge pull request #7 from octo/${head}`,
    `Merge branch '${head}'`,
    `Merge branches '${head}' and 'pr-7'`,
    `Merge remote-tracking branches 'origin/pr-7', 'origin/queue-main' and 'origin/${head}'`,
    `Merge remote-tracking branch 'origin/${head}'`,
    `Merge pull request 'A title' (#7) from ${head} into main`,
  ])
  const theirs = heads.flatMap((head) => [
    `Merge pull request #7 from mallory/${head}`,
    `Merge branch '${head}' of https://example.org/mallory/app`,
    `Merge branches '${head}' and 'dev' of https://example.org/mallory/app`,
    `Merge remote-tracking branches 'mallory/${head}' and 'mallory/dev'`,
    `Merge remote-tracking branch 'mallory/${head}'`,
    `Merge pull request 'A title' (#7) from mallory/app:${head} into main`,
  ])
  const mergedOf = (message: string, inputs: Partial<PlanInputs> = {}): string[] => [
    ...new Set(
      entriesOf(onMain([message]), inputs).flatMap(({ from }) =>
        keysOf(from.filter(({ role }) => role === 'merged')),
      ),
    ),
  ]

  test('a message names a branch of this repository, and never a `pr-<N>`, a queue or a scope apart', () => {
    const read = ours.flatMap((message) => mergedOf(message))
    expect(new Set(read).size).toBeGreaterThan(10)
    for (const key of read) expect(key).not.toMatch(/(^|__)(pr-\d+|queue-[^_]*|without\..*)$/)
    expect(mergedOf('Merge pull request #7 from octo/dev')).toContain('dev')
    expect(mergedOf('Merge pull request #7 from octo/pr-7')).toContain('pr-7-c1cec5c4a6eb6fe4')
  })

  test.each(theirs)('a branch of another owner is not read: %s', (message) => {
    // `mallory/dev` of a remote could be a branch of that name here, and its key is another one than that of `dev`.
    expect(mergedOf(message)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/(^|__)(dev|main|pr-\d+)$/)]),
    )
  })

  test('no message changes what is written', () => {
    const writes = (messages: string[]) =>
      entriesOf(onMain(messages), { write: 'always' }).map(({ to }) => keysOf(to))
    for (const message of [...ours, ...theirs]) expect(writes([message])).toEqual(writes([]))
  })

  test('`cache-read-merged: false` reads none', () => {
    for (const message of ours) expect(mergedOf(message, { readMerged: false })).toEqual([])
  })
})

describe('threat model, the merge queue', () => {
  const group = (base: string, message: string): Given => {
    const ref = `refs/heads/gh-readonly-queue/${base}/pr-7-0123456`
    return {
      eventName: 'merge_group',
      ref,
      payload: { merge_group: { head_ref: ref, head_commit: { message } }, repository },
    }
  }

  const pushed = (message: string): Given => ({
    eventName: 'push',
    ref: queue,
    payload: {
      head_commit: { message },
      commits: [],
      sender: { login: 'github-merge-queue[bot]' },
      repository,
    },
  })

  test.each([
    ['merge_group', (message: string) => group('main', message)],
    ['its push', pushed],
  ])('a queue writes `queue-<base>` alone, and nothing on gha: %s', (_, eventOf) => {
    for (const head of [...lies, 'pr-7']) {
      for (const attempt of attempts.filter((it) => !('branch' in it))) {
        const given = eventOf(`Merge pull request #7 from mallory/${head}`)
        const written = entriesOf(given, { ...attempt, write: 'always' }).flatMap(({ to }) => to)
        expect(written.length).toBeGreaterThan(0)
        for (const { backend, keys } of written) {
          expect(backend).not.toBe('gha')
          for (const key of keys) expect(key).toMatch(/(^|__)queue-main(\.\.|$)/)
        }
      }
    }
  })

  test('no other event writes a queue’s scope, whatever a branch is called', () => {
    const others = [...outsiders, ...trusted].filter(([, given]) => given?.eventName !== 'merge_group')
    for (const [, given] of others) {
      for (const attempt of [...attempts, { branch: 'queue-main' }]) {
        const written = entriesOf(given, { ...attempt, write: 'always' }).flatMap(({ to }) => keysOf(to))
        expect(written.filter((key) => ofQueue.test(key))).toEqual([])
      }
    }
  })

  test('a fork’s run reads no queue’s scope', () => {
    const forks = outsiders.filter(([, given]) => identify(makeEnvironment(given)).trust === 'fork')
    expect(forks.length).toBeGreaterThan(lies.length)
    for (const [, given] of forks) {
      for (const attempt of attempts) {
        const read = entriesOf(given, attempt).flatMap(({ from }) => keysOf(from))
        expect(read.filter((key) => ofQueue.test(key))).toEqual([])
      }
    }
  })

  test.each(['github-merge-queue[bot]', 'github-merge-queue', 'GITHUB-MERGE-QUEUE[bot]', 'mallory[bot]', ''])(
    'a push reads it only where the queue pushed: %j',
    (login) => {
      const payload = { repository, sender: { login }, commits: [] }
      const read = entriesOf({ eventName: 'push', ref: 'refs/heads/main', payload }, {}).flatMap(({ from }) =>
        keysOf(from),
      )
      expect(read.some((key) => ofQueue.test(key))).toBe(login === 'github-merge-queue[bot]')
    },
  )
})
