import { describe, expect, test } from '@jest/globals'
import { withAnswers } from '../../src/events/identify.ts'
import { mergeGroup } from '../../src/events/merge-queue.ts'
import { makeEnvironment, repository } from '../environment.ts'

const sha = '929f8209d40f77f4abc622a499c93a83babdbe64'
const queueRef = (base: string) => `refs/heads/gh-readonly-queue/${base}/pr-104-${sha}`

describe('the base branch', () => {
  test.each<[string, string, object, string | undefined]>([
    ['from the event, a full ref', '', { base_ref: 'refs/heads/main' }, 'main'],
    ['from the event, a short name', '', { base_ref: 'main' }, 'main'],
    ['the event wins over the ref', queueRef('dev'), { base_ref: 'refs/heads/main' }, 'main'],
    ['from the head ref', '', { head_ref: queueRef('main') }, 'main'],
    ['from GITHUB_REF', queueRef('main'), {}, 'main'],
    ['with slashes', queueRef('release/1.0/x'), {}, 'release/1.0/x'],
    ['called like a part of the ref', queueRef('a/pr-1-abc'), {}, 'a/pr-1-abc'],
    ['none in another ref', 'refs/heads/main', {}, undefined],
    ['none where the ref has no number', `refs/heads/gh-readonly-queue/main/pr-x-${sha}`, {}, undefined],
    ['none where nothing is text', '', { base_ref: 7, head_ref: [] }, undefined],
  ])('%s', (_, ref, group, base) => {
    const run = mergeGroup(makeEnvironment({ ref, payload: { merge_group: group, repository } }))
    expect(run.base).toBe(base)
    expect(run.own).toEqual(base === undefined ? undefined : { kind: 'queue', base })
    expect(run.known).toBe(base !== undefined)
  })
})

describe('the branch of its pull request', () => {
  test.each<[string, unknown, string[]]>([
    ['a merge', { message: 'Merge pull request #104 from octo/feature/a\n\nTitle' }, ['feature/a']],
    ['a merge from a fork', { message: 'Merge pull request #104 from mallory/main' }, []],
    ['a merge of the base itself', { message: 'Merge pull request #104 from octo/main' }, []],
    ['a squash', { message: 'A title (#104)' }, []],
    ['no message', {}, []],
    ['no commit', null, []],
  ])('%s', (_, head_commit, merged) => {
    const payload = { merge_group: { base_ref: 'refs/heads/main', head_commit }, repository }
    expect(mergeGroup(makeEnvironment({ payload })).merged).toEqual(merged)
  })
})

describe('what the API is asked', () => {
  const group = (message: string, ref = queueRef('main')) =>
    mergeGroup(
      makeEnvironment({ payload: { merge_group: { head_ref: ref, head_commit: { message } }, repository } }),
    ).ask.map(({ path }) => path)
  test.each<[string, string[], string[]]>([
    ['a squash', ['A title (#104)'], ['/repos/octo/app/pulls/104']],
    ['a merge', ['Merge pull request #104 from octo/a'], []],
    ["a fork's merge", ['Merge pull request #104 from mallory/a'], []],
    ['no number', ['A title', 'refs/heads/main'], []],
    ['a number that is none', ['A title', queueRef('main').replace('104', '9'.repeat(20))], []],
  ])('%s', (_, [message = '', ref], paths) => {
    expect(group(message, ref)).toEqual(paths)
  })

  test('the answer is its head', () => {
    const body = { number: 104, head: { ref: 'a', repo: repository }, base: { ref: 'main' } }
    const payload = { merge_group: { head_ref: queueRef('main') }, repository }
    const run = withAnswers(
      mergeGroup(makeEnvironment({ payload })),
      { answers: [{ body }], notes: ['x'] },
      '',
    )
    expect(run).toMatchObject({ merged: ['a'], notes: ['x'], own: { kind: 'queue', base: 'main' } })
  })
})
