import { describe, expect, test } from '@jest/globals'
import { pullRequest, pullRequestReview, pullRequestTarget } from '../../src/events/pull-request.ts'
import { forkHead, makeEnvironment, pullPayload, repository } from '../environment.ts'

describe('the number of a fork’s pull request', () => {
  const from = (number: unknown, inPull: unknown, ref: string) => {
    const { pull_request } = pullPayload({ head: forkHead('main') })
    const payload = { number, pull_request: { ...pull_request, number: inPull }, repository }
    return pullRequest(makeEnvironment({ payload, ref })).own
  }
  test.each<[string, unknown, unknown, string, number | undefined]>([
    ['number', 1, 2, 'refs/pull/3/merge', 1],
    ['pull_request.number', undefined, 2, 'refs/pull/3/merge', 2],
    ['GITHUB_REF', undefined, undefined, 'refs/pull/3/merge', 3],
    ['a text is no number', '1', '2', 'refs/pull/3/merge', 3],
    ['none is below 1', 0, -1, 'refs/pull/3/merge', 3],
    ['none is a fraction', 1.5, Number.NaN, 'refs/pull/3/merge', 3],
    ['none is beyond what can be counted', 1e300, 2 ** 53, 'refs/pull/3/merge', 3],
    ['nowhere', null, {}, 'refs/heads/main', undefined],
    ['a branch called like the ref', null, {}, 'refs/heads/refs/pull/3/merge', undefined],
  ])('%s', (_, number, inPull, ref, expected) => {
    expect(from(number, inPull, ref)).toEqual(
      expected === undefined ? undefined : { kind: 'pull', number: expected },
    )
  })
})

describe('a head is of this repository only where the event proves it', () => {
  const trustOf = (head: unknown, payload: object = {}, repo = 'octo/app') =>
    pullRequest(makeEnvironment({ payload: { ...pullPayload({ head }), ...payload }, repository: repo }))
      .trust
  test.each([
    ['the same name', forkHead('main', 'octo/app'), 'trusted'],
    ['another owner', forkHead('main', 'mallory/app'), 'fork'],
    ['another repository', forkHead('main', 'octo/app2'), 'fork'],
    ['no repository', { ref: 'main', repo: null }, 'fork'],
    ['none said', { ref: 'main' }, 'fork'],
    ['a number', { ref: 'main', repo: { full_name: 7 } }, 'fork'],
    ['an empty name', { ref: 'main', repo: { full_name: '' } }, 'fork'],
    ['a text', { ref: 'main', repo: 'octo/app' }, 'fork'],
    ['no head', null, 'fork'],
  ])('%s', (_, head, trust) => {
    expect(trustOf(head)).toBe(trust)
  })

  test('GITHUB_REPOSITORY stands in where the event names no repository', () => {
    expect(trustOf(forkHead('x', 'octo/app'), { repository: undefined })).toBe('trusted')
    expect(trustOf(forkHead('x', 'octo/app'), { repository: undefined }, 'octo/b')).toBe('fork')
  })

  test('with no name on either side it is a fork', () => {
    expect(trustOf({ ref: 'main', repo: {} }, { repository: undefined }, '')).toBe('fork')
    expect(trustOf({ ref: 'main', repo: { full_name: '' } }, { repository: undefined }, '')).toBe('fork')
  })
})

test('a full ref in the event is the same branch', () => {
  const run = pullRequest(
    makeEnvironment({ payload: pullPayload({ head: 'refs/heads/feature', base: 'refs/heads/main' }) }),
  )
  expect(run).toMatchObject({ own: { kind: 'branch', name: 'feature' }, base: 'main' })
})

test('the base stands in the environment too', () => {
  expect(pullRequest(makeEnvironment({ payload: {}, baseRef: 'dev' })).base).toBe('dev')
  expect(pullRequest(makeEnvironment({ payload: pullPayload(), baseRef: 'dev' })).base).toBe('main')
  expect(pullRequestTarget(makeEnvironment({ payload: {}, baseRef: 'dev' })).base).toBe('dev')
})

test('a review writes nothing, and the log says why', () => {
  expect(pullRequestReview(makeEnvironment({ payload: pullPayload() }))).toMatchObject({
    own: { kind: 'branch', name: 'feature' },
    trust: 'outsider',
    writable: 'nowhere',
    writableWhy: 'anyone can review a pull request',
  })
})

test('the head of pull_request_target is no part of the run', () => {
  const run = pullRequestTarget(makeEnvironment({ payload: pullPayload({ head: 'feature' }) }))
  expect(JSON.stringify(run)).not.toContain('feature')
})
