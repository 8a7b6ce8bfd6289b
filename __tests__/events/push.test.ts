import { describe, expect, test } from '@jest/globals'
import { withAnswers } from '../../src/events/identify.ts'
import { create, deletion, dispatch, push, release } from '../../src/events/push.ts'
import { makeEnvironment, repository } from '../environment.ts'

describe('the ref of the run is GITHUB_REF, else the event’s', () => {
  test.each<[string, string, unknown, string | undefined, string]>([
    ['GITHUB_REF', 'refs/heads/a', 'refs/heads/b', 'a', 'GITHUB_REF'],
    ['the event', '', 'refs/heads/b', 'b', 'ref in the event'],
    ['neither', '', 7, undefined, 'the run names no branch'],
    ['a tag', 'refs/tags/v1', 'refs/heads/b', undefined, 'a tag has no branch of its own'],
    ['a tag in the event', '', 'refs/tags/v1', undefined, 'a tag has no branch of its own'],
    ['a branch called like a tag', 'refs/heads/refs/tags/v1', '', 'refs/tags/v1', 'GITHUB_REF'],
    ['a branch called like a ref', 'refs/heads/refs/heads/x', '', 'refs/heads/x', 'GITHUB_REF'],
    ['a short name is no ref', 'main', '', undefined, 'the run names no branch'],
    ['a merge ref', 'refs/pull/7/merge', '', undefined, 'the run names no branch'],
  ])('%s', (_, ref, inEvent, name, ownWhy) => {
    const environment = makeEnvironment({ ref, payload: { ref: inEvent, repository } })
    for (const row of [push, dispatch]) {
      expect(row(environment)).toMatchObject({
        own: name === undefined ? undefined : { kind: 'branch', name },
        ownWhy,
      })
    }
  })
})

describe('create has a short name in its event', () => {
  test.each<[string, object, string | undefined]>([
    ['a branch', { ref: 'new', ref_type: 'branch' }, 'new'],
    ['a tag', { ref: 'v1', ref_type: 'tag' }, undefined],
    ['nothing', {}, undefined],
    ['a list', { ref: ['new'], ref_type: 'branch' }, undefined],
  ])('%s', (_, payload, name) => {
    const { own } = create(makeEnvironment({ ref: '', payload }))
    expect(own).toEqual(name === undefined ? undefined : { kind: 'branch', name })
  })
})

describe('a push deletes only where it says true', () => {
  test.each([
    [true, false],
    [false, true],
    ['true', true],
    [undefined, true],
  ])('deleted: %j', (deleted, hasOwn) => {
    const run = push(makeEnvironment({ ref: 'refs/heads/main', payload: { deleted } }))
    expect(run.own !== undefined).toBe(hasOwn)
  })
})

test('who is of the repository can be told from its payload or the environment', () => {
  const commits = [{ message: 'Merge pull request #3 from octo/a' }]
  const mergedIn = (payload: object, name: string) =>
    push(makeEnvironment({ ref: 'refs/heads/main', payload: { commits, ...payload }, repository: name }))
      .merged
  expect(mergedIn({ repository }, 'other/app')).toEqual(['a'])
  expect(mergedIn({}, 'octo/app')).toEqual(['a'])
  expect(mergedIn({}, 'other/app')).toEqual([])
})

test('the pushed branch is not merged into itself', () => {
  const commits = [{ message: "Merge branch 'main'" }]
  expect(push(makeEnvironment({ ref: 'refs/heads/main', payload: { commits } })).merged).toEqual([])
})

test('a tag that holds merges reads none of them', () => {
  const commits = [{ message: "Merge branch 'a'" }]
  expect(push(makeEnvironment({ ref: 'refs/tags/v1', payload: { commits } })).merged).toEqual([])
})

test.each([release, deletion])('%p has no own branch and may be given one', (row) => {
  expect(row(makeEnvironment())).toMatchObject({
    own: undefined,
    known: true,
    trust: 'trusted',
    writable: 'nowhere',
  })
})

describe('what the API told is read before what messages tell', () => {
  const sha = 'f'.repeat(40)
  const pulls = (...names: string[]) =>
    names.map((name) => ({
      number: 7,
      merged_at: '2026-11-20T09:30:00Z',
      head: { ref: name, repo: { full_name: 'octo/app' } },
      base: { ref: 'main' },
    }))
  const commits = [{ message: "Merge branch 'a'" }, { id: sha, message: 'A title (#7)' }]
  const environment = makeEnvironment({ ref: 'refs/heads/main', sha, payload: { commits, repository } })

  test('each branch once, three at most, and how each was learnt', () => {
    const answers = [{ body: pulls('b', 'a') }, { body: pulls('c', 'd') }]
    const run = withAnswers(push(environment), { answers, notes: [] }, '')
    expect(run.merged).toEqual(['b', 'a', 'c'])
    expect(Object.keys(run.mergedWhy)).toEqual(['b', 'a', 'c'])
    expect(run.mergedWhy.a).toBe("GitHub's API: pull request #7")
  })

  test('without it the messages do', () => {
    const run = push(environment)
    expect(run).toMatchObject({ merged: ['a'], mergedWhy: { a: 'the message of the merge commit' } })
    expect(run.ask).toEqual([{ path: `/repos/octo/app/commits/${sha}/pulls`, about: 'commit fffffff' }])
  })

  test('what it did not tell is a note', () => {
    expect(withAnswers(push(environment), { answers: [], notes: ['a line'] }, '').notes).toEqual(['a line'])
  })

  test.each([
    ['a new branch', { created: true }, 0],
    ['one that only says so', { created: 'true' }, 1],
  ])('%s', (_, more, count) => {
    const payload = { commits, repository, ...more }
    expect(push(makeEnvironment({ ref: 'refs/heads/new', sha, payload })).ask).toHaveLength(count)
  })
})
