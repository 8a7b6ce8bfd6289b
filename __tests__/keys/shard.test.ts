import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { branch } from '../../src/events/branch.ts'
import { formatKey } from '../../src/keys/key.ts'
import { parseShard } from '../../src/keys/shard.ts'

const shardOf = (value: unknown): string => parseShard(JSON.stringify(value)).part

test.each(['', 'null', '{}', '{ }', '{\n}'])('%j is no shard', (text) => {
  expect(parseShard(text)).toEqual({ part: '', isMatrix: false })
})

test.each([
  ['arm64', 'arm64'],
  ['3.12', '3.12'],
  ['linux/arm64', /^linux-arm64-[0-9a-f]{16}$/],
  ['["a"]', /^a-[0-9a-f]{16}$/],
  ['{"a":1', /^a-1-[0-9a-f]{16}$/],
])('the word %j is the shard %s', (text, part) => {
  const shard = parseShard(text)
  expect(shard.isMatrix).toBe(false)
  if (typeof part === 'string') expect(shard.part).toBe(part)
  else expect(shard.part).toMatch(part)
})

describe('the same matrix', () => {
  const reference = shardOf({ os: 'linux', python: 3.12, extra: { b: [1, { d: 1, c: 2 }], a: null } })
  test.each([
    ['in another order', '{"python":3.12,"extra":{"a":null,"b":[1,{"c":2,"d":1}]},"os":"linux"}'],
    [
      'pretty-printed, as toJSON() does',
      JSON.stringify({ os: 'linux', python: 3.12, extra: { b: [1, { d: 1, c: 2 }], a: null } }, null, 2),
    ],
    [
      'with Windows line ends',
      '{\r\n"os": "linux",\r\n"python": 3.12, "extra": {"b": [1, {"d": 1, "c": 2}], "a": null}}',
    ],
    [
      'with a number spelled otherwise',
      '{"os":"linux","python":3.120,"extra":{"b":[1.0,{"d":1,"c":2}],"a":null}}',
    ],
    ['with an escape', '{"os":"l\\u0069nux","python":3.12,"extra":{"b":[1,{"d":1,"c":2}],"a":null}}'],
  ])('%s is the same shard', (_, text) => {
    expect(parseShard(text)).toEqual({ part: reference, isMatrix: true })
  })
})

describe('another matrix is another shard', () => {
  const alike: [string, unknown, unknown][] = [
    ['a number and a text', { v: 3 }, { v: '3' }],
    ['true and a text', { v: true }, { v: 'true' }],
    ['null and a text', { v: null }, { v: 'null' }],
    ['3.1 and 3.10 as text', { v: '3.1' }, { v: '3.10' }],
    ['values that moved to other names', { a: 1, b: 2 }, { a: 2, b: 1 }],
    ['other names', { a: 1 }, { b: 1 }],
    ['the order of a list', { a: [1, 2] }, { a: [2, 1] }],
    ['a list and a value', { a: [1] }, { a: 1 }],
    ['nested and flat', { a: { b: 1 } }, { a: 1, b: 1 }],
    ['an empty object within', { a: {} }, { a: null }],
    ['case', { os: 'Linux' }, { os: 'linux' }],
    ['names with dots', { 'a.b': 1 }, { a: { b: 1 } }],
    ['a quote in a value', { a: '1","b":"2' }, { a: '1', b: '2' }],
    ['names that objects inherit', { constructor: 1 }, { toString: 1 }],
  ]
  test.each(alike)('%s', (_, a, b) => {
    expect(shardOf(a)).not.toBe(shardOf(b))
  })

  test.each([
    ['{"id":9007199254740992}', '{"id":9007199254740993}'],
    ['{"id":12345678901234567890}', '{"id":12345678901234567891}'],
    ['{"id":-9007199254740992}', '{"id":-9007199254740993}'],
    ['{"id":1e999}', '{"id":null}'],
  ])('numbers that JavaScript does not tell apart: %s, %s', (a, b) => {
    expect(parseShard(a).part).not.toBe(parseShard(b).part)
  })

  test('a name that JavaScript treats apart', () => {
    expect(parseShard('{"__proto__":1}').part).not.toBe(parseShard('{"__proto__":2}').part)
  })
})

test('only the words of the values are shown, in the order of the names', () => {
  expect(shardOf({ python: 3.12, os: 'Ubuntu 24' })).toMatch(/^ubuntu-24-3-12-[0-9a-f]{16}$/)
})

test('a matrix and the word that a user could write for it differ', () => {
  expect(shardOf({ v: 'arm64' })).not.toBe(parseShard('arm64').part)
})

const value = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.integer({ min: 0, max: 30 }),
  fc.integer({ min: 0, max: 30 }).map(String),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
)
const matrix = fc.dictionary(fc.stringMatching(/^[a-c]{1,2}$/), value, { minKeys: 1, maxKeys: 4 })

const longest = { name: 'n'.repeat(32), branch: 'b'.repeat(48) }

const sortNames = (it: Record<string, unknown>): string =>
  JSON.stringify(
    Object.keys(it)
      .sort()
      .map((name) => [name, it[name]]),
  )

// What the stores take: a registry's tag (distribution/reference), a key of the Actions cache service with what BuildKit
// puts around the scope, and names that BuildKit would split at `;`, join as a path, or see cut at a `,`.
const accepted: [string, (key: string) => boolean][] = [
  ['registry', (key) => /^\w[\w.-]{0,127}$/.test(key)],
  ['gha', (key) => `index-${key}--1-${'0'.repeat(8)}#${'9'.repeat(9)}`.length <= 512 && !key.includes(',')],
  ['s3, azblob and local', (key) => !/[,;/\\\s]/.test(key) && key.length <= 1024],
]

test('ten thousand matrices: a shard each, of at most 38 characters, that all stores take', () => {
  const byShard = new Map<string, string>()
  for (const it of fc.sample(matrix, 10_000)) {
    const part = shardOf(it)
    expect(part).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(part.length).toBeLessThanOrEqual(38)
    expect(byShard.get(part) ?? sortNames(it)).toBe(sortNames(it))
    byShard.set(part, sortNames(it))
    const key = formatKey({ name: longest.name, branch: branch(longest.branch), shard: part })
    expect(accepted.filter(([, takes]) => !takes(key)).map(([store]) => `${store}: ${key}`)).toEqual([])
  }
  expect(byShard.size).toBeGreaterThan(2000)
})

test('the order of the names never counts', () => {
  fc.assert(
    fc.property(matrix, (it) => {
      const turned = Object.fromEntries(Object.entries(it).reverse())
      expect(parseShard(JSON.stringify(turned, null, 2)).part).toBe(shardOf(it))
    }),
  )
})
