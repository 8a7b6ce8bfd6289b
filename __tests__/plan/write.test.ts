import { expect, test } from '@jest/globals'
import { type Branch, branch } from '../../src/events/branch.ts'
import { type Run, untrustedRun, type Writable } from '../../src/events/run.ts'
import type { WRITE_MODES } from '../../src/inputs/cache-inputs.ts'
import { chooseWrite } from '../../src/plan/write.ts'

const pull: Branch = { kind: 'pull', number: 7 }
const queue: Branch = { kind: 'queue', base: 'main' }
const runOf = (own: Branch | undefined, writable: Writable): Run => ({
  ...untrustedRun,
  own,
  ownWhy: 'why no own',
  writable,
  writableWhy: 'why so',
})
const both = (allowed: boolean, why: string) => ({ onGha: { allowed, why }, elsewhere: { allowed, why } })
const no = { allowed: false, why: 'why so' }
const yes = { allowed: true, why: 'why so' }

test.each<[string, Run, (typeof WRITE_MODES)[number], object]>([
  ['auto, everywhere', runOf(branch('b'), 'everywhere'), 'auto', both(true, 'why so')],
  ['auto, gha alone', runOf(pull, 'gha-alone'), 'auto', { onGha: yes, elsewhere: no }],
  [
    'always, gha alone',
    runOf(pull, 'gha-alone'),
    'always',
    { onGha: yes, elsewhere: { allowed: true, why: 'cache-write is always' } },
  ],
  ['auto, not gha', runOf(queue, 'not-gha'), 'auto', { onGha: no, elsewhere: yes }],
  ['always, not gha', runOf(queue, 'not-gha'), 'always', { onGha: no, elsewhere: yes }],
  ['always, nowhere', runOf(branch('b'), 'nowhere'), 'always', both(false, 'why so')],
  ['never', runOf(branch('b'), 'everywhere'), 'never', both(false, 'cache-write is never')],
  ['no own branch', runOf(undefined, 'everywhere'), 'always', both(false, 'why no own')],
  ['default-branch, on it', runOf(branch('main'), 'everywhere'), 'default-branch', both(true, 'why so')],
  [
    'default-branch, on another',
    runOf(branch('b'), 'everywhere'),
    'default-branch',
    both(false, 'cache-write is default-branch, and b is not the default branch'),
  ],
  [
    "default-branch, a fork's",
    runOf(pull, 'gha-alone'),
    'default-branch',
    both(false, 'cache-write is default-branch, and pull request 7 is not the default branch'),
  ],
  [
    'default-branch, its queue',
    runOf(queue, 'not-gha'),
    'default-branch',
    both(false, 'cache-write is default-branch, and the merge queue of main is not the default branch'),
  ],
])('%s', (_, run, mode, write) => {
  expect(chooseWrite(run, 'main', mode)).toEqual(write)
})

test('an unknown default branch is no branch', () => {
  const write = chooseWrite(runOf(branch('undefined'), 'everywhere'), undefined, 'default-branch')
  expect(write.elsewhere.allowed).toBe(false)
})
