import { expect, test } from '@jest/globals'
import { type Run, stranger, type Writable } from '../../src/github/run.ts'
import { type Branch, branch } from '../../src/scope/branch.ts'
import type { WRITE_MODES } from '../../src/scope/plan.ts'
import { chooseWrite } from '../../src/scope/write.ts'

const pull: Branch = { kind: 'pull', number: 7 }
const queue: Branch = { kind: 'queue', base: 'main' }
const runOf = (own: Branch | undefined, writable: Writable): Run => ({
  ...stranger,
  own,
  ownWhy: 'why no own',
  writable,
  writableWhy: 'why so',
})
const none = { onGha: false, elsewhere: false }
const all = { onGha: true, elsewhere: true }

test.each<[string, Run, (typeof WRITE_MODES)[number], object]>([
  ['auto, everywhere', runOf(branch('b'), 'everywhere'), 'auto', { ...all, why: 'why so' }],
  ['auto, gha alone', runOf(pull, 'gha-alone'), 'auto', { onGha: true, elsewhere: false, why: 'why so' }],
  ['always, gha alone', runOf(pull, 'gha-alone'), 'always', { ...all, why: 'cache-write is always' }],
  ['auto, not gha', runOf(queue, 'not-gha'), 'auto', { onGha: false, elsewhere: true, why: 'why so' }],
  ['always, not gha', runOf(queue, 'not-gha'), 'always', { onGha: false, elsewhere: true, why: 'why so' }],
  ['always, nowhere', runOf(branch('b'), 'nowhere'), 'always', { ...none, why: 'why so' }],
  ['never', runOf(branch('b'), 'everywhere'), 'never', { ...none, why: 'cache-write is never' }],
  ['no own branch', runOf(undefined, 'everywhere'), 'always', { ...none, why: 'why no own' }],
  ['default-branch, on it', runOf(branch('main'), 'everywhere'), 'default-branch', { ...all, why: 'why so' }],
  [
    'default-branch, on another',
    runOf(branch('b'), 'everywhere'),
    'default-branch',
    { ...none, why: 'cache-write is default-branch, and b is not it' },
  ],
  [
    "default-branch, a fork's",
    runOf(pull, 'gha-alone'),
    'default-branch',
    { ...none, why: 'cache-write is default-branch, and pull request 7 is not it' },
  ],
  [
    'default-branch, its queue',
    runOf(queue, 'not-gha'),
    'default-branch',
    { ...none, why: 'cache-write is default-branch, and the merge queue of main is not it' },
  ],
])('%s', (_, run, mode, write) => {
  expect(chooseWrite(run, 'main', mode)).toEqual(write)
})

test('an unknown default branch is no branch', () => {
  const write = chooseWrite(runOf(branch('undefined'), 'everywhere'), undefined, 'default-branch')
  expect(write.elsewhere).toBe(false)
})
