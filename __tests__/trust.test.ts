import { describe, expect, test } from '@jest/globals'
import { makeEntries } from '../src/cache/entries.ts'
import { parseSpecs } from '../src/cache/spec.ts'
import { defaultBranch } from '../src/github/default-branch.ts'
import { identify } from '../src/github/identify.ts'
import { branch } from '../src/scope/branch.ts'
import { formatKey } from '../src/scope/key.ts'
import { makePlan, WRITE_MODES } from '../src/scope/plan.ts'
import { parseShard } from '../src/scope/shard.ts'
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
]

// Whatever a trusted run reads, by the branches that such a repository may have.
const trusted = new Set(
  ['main', 'release/1.0', 'dev', 'feature', 'pr-7', 'pr-8', 'queue-main', 'x__main', 'main..a', 'Main'].map(
    (name) => formatKey({ name: '', branch: branch(name), shard: '' }),
  ),
)

describe.each(outsiders)('%s', (_, given) => {
  test.each(WRITE_MODES)('writes no scope that a trusted run reads, cache-write: %s', (write) => {
    const environment = makeEnvironment(given)
    let written = 0
    for (const line of specs) {
      for (const attempt of attempts) {
        for (const cacheName of ['', 'main', 'pr-7', 'x__main']) {
          const none = {
            branch: '',
            fallback: undefined,
            readMerged: true,
            shard: parseShard(''),
            shardIndex: 0,
          }
          const plan = makePlan(identify(environment), defaultBranch(environment), {
            ...none,
            ...attempt,
            write,
          })
          const { to, from } = makeEntries(plan, parseSpecs([line], {}), cacheName)
          for (const { keys, backend } of to) {
            written += 1
            for (const key of keys) {
              // Its own number from the event, and off gha only where the workflow says so.
              expect(key).toMatch(/(^|__)pr-7(\.\.|$)/)
              expect(trusted.has(key)).toBe(false)
            }
            expect(backend === 'gha' || write === 'always').toBe(true)
          }
          for (const { keys } of from) {
            // Another fork's scope is never read; one's own number is.
            expect(keys.join()).not.toMatch(/(^|__)pr-(?!7(\.\.|$))\d+(\.\.|$)/)
          }
        }
      }
    }
    const isFork = environment.eventName === 'pull_request' && written > 0
    expect(written === 0 || isFork).toBe(true)
  })
})
