import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Branch, branch } from '../../src/events/branch.ts'
import { namePart } from '../../src/keys/cache-name.ts'
import { branchPart, formatKey } from '../../src/keys/key.ts'
import { parseKey } from '../../src/keys/parse-key.ts'
import { parseShard } from '../../src/keys/shard.ts'

const main = { name: '', branch: 'main', shard: '' }
const HASH = '951d42dc02dc7431'

test.each<[string, object]>([
  ['main', main],
  ['api__main', { ...main, name: 'api' }],
  ['main..arm64', { ...main, shard: 'arm64' }],
  ['queue-worker__pr-7..3.12', { name: 'queue-worker', branch: 'pr-7', shard: '3.12' }],
  [`feature-a-${HASH}`, { ...main, branch: `feature-a-${HASH}` }],
  ['queue-main', { ...main, branch: 'queue-main' }],
  [`queue-release-1-0-${HASH}`, { ...main, branch: `queue-release-1-0-${HASH}` }],
  [`x-queue-main-${HASH}`, { ...main, branch: `x-queue-main-${HASH}` }],
  [`pr-7-${HASH}`, { ...main, branch: `pr-7-${HASH}` }],
  [
    `without.service-${HASH}__pr-7..arm64`,
    { name: `without.service-${HASH}`, branch: 'pr-7', shard: 'arm64' },
  ],
  // Others write such names too: what tells them from ours is the scope record.
  ['latest', { ...main, branch: 'latest' }],
  ['1.2.3', { ...main, branch: '1.2.3' }],
])('%s', (key, parts) => {
  expect(parseKey(key)).toEqual(parts)
})

describe('not a key', () => {
  test.each([
    '',
    'Main',
    'v1+2',
    'a__b__c',
    'a..b..c',
    'a..b__c',
    '__main',
    'main..',
    'api__',
    'a___b',
    '-main',
    'main-',
    'feature/a',
    'sha256:0123',
    'pr-0',
    'pr-07',
    'pr-99999999999999999999',
    'queue-',
    'queue-queue-main',
    'queue-pr-7',
    `pr-${'a'.repeat(16)}`,
    `without.x-${HASH}`,
    `main..without.x-${HASH}`,
    'b'.repeat(49),
    `${'n'.repeat(33)}__main`,
    `main..${'s'.repeat(39)}`,
    `${'b'.repeat(32)}-${HASH}`,
  ])('%j', (text) => {
    expect(parseKey(text)).toBeUndefined()
  })
})

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.stringMatching(/^[A-Ca-cpr0-9/._-]{1,8}$/),
  fc.constantFrom(
    'main',
    'pr',
    'queue',
    'pr-7',
    'queue-main',
    'PR',
    'Queue',
    'release/1.0',
    'x',
    '日本',
    HASH,
  ),
  fc.stringMatching(/^(queue-|pr-|x-|without\.)?[a-z]{0,50}(-[0-9a-f]{16})?$/).filter((it) => it !== ''),
)
const branches: fc.Arbitrary<Branch> = fc.oneof(
  text.map(branch),
  text.map((base): Branch => ({ kind: 'queue', base })),
  fc.integer({ min: 1 }).map((number): Branch => ({ kind: 'pull', number })),
)

test('every key that is made is read, and gives back what it was made of', () => {
  const names = fc.tuple(fc.oneof(fc.constant(''), text), fc.oneof(fc.constant(''), text), fc.array(text))
  const shards = fc.oneof(
    fc.constant(''),
    text.filter((it) => !it.startsWith('{') && it !== 'null'),
  )
  fc.assert(
    fc.property(names, branches, shards, ([given, inSpec, without], whose, shardText) => {
      const name = namePart(given, inSpec, without)
      const shard = parseShard(shardText).part
      const parts = { name, branch: branchPart(whose), shard }
      expect(parseKey(formatKey({ name, branch: whose, shard }))).toEqual(parts)
    }),
    { numRuns: 5000 },
  )
})

test('what is read as a key is spelled by its parts alone', () => {
  const near = fc.oneof(
    text,
    fc
      .array(fc.constantFrom('main', 'a', 'pr-', '7', 'queue-', '__', '..', '-', '.', HASH), { maxLength: 6 })
      .map((it) => it.join('')),
  )
  fc.assert(
    fc.property(near, (key) => {
      const parts = parseKey(key)
      if (!parts) return
      const { name, branch, shard } = parts
      expect(`${name && `${name}__`}${branch}${shard && `..${shard}`}`).toBe(key)
    }),
    { numRuns: 5000 },
  )
})
