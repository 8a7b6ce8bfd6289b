import { describe, expect, test } from '@jest/globals'
import { mergedBranches } from '../../src/github/merged.ts'

const merged = (...messages: unknown[]): string[] =>
  mergedBranches(
    messages.map((message) => ({ message })),
    'main',
    'octo/app',
  )

describe('messages that merge a branch of this repository', () => {
  test.each([
    ['Merge pull request #3 from octo/feature', 'feature'],
    ['Merge pull request #3 from octo/feature\n\nIts title', 'feature'],
    ['Merge pull request #3 from octo/feature\r\n\r\nIts title', 'feature'],
    ['Merge pull request #3 from octo/feature/a', 'feature/a'],
    ['Merge pull request #3 from Octo/feature', 'feature'],
    ['Merge pull request #3 from octo/pr-7', 'pr-7'],
    ['Merge pull request #3 from octo/octo/x', 'octo/x'],
    ["Merge pull request #3 from octo/it's", "it's"],
    ["Merge branch 'feature'", 'feature'],
    ["Merge branch 'feature' into main", 'feature'],
    ["Merge branch 'feature/a'\n\nBody", 'feature/a'],
    ["Merge branch 'it's'", "it's"],
    ["Merge branch 'queue-main'", 'queue-main'],
  ])('%j', (message, name) => {
    expect(merged(message)).toEqual([name])
  })
})

describe('messages that merge none', () => {
  test.each([
    'Merge pull request #3 from mallory/feature',
    'Merge pull request #3 from octo-cat/feature',
    'Merge pull request #3 from octo',
    'Merge pull request #3 from octo/',
    'Merge pull request #3 from /feature',
    'Merge pull request #x from octo/feature',
    'Merge pull request #3 from octo/main',
    'Merge pull request #3 from octo/feature into main',
    'Merge pull request #3 from octo/a b',
    'Merge pull request #3 from octo/../../main',
    'Merge pull request #3 from octo/a..b',
    'Merge pull request #3 from octo/-x',
    'Merge pull request #3 from octo/a.lock',
    'Merge pull request #3 from octo/\u0000',
    'Merge pull request #3 from octo/a\ud800',
    "Merge branch 'main'",
    "Merge branch 'feature' into dev",
    "Merge branch 'feature' of github.com:octo/app",
    "Merge branch 'feature' of https://github.com/mallory/app",
    "Merge branch 'main' of https://github.com/octo/app into feature",
    "Merge branches 'a' and 'b'",
    "Merge tag 'v1'",
    "Merge commit 'abc'",
    "Merge remote-tracking branch 'origin/feature'",
    'Merge branch "feature"',
    'Merge branch feature',
    'A title (#3)',
    'Revert "Merge pull request #3 from octo/feature"',
    'x\nMerge pull request #3 from octo/feature',
    ' Merge pull request #3 from octo/feature',
    '',
    7,
    null,
    ['Merge pull request #3 from octo/feature'],
  ])('%j', (message) => {
    expect(merged(message)).toEqual([])
  })
})

test('the newest three, each once, the last commit first', () => {
  const messages = ['a', 'b', 'a', 'c', 'd'].map((name) => `Merge pull request #3 from octo/${name}`)
  expect(merged(...messages)).toEqual(['d', 'c', 'a'])
})

test('what is left out does not count among the three', () => {
  const names = ['octo/a', 'octo/b', 'octo/c', 'mallory/x', 'octo/main', 'octo/..']
  expect(merged(...names.map((name) => `Merge pull request #3 from ${name}`))).toEqual(['c', 'b', 'a'])
})

test.each([undefined, null, 7, 'Merge branch', {}, { length: 1 }, [null, 7, [], 'x']])(
  'commits of another shape merge none: %j',
  (commits) => {
    expect(mergedBranches(commits, 'main', 'octo/app')).toEqual([])
  },
)

test('without a repository nothing is of this repository', () => {
  expect(mergedBranches([{ message: 'Merge pull request #3 from octo/a' }], 'main', '')).toEqual([])
})

test('the commits are left as they are', () => {
  const commits = [{ message: '1' }, { message: '2' }]
  mergedBranches(commits, 'main', 'octo/app')
  expect(commits).toEqual([{ message: '1' }, { message: '2' }])
})
