import { expect, test } from '@jest/globals'
import { makeEntries } from '../../src/cache/entries.ts'
import { parseSpecs } from '../../src/cache/spec.ts'
import { defaultBranch } from '../../src/github/default-branch.ts'
import type { Environment } from '../../src/github/environment.ts'
import { identify } from '../../src/github/identify.ts'
import { planLines } from '../../src/report/plan-lines.ts'
import { makePlan, type PlanInputs } from '../../src/scope/plan.ts'
import { forkHead, makeEnvironment, pullPayload, repository } from '../environment.ts'

function linesFor(given: Partial<Environment>, inputs: Partial<PlanInputs> = {}): string[] {
  const environment = makeEnvironment(given)
  const run = identify(environment)
  const base = defaultBranch(environment)
  const plan = makePlan(run, base, {
    branch: '',
    fallback: undefined,
    write: 'auto',
    readMerged: true,
    shard: { part: '', isMatrix: false },
    shardIndex: undefined,
    ...inputs,
  })
  const entries = makeEntries(plan, parseSpecs(['type=registry,ref=r.io/app']), '')
  return planLines(environment.eventName, run, base, plan, entries)
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
    'read            registry main (default)',
    'write           registry feature-a-951d42dc02dc7431 (own: feature/a)',
  ])
})

test('a fork’s', () => {
  const payload = pullPayload({ head: forkHead('main') })
  expect(linesFor({ eventName: 'pull_request', payload }, { branch: 'main' })).toEqual([
    "event           pull_request (a fork's: it may write only what no trusted run reads)",
    "own branch      pull request 7 (from the pull request's number, since its head is not of this repository)",
    'base branch     main',
    'default branch  main (from repository.default_branch)',
    "note            cache-branch is ignored: a fork's run does not choose whose cache it writes",
    'read            registry pr-7 (own: pull request 7)',
    'read            registry main (base)',
    "write           nothing: a fork's pull request writes on gha alone",
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
    'note            this job is number 0 and also writes the common scope, which all jobs read',
    'read            registry main..s (own: main)',
    'read            registry main (own)',
    'write           registry main..s (own: main)',
    'write           registry main (own)',
  ])
})

test('what is not known is said', () => {
  const lines = linesFor({ eventName: '', payload: undefined, payloadProblem: 'gone' })
  expect(lines).toEqual([
    'event           unknown (anyone can cause it: it writes nothing)',
    'own branch      none: GITHUB_EVENT_NAME is not set',
    'default branch  unknown: neither the event nor the environment names it',
    'write           nothing: GITHUB_EVENT_NAME is not set',
  ])
})
