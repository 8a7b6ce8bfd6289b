import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Branch, branch } from '../../src/events/branch.ts'
import { namePart } from '../../src/keys/cache-name.ts'
import { formatKey } from '../../src/keys/key.ts'
import { parseShard } from '../../src/keys/shard.ts'

/** A scope as the user and the event name it. */
type Texts = { name: string; inSpec?: string; without?: string[]; branch: Branch; shard: string }

const keyOf = ({ name, inSpec = '', without = [], branch, shard }: Texts): string =>
  formatKey({ name: namePart(name, inSpec, without), branch, shard: parseShard(shard).part })

const pull = (number: number): Branch => ({ kind: 'pull', number })
const queue = (base: string): Branch => ({ kind: 'queue', base })

describe('the keys of README and docs/keys.md', () => {
  test.each<[string, Partial<Texts> & { branch: Branch }, string]>([
    ['main', { branch: branch('main') }, 'main'],
    ['feature/a', { branch: branch('feature/a') }, 'feature-a-951d42dc02dc7431'],
    ['a branch called pr-7', { branch: branch('pr-7') }, 'pr-7-c1cec5c4a6eb6fe4'],
    ['a branch called queue-main', { branch: branch('queue-main') }, 'x-queue-main-7fc4f805d98679f0'],
    ['a branch without a word', { branch: branch('日本') }, 'x-cf2abf0c5be326cb'],
    ['the queue of release/1.0', { branch: queue('release/1.0') }, 'queue-release-1-0-05c07dbfbae008d1'],
    [
      'image, pull request and shard',
      { name: 'queue-worker', branch: pull(7), shard: '3.12' },
      'queue-worker__pr-7..3.12',
    ],
    ['pull request 7', { branch: pull(7) }, 'pr-7'],
    ['the queue of main', { branch: queue('main') }, 'queue-main'],
    ['the queue of a branch called pr-7', { branch: queue('pr-7') }, 'queue-pr-7-c1cec5c4a6eb6fe4'],
    [
      'the queue of a branch called queue-main',
      { branch: queue('queue-main') },
      'queue-x-queue-main-7fc4f805d98679f0',
    ],
    ['a name', { name: 'api', branch: branch('main') }, 'api__main'],
    ['a shard', { branch: branch('main'), shard: 'arm64' }, 'main..arm64'],
    [
      'a run without the secret license',
      { branch: branch('main'), without: ['secret license'] },
      'without.secrets-982a723df7e2c08b__main',
    ],
    [
      'the same of an image',
      { name: 'services/api', branch: pull(7), shard: 'arm64', without: ['secret license'] },
      'without.service-fd3ae126e8153000__pr-7..arm64',
    ],
  ])('%s', (_, texts, key) => {
    expect(keyOf({ name: '', shard: '', ...texts })).toBe(key)
  })
})

test('the longest key has 128 characters', () => {
  const longest = { name: 'n'.repeat(32), branch: queue('b'.repeat(48)), shard: 's'.repeat(38) }
  expect(keyOf(longest)).toHaveLength(128)
  expect(keyOf({ ...longest, without: ['secret a'] })).toHaveLength(128)
})

// Names that are near each other, and near what the rules treat apart.
const words = [
  'main',
  'Main',
  'pr',
  'queue',
  'x-queue',
  'a',
  'b',
  '7',
  'x',
  '951d42dc02dc7431',
  'é',
  '🐛',
  '日本',
]
const joints = ['/', '-', '--', '_', '__', '.', '..', ',', ';', ' ', "'", '"', '=', '$(', '#', '@', '%', '']
const nearby = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...joints)), { minLength: 1, maxLength: 5 })
  .map((pairs) => pairs.flat().join(''))
const long = fc
  .tuple(fc.constantFrom('a', 'A', 'queue-', 'pr-', 'a/'), fc.integer({ min: 10, max: 60 }), nearby)
  .map(([unit, times, end]) => unit.repeat(times).slice(0, times) + end)
const numbers = fc.oneof(
  fc.integer({ min: 1, max: 20 }),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
)
const text = fc.oneof(
  { arbitrary: nearby, weight: 4 },
  long,
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.stringMatching(/^[A-Ca-c0-9/._-]{1,4}$/),
  numbers.map((number) => `pr-${number}`),
)
const word = text.filter((it) => it !== 'null' && !it.startsWith('{'))
const matrix = fc
  .dictionary(fc.constantFrom('os', 'v'), fc.oneof(fc.integer({ min: 1, max: 9 }), text, fc.boolean()))
  .map((it) => (Object.keys(it).length === 0 ? '' : JSON.stringify(it, Object.keys(it).sort())))
const kind = fc.oneof(text.map(branch), text.map(queue), numbers.map(pull))
const lacking = fc.oneof(
  { arbitrary: fc.constant<string[]>([]), weight: 3 },
  fc.uniqueArray(
    text.map((it) => `secret ${it}`),
    { minLength: 1, maxLength: 3 },
  ),
)
const scopes: fc.Arbitrary<Texts> = fc.record({
  without: lacking,
  name: fc.oneof(fc.constant(''), text),
  branch: kind,
  shard: fc.oneof(fc.constant(''), word, matrix),
})

/** Thousands of scopes, and those that are named after the keys of others and the parts of these. */
function manyScopes(): Texts[] {
  const first = fc.sample(scopes, 8000)
  const second = first.flatMap((it, i): Texts[] => {
    const key = keyOf(it)
    const [head = '', tail = ''] = key.split('__')
    return [
      { name: '', branch: branch(key), shard: '' },
      { name: '', branch: queue(key), shard: '' },
      { name: key, branch: branch('main'), shard: '' },
      { name: head, branch: branch(tail || head), shard: '' },
      { name: '', branch: branch(key.split('..')[0] ?? ''), shard: key.split('..')[1] ?? '' },
      { name: '', branch: branch(key.replace(/^queue-/, '')), shard: '' },
      { name: '', branch: branch(key.replace(/-[0-9a-f]{16}$/, '')), shard: '' },
      { ...it, name: i % 2 === 0 ? '' : it.name, shard: '' },
      { ...it, without: [`secret ${it.name}`] },
      { ...it, name: JSON.stringify([it.name, '', it.without]), without: [] },
      { ...it, name: `without.${it.name}`, without: [] },
    ].filter((scope) => scope.branch.kind !== 'branch' || scope.branch.name !== '')
  })
  return [...first, ...second]
}

test('no two scopes of tens of thousands share a key, and every store accepts every key', () => {
  const byKey = new Map<string, string>()
  for (const scope of manyScopes()) {
    const key = keyOf(scope)
    const identity = JSON.stringify([scope.name, scope.without ?? [], scope.branch, scope.shard])
    const before = byKey.get(key)
    if (before !== undefined && before !== identity) {
      throw new Error(`${before} and ${identity} share the key ${key}`)
    }
    byKey.set(key, identity)
    // One expression for all: a tag, a name in S3 and Azure (no `..` between slashes, no dot at the end, no `;`),
    // and in the Actions cache (no comma, no capital).
    const isAccepted = /^[a-z0-9][a-z0-9._-]{0,127}$/.test(key) && !key.includes('--') && !key.endsWith('.')
    if (!isAccepted) throw new Error(`a store refuses the key ${key} of ${identity}`)
  }
  expect(byKey.size).toBeGreaterThan(20_000)
})

test('the kinds of branch never meet', () => {
  fc.assert(
    fc.property(text, numbers, (name, number) => {
      const keys = [branch(name), queue(name), pull(number)].map((it) =>
        keyOf({ name: '', branch: it, shard: '' }),
      )
      expect(new Set(keys).size).toBe(3)
    }),
    { numRuns: 1000 },
  )
})

test('a name, a branch and a shard do not move into each other', () => {
  fc.assert(
    fc.property(nearby, nearby, (a, b) => {
      fc.pre(a !== b)
      const keys = [
        keyOf({ name: '', branch: branch(a), shard: b }),
        keyOf({ name: '', branch: branch(b), shard: a }),
        keyOf({ name: a, branch: branch(b), shard: '' }),
        keyOf({ name: b, branch: branch(a), shard: '' }),
        keyOf({ name: '', branch: branch(a), shard: '' }),
        keyOf({ name: '', branch: branch(b), shard: '' }),
      ]
      expect(new Set(keys).size).toBe(keys.length)
    }),
    { numRuns: 1000 },
  )
})

test('an own part splits a key one way only', () => {
  fc.assert(
    fc.property(scopes, (scope) => {
      const key = keyOf(scope)
      expect(key.split('__')).toHaveLength(scope.name === '' && scope.without?.length === 0 ? 1 : 2)
      expect(key.split('..')).toHaveLength(scope.shard === '' ? 1 : 2)
    }),
    { numRuns: 1000 },
  )
})
