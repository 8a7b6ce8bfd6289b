import { expect, test } from '@jest/globals'
import { type Branch, branch, describeBranch } from '../../src/events/branch.ts'

test('a name is always a branch, whatever it looks like', () => {
  expect(branch('pr-7')).toEqual({ kind: 'branch', name: 'pr-7' })
})

test.each<[Branch, string]>([
  [{ kind: 'branch', name: 'feature/a' }, 'feature/a'],
  [{ kind: 'pull', number: 7 }, 'pull request 7'],
  [{ kind: 'queue', base: 'main' }, 'the merge queue of main'],
])('the log speaks of %j as %s', (it, words) => {
  expect(describeBranch(it)).toBe(words)
})
