import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseSpecs } from '../../src/backends/spec.ts'
import { type Branch, branch } from '../../src/events/branch.ts'
import { commandOrder } from '../../src/plan/command-order.ts'
import { makeEntries } from '../../src/plan/entries.ts'
import type { Read } from '../../src/plan/reads.ts'

const yes = { allowed: true, why: '' }
const queue: Branch = { kind: 'queue', base: 'dev' }

/** The keys as --cache-from lists them. */
function ordered(
  reads: readonly [role: string, of: string | Branch][],
  readShards: readonly string[] = [''],
  lines = ['type=registry,ref=r.io/app'],
): string[] {
  const plan = {
    own: undefined,
    ownWhy: '',
    write: { onGha: yes, elsewhere: yes },
    without: [],
    notes: [],
    reads: reads.map(
      ([role, of]): Read => ({ role, branch: typeof of === 'string' ? branch(of) : of, onGha: true }),
    ),
    readShards: [...readShards],
    writeShards: [],
    soleShard: '',
  }
  return commandOrder(makeEntries(plan, parseSpecs(lines, {}), '').from).map(
    ({ backend, keys }) => `${backend} ${keys.join()}`,
  )
}

test.each<[title: string, reads: [string, string | Branch][], keys: string[]]>([
  ['own alone', [['own', 'main']], ['main']],
  [
    'a branch',
    [
      ['own', 'topic'],
      ['default', 'main'],
    ],
    ['main', 'topic'],
  ],
  [
    'a pull request into another branch than the default',
    [
      ['own', 'topic'],
      ['base', 'dev'],
      ['default', 'main'],
    ],
    ['main', 'dev', 'topic'],
  ],
  [
    'of the branches that the user named the first is the last of them',
    [
      ['own', 'topic'],
      ['fallback', 'one'],
      ['fallback', 'two'],
    ],
    ['two', 'one', 'topic'],
  ],
  [
    'a merge: what it merged is last, and of that the newest, which the plan has first',
    [
      ['own', 'dev'],
      ['merged', 'newest'],
      ['merged', 'older'],
      ['merged', 'oldest'],
      ['queue', queue],
      ['default', 'main'],
    ],
    ['main', 'dev', 'queue-dev', 'oldest', 'older', 'newest'],
  ],
  [
    'the merge queue: its pull request’s branch is last',
    [
      ['own', queue],
      ['head', 'topic'],
      ['base', 'dev'],
      ['default', 'main'],
    ],
    ['main', 'dev', 'queue-dev', 'topic'],
  ],
])('%s', (_, reads, keys) => {
  expect(ordered(reads)).toEqual(keys.map((key) => `registry ${key}`))
})

test('a shard stands after its common scope, and the specs of one scope as they were written', () => {
  const lines = ['type=local,dest=/c', 'type=registry,ref=r.io/app']
  const reads: [string, string][] = [
    ['own', 'topic'],
    ['default', 'main'],
  ]
  expect(ordered(reads, ['s', ''], lines)).toEqual(
    ['main', 'main..s', 'topic', 'topic..s'].flatMap((key) => [`local ${key}`, `registry ${key}`]),
  )
})

test('several branches of one role keep their shards and specs together', () => {
  const reads: [string, string][] = [
    ['own', 'topic'],
    ['fallback', 'one'],
    ['fallback', 'two'],
  ]
  const lines = ['type=local,dest=/c', 'type=registry,ref=r.io/app']
  expect(ordered(reads, ['s', ''], lines)).toEqual(
    ['two', 'two..s', 'one', 'one..s', 'topic', 'topic..s'].flatMap((key) => [
      `local ${key}`,
      `registry ${key}`,
    ]),
  )
})

test('nothing is lost and nothing is added, whatever is read', () => {
  const roles = fc.constantFrom('own', 'merged', 'queue', 'head', 'fallback', 'base', 'default', 'new')
  const anyReads = fc.uniqueArray(fc.tuple(roles, fc.constantFrom('a', 'b', 'c')), { selector: String })
  fc.assert(
    fc.property(anyReads, fc.constantFrom([''], ['s', '']), (reads, shards) => {
      const keys = reads.flatMap(([, of]) => shards.map((shard) => `registry ${of}${shard && `..${shard}`}`))
      expect(ordered(reads, shards).sort()).toEqual(keys.sort())
    }),
  )
})
