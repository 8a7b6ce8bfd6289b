import { describe, expect, test } from '@jest/globals'
import { makeEntries } from '../../src/cache/entries.ts'
import { shardsIn, withoutCommon } from '../../src/cache/present.ts'
import { parseSpecs } from '../../src/cache/spec.ts'
import { branch } from '../../src/scope/branch.ts'
import type { Plan } from '../../src/scope/plan.ts'

const yes = { allowed: true, why: '' }
const plan = (readShards: string[]): Plan => ({
  own: branch('fix'),
  ownWhy: '',
  without: [],
  reads: [
    { branch: branch('fix'), role: 'own', onGha: true },
    { branch: branch('main'), role: 'default', onGha: true },
  ],
  write: { onGha: yes, elsewhere: yes },
  readShards,
  writeShards: [],
  soleShard: '',
  notes: [],
})

const read = (lines: string[], shards = ['s', '']) =>
  makeEntries(plan(shards), parseSpecs(lines, {}), '').from
const registry = 'type=registry,ref=r.io/app'
const keysOf = (entries: readonly { keys: string[] }[]) => entries.map(({ keys }) => keys.join())
const at = (key: string) => `registry r.io/app ${key}`

test('each branch’s shard is worth a look', () => {
  expect(keysOf(shardsIn(read([registry])))).toEqual(['fix..s', 'main..s'])
})

test('without a shard nothing is', () => {
  expect(shardsIn(read([registry], ['']))).toEqual([])
})

describe('the common scope of a branch falls away where our shard of it is there', () => {
  test.each<[string, [string, boolean | undefined][], string[], string[], string[]]>([
    ['nothing asked', [], ['fix..s', 'fix', 'main..s', 'main'], [], []],
    [
      'both there',
      [
        ['fix..s', true],
        ['main..s', true],
      ],
      ['fix..s', 'main..s'],
      ['fix', 'main'],
      [],
    ],
    [
      'own there',
      [
        ['fix..s', true],
        ['main..s', false],
      ],
      ['fix..s', 'main..s', 'main'],
      ['fix'],
      [],
    ],
    [
      'a new branch',
      [
        ['fix..s', false],
        ['main..s', true],
      ],
      ['fix..s', 'fix', 'main..s'],
      ['main'],
      [],
    ],
    [
      'a new value',
      [
        ['fix..s', false],
        ['main..s', false],
      ],
      ['fix..s', 'fix', 'main..s', 'main'],
      [],
      [],
    ],
    [
      'not known',
      [
        ['fix..s', undefined],
        ['main..s', true],
      ],
      ['fix..s', 'fix', 'main..s'],
      ['main'],
      ['fix..s'],
    ],
  ])('%s', (_, known, from, leftOut, unknown) => {
    const presence = new Map(known.map(([key, is]) => [at(key), is]))
    const chosen = withoutCommon(read([registry]), presence)
    expect(keysOf(chosen.from)).toEqual(from)
    expect(keysOf(chosen.leftOut)).toEqual(leftOut)
    expect(keysOf(chosen.unknown)).toEqual(unknown)
  })
})

test('each store for itself', () => {
  const from = read([registry, 'type=local,dest=/c'])
  const { from: kept } = withoutCommon(from, new Map([[at('main..s'), true]]))
  const isCommonOfMain = ({ keys: [key] }: { keys: string[] }) => key === 'main'
  expect(kept.filter(isCommonOfMain).map(({ backend }) => backend)).toEqual(['local'])
})
