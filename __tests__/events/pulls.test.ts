import { describe, expect, test } from '@jest/globals'
import { askOfPull, askOfPush, headByPull, mergedByPulls } from '../../src/events/pulls.ts'

const id = (digit: string): string => digit.repeat(40)
const commit = (digit: string, message: string) => ({ id: id(digit), message })

describe('what is asked of a push', () => {
  const asked = (commits: unknown[], head = id('f'), repository = 'octo/app'): string[] =>
    askOfPush(commits, head, 'main', repository).map(({ path }) =>
      path.replace(/^\/repos\/octo\/app\/commits\/(.).*\/pulls$/, '$1'),
    )

  test.each<[string, unknown[], string[]]>([
    ['a squash', [commit('f', 'A title (#1)')], ['f']],
    ['a rebase', [commit('1', 'One'), commit('2', 'Two'), commit('f', 'Three')], ['f']],
    ['no commits', [], ['f']],
    ['squashes, the newest first', [commit('1', 'One (#1)'), commit('f', 'Two (#2)')], ['f', '1']],
    ['three at most', ['1', '2', '3', '4', 'f'].map((it) => commit(it, `Words (#${it})`)), ['f', '4', '3']],
    ['a title with a body', [commit('1', 'One (#1)\n\nBody'), commit('f', 'x')], ['f', '1']],
    ['a number in a body alone', [commit('1', 'One\n\nBody #1'), commit('f', 'x')], ['f']],
    ['a merge below a squash', [commit('1', "Merge branch 'a'"), commit('f', 'x (#1)')], ['f']],
    ['a merge', [commit('1', 'One (#1)'), commit('f', "Merge branch 'a'")], []],
    ["a fork's merge", [commit('f', 'Merge pull request #1 from mallory/a')], []],
    ['ids that are none', [{ id: '../x', message: 'a (#1)' }, { id: 7, message: 'b (#2)' }, null, 7], ['f']],
  ])('%s', (_, commits, expected) => {
    expect(asked(commits)).toEqual(expected)
  })

  test.each(['', 'abc', 'main', `${id('f')}/../..`, id('F'), id('g')])('nothing of the head %j', (head) => {
    expect(asked([], head)).toEqual([])
  })

  test.each(['', 'octo', 'octo/app/x', '../..', 'octo/..', 'octo/a b', 'octo/app?x', './app'])(
    'nothing in the repository %j',
    (repository) => {
      expect(asked([], id('f'), repository)).toEqual([])
      expect(askOfPull(7, repository)).toEqual([])
    },
  )

  test('a commit of SHA-256', () => {
    expect(askOfPush([], 'a'.repeat(64), 'main', 'octo/app')).toHaveLength(1)
  })
})

test('Gitea and Forgejo answer with one pull request, under another name', () => {
  const api = 'https://git.example.org/api/v1'
  const path = `/repos/octo/app/commits/${id('f')}/pull`
  expect(askOfPush([], id('f'), 'main', 'octo/app', api).map((it) => it.path)).toEqual([path])
  const names = (body: unknown, url = api) =>
    mergedByPulls([{ body }], 'main', 'octo/app', url).map(({ name }) => name)
  expect(names(pull('a'))).toEqual(['a'])
  expect(names([pull('a')])).toEqual([])
  expect(names(null)).toEqual([])
  expect(names(pull('a', { merged_at: null }))).toEqual([])
  expect(names(pull('a'), 'https://git.example.org/api/v3')).toEqual([])
})

const pull = (head: string, more: object = {}) => ({
  number: 7,
  merged_at: '2026-11-20T09:30:00Z',
  head: { ref: head, repo: { full_name: 'octo/app' } },
  base: { ref: 'main' },
  ...more,
})

describe('what counts of the answers', () => {
  const counted = (...bodies: unknown[]): string[] =>
    mergedByPulls(
      bodies.map((body) => ({ body })),
      'main',
      'octo/app',
    ).map(({ name }) => name)

  test.each<[string, unknown, string[]]>([
    ['a merged one', [pull('a')], ['a']],
    [
      'the last merged first',
      [pull('a', { merged_at: '2025' }), pull('b', { merged_at: '2026' })],
      ['b', 'a'],
    ],
    ['not merged', [pull('a', { merged_at: null })], []],
    ['another base', [pull('a', { base: { ref: 'dev' } })], []],
    ['a fork', [pull('a', { head: { ref: 'a', repo: { full_name: 'mallory/app' } } })], []],
    ['a fork that is gone', [pull('a', { head: { ref: 'a', repo: null } })], []],
    ['no head', [pull('a', { head: null })], []],
    ['not a list', pull('a'), []],
    ['nothing', undefined, []],
    ['other things in the list', [null, 7, [], 'x', pull('a')], ['a']],
  ])('%s', (_, body, names) => {
    expect(counted(body)).toEqual(names)
  })

  test('answers in the order of the questions', () => {
    expect(counted([pull('b', { merged_at: '2025' })], [pull('a', { merged_at: '2026' })])).toEqual([
      'b',
      'a',
    ])
  })

  test('which pull request told it', () => {
    const answers = [{ body: [pull('a'), pull('b', { number: 'x' })] }]
    expect(mergedByPulls(answers, 'main', 'octo/app').map(({ why }) => why)).toEqual([
      "GitHub's API: pull request #7",
      "GitHub's API: pull request #?",
    ])
  })

  test('the head of a merge group is not merged yet', () => {
    const answers = [{ body: pull('a', { merged_at: null }) }]
    expect(headByPull(answers, 'main', 'octo/app').map(({ name }) => name)).toEqual(['a'])
    expect(headByPull(answers, 'dev', 'octo/app')).toEqual([])
    expect(headByPull(answers, 'main', 'mallory/app')).toEqual([])
    expect(headByPull([{ body: null }, { body: [pull('a')] }], 'main', 'octo/app')).toEqual([])
  })
})
