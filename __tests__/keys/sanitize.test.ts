import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hashedPart, LIMITS, type PartKind, part } from '../../src/keys/sanitize.ts'

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16)
const kinds = Object.keys(LIMITS) as PartKind[]

describe('a text that stays as it is', () => {
  test.each<[PartKind, string]>([
    ['branch', 'main'],
    ['branch', '0'],
    ['branch', 'release-1.0_rc-2'],
    ['branch', 'a'.repeat(48)],
    ['branch', 'pr'],
    ['branch', 'pr-7a'],
    ['branch', 'pr-7.1'],
    ['branch', 'pr-x7'],
    ['branch', 'pr.7'],
    ['branch', 'queue'],
    ['branch', 'queue_main'],
    ['branch', 'queue.main'],
    ['branch', 'queued'],
    ['branch', 'a-queue-main'],
    ['branch', 'a-0123456789abcde'],
    ['branch', 'a-0123456789abcdef0'],
    ['branch', 'a.0123456789abcdef'],
    ['branch', 'a-0123456789abcdeg'],
    ['branch', '0123456789abcdef'],
    ['name', 'a'.repeat(32)],
    ['name', 'pr-7'],
    ['name', 'queue-worker'],
    ['name', 'queue'],
    ['shard', '3.12'],
    ['shard', 'pr-7'],
    ['shard', 'queue-main'],
    ['shard', 'a'.repeat(38)],
  ])('%s %s', (kind, text) => {
    expect(part(kind, text)).toBe(text)
  })
})

describe('a text that is changed: its words, then its hash', () => {
  test.each<[why: string, PartKind, string, words: string]>([
    ['upper case', 'branch', 'Main', 'main'],
    ['a slash', 'branch', 'feature/a', 'feature-a'],
    ['two dashes', 'branch', 'a--b', 'a-b'],
    ['two dots', 'branch', 'a..b', 'a-b'],
    ['two underscores', 'branch', 'a__b', 'a-b'],
    ['two that differ', 'branch', 'a.-b', 'a-b'],
    ['a dash in front', 'name', '-a', 'a'],
    ['a dash at the end', 'name', 'a-', 'a'],
    ['a dot at the end', 'name', 'a.', 'a'],
    ['a line break at the end', 'name', 'a\n', 'a'],
    ['no words', 'branch', '日本', 'x'],
    ['an emoji', 'branch', 'fix-🐛', 'fix'],
    ['emoji alone', 'branch', '🐛', 'x'],
    ['what only looks like a letter', 'branch', 'm\u0430in', 'm-in'], // a Cyrillic a
    ['digits that are not ASCII', 'branch', 'v\u0661', 'v'],
    ['a capital whose lower case is ASCII', 'branch', '\u212aelvin', 'elvin'], // the Kelvin sign
    ['16 hex digits at the end', 'branch', 'a-0123456789abcdef', 'a-0123456789abcdef'],
    ['its own result', 'branch', 'feature-a-951d42dc02dc7431', 'feature-a-951d42dc02dc7431'.slice(0, 31)],
    ['a pull request', 'branch', 'pr-7', 'pr-7'],
    ['a pull request of many digits', 'branch', 'pr-12345678901234567890', 'pr-12345678901234567890'],
    ['pr, changed, with a hash of digits in mind', 'branch', 'PR', 'x-pr'],
    ['pr and a slash', 'branch', 'pr/', 'x-pr'],
    ['pr and more', 'branch', 'PR/7', 'pr-7'],
    ['a queue', 'branch', 'queue-main', 'x-queue-main'],
    ['queue and a slash', 'branch', 'queue/main', 'x-queue-main'],
    ['queue alone, changed', 'branch', 'Queue', 'x-queue'],
    ['queue that only begins alike', 'branch', 'Queued', 'queued'],
    ['49 letters', 'branch', 'a'.repeat(49), 'a'.repeat(31)],
    ['33 letters', 'name', 'a'.repeat(33), 'a'.repeat(15)],
    ['39 letters', 'shard', 'a'.repeat(39), 'a'.repeat(21)],
    ['a cut that leaves a dash', 'branch', `${'a'.repeat(30)}/${'b'.repeat(30)}`, 'a'.repeat(30)],
    ['a cut before a dash', 'branch', `${'a'.repeat(31)}/${'b'.repeat(30)}`, 'a'.repeat(31)],
    ['a queue that is cut', 'branch', `queue-${'a'.repeat(60)}`, `x-queue-${'a'.repeat(23)}`],
    ['a name called pr', 'name', 'PR', 'pr'],
    ['a name called queue', 'name', 'Queue/main', 'queue-main'],
    ['a shard called queue', 'shard', 'Queue', 'queue'],
  ])('%s', (_, kind, text, words) => {
    expect(part(kind, text)).toBe(`${words}-${hash(text)}`)
  })
})

test('hashedPart shows some words and hashes others', () => {
  expect(hashedPart('shard', 'what counts', 'What is seen')).toBe(`what-is-seen-${hash('what counts')}`)
})

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 70 }),
  fc.stringMatching(/^[a-c0-9A-C._/-]{0,60}$/),
  fc.stringMatching(/^(pr|queue|x-queue|PR|Queue)?[-_./]?[0-9a-f-]{0,30}$/),
)

describe.each(kinds)('every part of kind %s', (kind) => {
  const limit = LIMITS[kind]

  test('is runs of [a-z0-9] with one of . _ - between, of limited length', () => {
    fc.assert(
      fc.property(text, (it) => {
        const made = part(kind, it)
        expect(made).toMatch(/^[a-z0-9]+([._-][a-z0-9]+)*$/)
        expect(made.length).toBeLessThanOrEqual(limit)
      }),
      { numRuns: 1000 },
    )
  })

  test('ends in a hash exactly if it was changed', () => {
    fc.assert(
      fc.property(text, (it) => {
        const made = part(kind, it)
        expect(/-[0-9a-f]{16}$/.test(made)).toBe(made !== it)
      }),
      { numRuns: 1000 },
    )
  })

  test('differs where the texts differ only in case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-zA-Z/._-]{0,50}$/), (it) => {
        fc.pre(it !== it.toLowerCase())
        expect(part(kind, it)).not.toBe(part(kind, it.toLowerCase()))
      }),
    )
  })
})

test('a branch part never spells a pull request and never begins like a queue', () => {
  fc.assert(
    fc.property(text, (it) => {
      expect(part('branch', it)).not.toMatch(/^(pr-[0-9]+$|queue-)/)
    }),
    { numRuns: 2000 },
  )
})
