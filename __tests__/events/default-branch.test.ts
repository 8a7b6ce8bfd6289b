import { describe, expect, test } from '@jest/globals'
import { defaultBranch } from '../../src/events/default-branch.ts'
import type { Environment } from '../../src/runner/environment.ts'
import { makeEnvironment } from '../environment.ts'

const all = {
  repository: { default_branch: 'one' },
  pull_request: { base: { repo: { default_branch: 'two' } } },
  master_branch: 'three',
}

const ask = (given: Partial<Environment>) => defaultBranch(makeEnvironment(given))

describe('is learnt in this order', () => {
  test.each([
    ['repository.default_branch', all, 'one'],
    ['pull_request.base.repo.default_branch', { ...all, repository: {} }, 'two'],
    ['master_branch', { ...all, repository: null, pull_request: 7 }, 'three'],
    ['GITHUB_REF, which is the default branch on schedule', {}, 'four'],
  ])('%s', (from, payload, name) => {
    expect(ask({ payload, eventName: 'schedule', ref: 'refs/heads/four' })).toEqual({ name, from })
  })
})

describe('GITHUB_REF tells it on events that always run there', () => {
  test.each([
    'schedule',
    'repository_dispatch',
    'issue_comment',
    'issues',
    'workflow_run',
    'check_run',
    'check_suite',
    'delete',
    'fork',
    'gollum',
    'watch',
    'discussion',
    'discussion_comment',
    'label',
    'milestone',
    'page_build',
    'public',
    'status',
    'branch_protection_rule',
    'image_version',
  ])('%s', (eventName) => {
    expect(ask({ eventName, ref: 'refs/heads/trunk' }).name).toBe('trunk')
  })

  test.each([
    'push',
    'create',
    'workflow_dispatch',
    'release',
    'pull_request',
    'pull_request_target',
    'merge_group',
    'deployment',
    'deployment_status',
    'registry_package',
    '',
  ])('and not on %s', (eventName) => {
    expect(ask({ eventName, ref: 'refs/heads/trunk' }).name).toBeUndefined()
  })
})

describe('is not guessed', () => {
  test.each<[string, Partial<Environment>]>([
    ['nothing names it', { eventName: 'push', ref: 'refs/heads/main' }],
    ['no payload', { eventName: 'push', payload: undefined, payloadProblem: 'gone' }],
    ['a number', { payload: { repository: { default_branch: 7 } } }],
    ['an empty text', { payload: { repository: { default_branch: '' } } }],
    ['a name that git refuses', { payload: { repository: { default_branch: 'a b' } } }],
    ['a ref that is no branch', { eventName: 'schedule', ref: 'refs/tags/v1' }],
    ['an empty ref', { eventName: 'schedule', ref: '' }],
  ])('%s', (_, given) => {
    expect(ask(given)).toEqual({
      name: undefined,
      from: 'neither the event nor the environment names it',
    })
  })
})
