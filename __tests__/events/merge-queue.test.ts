import { describe, expect, test } from '@jest/globals'
import { withAnswers } from '../../src/events/identify.ts'
import { mergeGroup } from '../../src/events/merge-queue.ts'
import { create, dispatch, push } from '../../src/events/push.ts'
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

describe('a push of the branch that the queue makes for a group', () => {
  const sender = { login: 'github-merge-queue[bot]' }
  const pushed = (message: string, more: object = {}, ref = queueRef('release/1')) =>
    makeEnvironment({
      ref,
      payload: { ref, created: true, head_commit: { message }, commits: [], sender, repository, ...more },
    })
  const group = (message: string) =>
    makeEnvironment({
      ref: queueRef('release/1'),
      payload: {
        merge_group: { head_ref: queueRef('release/1'), head_commit: { message } },
        repository,
      },
    })

  test.each([
    ['a merge', 'Merge pull request #104 from octo/feature/a\n\nTitle'],
    ["a fork's merge", 'Merge pull request #104 from mallory/main'],
    ['a squash', 'A title (#104)'],
  ])("is the same run as merge_group's: %s", (_, message) => {
    expect(push(pushed(message))).toEqual(mergeGroup(group(message)))
  })

  test('known by its pusher too', () => {
    const more = { sender: { login: 'ada' }, pusher: { name: 'github-merge-queue[bot]' } }
    expect(push(pushed('A title (#104)', more))).toEqual(mergeGroup(group('A title (#104)')))
  })

  test("so is the event of the branch's creation, which tells no commit", () => {
    const payload = {
      ref: queueRef('main').replace('refs/heads/', ''),
      ref_type: 'branch',
      sender,
      repository,
    }
    for (const ref of [queueRef('main'), '']) {
      expect(create(makeEnvironment({ ref, payload }))).toMatchObject({
        own: { kind: 'queue', base: 'main' },
        base: 'main',
        writable: 'not-gha',
        ask: [{ path: '/repos/octo/app/pulls/104' }],
      })
    }
  })

  test.each<[string, object, string?]>([
    ['by somebody else', { sender: { login: 'ada' }, pusher: { name: 'ada' } }],
    ['by one who calls himself so', { sender: { login: 'ada', name: 'github-merge-queue[bot]' } }],
    ['by nobody that the event names', { sender: undefined }],
    ['by a name that is like it', { sender: { login: 'github-merge-queue' } }],
    ['of another ref', {}, 'refs/heads/gh-readonly-queue/main/x'],
    ['of a ref that begins otherwise', {}, `refs/heads/x/gh-readonly-queue/main/pr-104-${sha}`],
  ])('%s is a push of a branch', (_, more, ref = queueRef('main')) => {
    expect(push(pushed('Words', more, ref)).own).toEqual({
      kind: 'branch',
      name: ref.replace('refs/heads/', ''),
    })
  })

  test('its deletion has no branch, and a person who runs a workflow on it has that branch', () => {
    expect(push(pushed('', { deleted: true })).own).toBeUndefined()
    expect(dispatch(pushed('')).own?.kind).toBe('branch')
  })
})
