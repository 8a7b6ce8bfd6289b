import { describe, expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/backends/spec.ts'
import { defaultBranch } from '../../src/events/default-branch.ts'
import { identify } from '../../src/events/identify.ts'
import type { PlanInputs } from '../../src/inputs/cache-inputs.ts'
import { makeEntries } from '../../src/plan/entries.ts'
import { withinService } from '../../src/plan/github-limits.ts'
import { makePlan } from '../../src/plan/plan.ts'
import { noPlanLines, planLines } from '../../src/report/plan-lines.ts'
import type { CacheService } from '../../src/runner/cache-service.ts'
import type { Environment } from '../../src/runner/environment.ts'
import { makeBuildInputs } from '../build-inputs.ts'
import { forkHead, makeEnvironment, pullPayload, repository } from '../environment.ts'
import { plainPlanInputs } from '../plan-inputs.ts'

const full: CacheService = {
  offered: true,
  canRead: true,
  canWrite: true,
  why: 'the token can read and write',
}

function linesFor(
  given: Partial<Environment>,
  inputs: Partial<PlanInputs> = {},
  cache = ['type=registry,ref=r.io/app'],
  service = full,
): string[] {
  const environment = makeEnvironment(given)
  const run = identify(environment)
  const base = defaultBranch(environment)
  const made = makePlan(run, base, { ...plainPlanInputs, ...inputs })
  const plan = withinService(made, service)
  const specs = parseSpecs(cache, {})
  const entries = makeEntries(plan, specs, '')
  return planLines({
    environment,
    run,
    base,
    plan,
    service,
    specs,
    entries,
    inputs: makeBuildInputs(),
    earlier: [],
    now: { places: [], image: '', others: {} },
  })
}

test('a pull request of this repository', () => {
  const payload = pullPayload({ head: 'feature/a', base: 'dev' })
  expect(linesFor({ eventName: 'pull_request', payload })).toEqual([
    'event           pull_request (trusted)',
    'own branch      feature/a (from pull_request.head.ref)',
    'base branch     dev',
    'default branch  main (from repository.default_branch)',
    'read            registry feature-a-951d42dc02dc7431 (own: feature/a)',
    'read            registry dev (base)',
    'read            registry queue-dev (queue: the merge queue of dev)',
    'read            registry main (default)',
    'write           registry feature-a-951d42dc02dc7431 (own: feature/a)',
  ])
})

test('a fork’s', () => {
  const payload = pullPayload({ head: forkHead('main') })
  expect(linesFor({ eventName: 'pull_request', payload }, { branch: 'main' })).toEqual([
    "event           pull_request (a fork's: it can write only what no trusted run reads)",
    "own branch      pull request 7 (from the pull request's number, because its head is not in this repository)",
    'base branch     main',
    'default branch  main (from repository.default_branch)',
    "note            cache-branch is ignored: a fork's run cannot choose which branch's cache it writes",
    'read            registry pr-7 (own: pull request 7)',
    'read            registry main (base)',
    "write           nothing: a fork's pull request writes only on gha",
  ])
})

test('a tag', () => {
  expect(linesFor({ eventName: 'push', ref: 'refs/tags/v1', payload: { repository } })).toEqual([
    'event           push (trusted)',
    'own branch      none: a tag has no branch of its own',
    'default branch  main (from repository.default_branch)',
    'read            registry main (default)',
    'write           nothing: a tag has no branch of its own',
  ])
})

test('a matrix', () => {
  const inputs = { shard: { part: 's', isMatrix: true }, shardIndex: 0 }
  expect(linesFor({ ref: 'refs/heads/main', payload: { repository } }, inputs).slice(3)).toEqual([
    'note            this job is number 0 (cache-shard-index) and also writes the common scope, from which new jobs of the matrix start',
    'read            registry main..s (own: main)',
    'read            registry main (own)',
    'write           registry main..s (own: main)',
    'write           registry main (own)',
  ])
})

test('a pull request that could not be read', () => {
  const lost = { payload: undefined, payloadProblem: 'gone' }
  const lines = linesFor({ eventName: 'pull_request', ref: 'refs/pull/7/merge', baseRef: 'main', ...lost })
  expect(lines[0]).toBe('event           pull_request (unverified: it writes nothing)')
})

test('what is unknown is reported', () => {
  const lines = linesFor({ eventName: '', payload: undefined, payloadProblem: 'gone' })
  expect(lines).toEqual([
    'event           unknown (anyone can trigger it: it writes nothing)',
    'own branch      none: GITHUB_EVENT_NAME is not set',
    'default branch  unknown: neither the event nor the environment names it; specify it in cache-fallback',
    'write           nothing: GITHUB_EVENT_NAME is not set',
  ])
})

test('nothing is written on gha, and why, apart from the others', () => {
  const service = { ...full, canWrite: false, why: "the workflow's cache-mode is read" }
  const given = { ref: 'refs/heads/main', payload: { repository } }
  expect(linesFor(given, {}, ['gha', 'type=local,dest=/c'], service).slice(3)).toEqual([
    'read            gha main (own)',
    'read            local main (own)',
    'write           local main (own)',
    "write           nothing on gha: the workflow's cache-mode is read",
  ])
  expect(linesFor(given, { write: 'never' }, ['gha', 'type=local,dest=/c'], full).slice(5)).toEqual([
    'write           nothing on gha: cache-write is never',
    'write           nothing: cache-write is never',
  ])
})

test('several scopes in one export are one line', () => {
  const inputs = { shard: { part: 's', isMatrix: true }, shardIndex: 0 }
  const given = { ref: 'refs/heads/main', payload: { repository } }
  const lines = linesFor(given, inputs, ['type=s3,region=a,bucket=b'])
  expect(lines.slice(4)).toEqual([
    'read            s3 main..s (own: main)',
    'read            s3 main (own)',
    'write           s3 main..s and main (own: main)',
  ])
})

test('no credential is in the lines', () => {
  const line = 'type=azblob,account_url=https://a.blob.core.windows.net,secret_access_key=s3cr3t'
  const lines = linesFor({ ref: 'refs/heads/main', payload: { repository } }, {}, [line])
  expect(lines.join()).toContain('azblob main')
  expect(lines.join()).not.toContain('s3cr3t')
})

describe('what the user wrote for buildx, in a run that outsiders can trigger', () => {
  const own = { 'cache-to': ['type=gha'], 'build-args': ['A=1', 'BUILDKIT_INLINE_CACHE=1'] }
  const planned = (eventName: string, whyNone = '') => {
    const environment = makeEnvironment({ eventName, ref: 'refs/heads/main', payload: { repository } })
    return {
      run: identify(environment),
      inputs: makeBuildInputs(own),
      whyNone,
    } as Parameters<typeof noPlanLines>[0]
  }
  const said = ['cache-to', 'BUILDKIT_INLINE_CACHE'].map((it) => ({
    text: `${it} is your own entry and is passed on as written, in a run that outsiders can trigger.`,
    isNotice: false,
  }))

  test('is named, also without a cache of the action', () => {
    expect(noPlanLines(planned('issue_comment'), false)).toEqual(said)
  })

  test('is no notice, even where a missing builder is one', () => {
    const text = 'No cache: no such builder.'
    expect(noPlanLines(planned('issue_comment', text), true)).toEqual([{ text, isNotice: true }, ...said])
    expect(noPlanLines(planned('push', text), false)).toEqual([{ text, isNotice: false }])
  })

  test('is not mentioned in a trusted run', () => {
    expect(noPlanLines(planned('push'), false)).toEqual([])
  })
})

describe('merged branches that GitHub does not let this run read', () => {
  const payload = {
    ref: 'refs/heads/main',
    before: '1',
    after: '2',
    repository,
    commits: [{ id: '9c1f6e3', message: 'Merge pull request #7 from octo/topic' }],
  }
  const lines = (cache: string[]): string[] =>
    linesFor({ eventName: 'push', payload, ref: 'refs/heads/main' }, {}, cache).filter((it) =>
      /^not read/.test(it),
    )

  test.each([
    ['on gha', ['type=gha'], ['not read        topic: GitHub does not let this run read its cache']],
    ['on a registry it is read', ['type=registry,ref=r.io/app'], []],
    ['where one of two reads it, nothing is out of reach', ['type=gha', 'type=registry,ref=r.io/app'], []],
  ])('%s', (_, cache, expected) => {
    expect(lines(cache)).toEqual(expected)
  })
})
