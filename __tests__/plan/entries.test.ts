import { describe, expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/backends/spec.ts'
import { branch } from '../../src/events/branch.ts'
import { parseShard } from '../../src/keys/shard.ts'
import { decodeFields } from '../../src/lib/csv.ts'
import { flagOf, makeEntries } from '../../src/plan/entries.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { chooseShards } from '../../src/plan/shards.ts'
import { plainPlanInputs } from '../plan-inputs.ts'

const yes = { allowed: true, why: '' }
const no = { allowed: false, why: '' }
const plain: Plan = {
  own: branch('feature/a'),
  ownWhy: '',
  reads: [
    { branch: branch('feature/a'), role: 'own', onGha: true },
    { branch: branch('main'), role: 'default', onGha: true },
  ],
  write: { onGha: yes, elsewhere: yes },
  without: [],
  readShards: [''],
  writeShards: [''],
  soleShard: '',
  notes: [],
}
const own = 'feature-a-951d42dc02dc7431'

const csvOf = (lines: string[], plan: Partial<Plan> = {}, cacheName = '') => {
  const { from, to, ownKey } = makeEntries({ ...plain, ...plan }, parseSpecs(lines, {}), cacheName)
  return { from: from.map(flagOf), to: to.map(flagOf), ownKey }
}

const registry = 'type=registry,ref=r.io/app'

describe('registry', () => {
  test('the key is the tag; mode=max and ignore-error=true are the defaults', () => {
    expect(csvOf([registry])).toEqual({
      from: [`type=registry,ref=r.io/app:${own}`, 'type=registry,ref=r.io/app:main'],
      to: [`type=registry,ref=r.io/app:${own},mode=max,ignore-error=true`],
      ownKey: own,
    })
  })

  test('each attribute goes to its side alone', () => {
    const line = `${registry},registry.insecure=true,mode=min,compression=zstd,image-manifest=false,ignore-error=false`
    expect(csvOf([line])).toMatchObject({
      from: [
        `type=registry,ref=r.io/app:${own},registry.insecure=true`,
        'type=registry,ref=r.io/app:main,registry.insecure=true',
      ],
      to: [
        `type=registry,ref=r.io/app:${own},registry.insecure=true,mode=min,compression=zstd,image-manifest=false,ignore-error=false`,
      ],
    })
  })

  test('a tag of the user is the cache name', () => {
    const line = 'type=registry,ref=R.io/App:buildcache'
    expect(csvOf([line], { own: branch('main'), reads: [] })).toEqual({
      from: [],
      to: ['type=registry,ref=r.io/app:buildcache__main,mode=max,ignore-error=true'],
      ownKey: 'buildcache__main',
    })
  })
})

describe('local', () => {
  test('the key is the tag, and the directory is dest or src', () => {
    expect(csvOf(['type=local,dest=/c'])).toEqual({
      from: [`type=local,src=/c,tag=${own}`, 'type=local,src=/c,tag=main'],
      to: [`type=local,dest=/c,mode=max,ignore-error=true,tag=${own}`],
      ownKey: own,
    })
  })

  test('a comma in the directory is quoted', () => {
    const { from, to } = csvOf(['type=local,"dest=/c,d"'])
    expect(from[0]).toBe(`type=local,"src=/c,d",tag=${own}`)
    expect(to[0]).toBe(`type=local,"dest=/c,d",mode=max,ignore-error=true,tag=${own}`)
  })

  test('a tag of the user is the cache name', () => {
    expect(csvOf(['type=local,tag=api,dest=/c']).from[1]).toBe('type=local,src=/c,tag=api__main')
  })

  test('one build writes one tag, and its other scopes are named with it', () => {
    const shards = { readShards: ['s', ''], writeShards: ['s', ''], soleShard: '' }
    const { from, to } = csvOf(['type=local,dest=/c'], shards)
    expect(from).toHaveLength(4)
    expect(to).toEqual([`type=local,dest=/c,mode=max,ignore-error=true,tag=${own}..s`])
    const entries = makeEntries({ ...plain, ...shards }, parseSpecs(['type=local,dest=/c'], {}), '')
    expect(entries.to.map(({ keys }) => keys)).toEqual([[`${own}..s`, own]])
  })

  test("the action's own directory has what GitHub’s cache service lets the run have", () => {
    const [spec] = parseSpecs(['local'], {})
    expect(spec?.isOwned).toBe(true)
    const reads = [
      { branch: branch('merged'), role: 'merged', onGha: false },
      { branch: branch('main'), role: 'default', onGha: true },
    ]
    const specs = spec ? [spec] : []
    const refused = makeEntries({ ...plain, reads, write: { onGha: no, elsewhere: yes } }, specs, '')
    expect(refused.from.map(({ keys }) => keys)).toEqual([['main']])
    expect(refused.to).toEqual([])
    expect(makeEntries({ ...plain, write: { onGha: yes, elsewhere: no } }, specs, '').to).toHaveLength(1)
  })
})

describe('a matrix', () => {
  test('reads the own shard and the common scope of each branch', () => {
    const { from } = csvOf([registry], { readShards: ['s', ''] })
    expect(from).toEqual([
      `type=registry,ref=r.io/app:${own}..s`,
      `type=registry,ref=r.io/app:${own}`,
      'type=registry,ref=r.io/app:main..s',
      'type=registry,ref=r.io/app:main',
    ])
  })

  test.each([1, 10, 100, 256])(
    'of %d jobs: each reads as many caches, and writes what no other does',
    (size) => {
      const jobs = Array.from({ length: size }, (_, index) => {
        const shard = parseShard(JSON.stringify({ node: index }))
        return csvOf([registry], chooseShards({ ...plainPlanInputs, shard, shardIndex: index }))
      })
      expect(new Set(jobs.map(({ from }) => from.length))).toEqual(new Set([4]))
      const written = jobs.flatMap(({ to }) => to)
      expect(new Set(written).size).toBe(size + 1)
      expect(written).toHaveLength(size + 1)
    },
  )

  test('writes the shards of the plan, whose first is the own key', () => {
    const { to, ownKey } = csvOf([registry], { writeShards: ['s', ''] })
    expect(to).toEqual([
      `type=registry,ref=r.io/app:${own}..s,mode=max,ignore-error=true`,
      `type=registry,ref=r.io/app:${own},mode=max,ignore-error=true`,
    ])
    expect(ownKey).toBe(`${own}..s`)
  })
})

test('several specs, one after the other', () => {
  const { from, to, ownKey } = csvOf([registry, 'type=registry,ref=r.io/other:x'])
  expect(from.map((csv) => csv.split(',')[1])).toEqual([
    `ref=r.io/app:${own}`,
    'ref=r.io/app:main',
    `ref=r.io/other:x__${own}`,
    'ref=r.io/other:x__main',
  ])
  expect(to).toHaveLength(2)
  expect(ownKey).toBe(own)
})

test('the cache name is in every key, with the name of the spec', () => {
  const { from, ownKey } = csvOf([registry, 'type=local,dest=/c,tag=x'], {}, 'api')
  expect(ownKey).toBe(`api__${own}`)
  expect(from[1]).toBe('type=registry,ref=r.io/app:api__main')
  expect(from[3]).toMatch(/^type=local,src=\/c,tag=api-x-[0-9a-f]{16}__main$/)
})

describe('what is not written', () => {
  test.each<[string, Partial<Plan>, string]>([
    ['without an own branch', { own: undefined }, ''],
    ['where the plan says nothing', { write: { onGha: no, elsewhere: no } }, own],
    ['where the plan says gha alone', { write: { onGha: yes, elsewhere: no } }, own],
  ])('%s', (_, plan, ownKey) => {
    const made = csvOf([registry, 'type=local,dest=/c'], plan)
    expect(made.to).toEqual([])
    expect(made.from).toHaveLength(4)
    expect(made.ownKey).toBe(ownKey)
  })
})

test('what GitHub refuses on gha is read elsewhere, and on gha it is not', () => {
  const reads = [
    { branch: branch('feature'), role: 'merged', onGha: false },
    { branch: branch('main'), role: 'default', onGha: true },
  ]
  expect(csvOf([registry], { reads }).from).toHaveLength(2)
  const [spec] = parseSpecs([registry], {})
  if (!spec) throw new Error('no spec')
  const gha = { ...spec, backend: { ...spec.backend, type: 'gha' } }
  const entries = makeEntries({ ...plain, reads, write: { onGha: yes, elsewhere: no } }, [gha], '')
  expect(entries.from.map(({ keys }) => keys)).toEqual([['main']])
  expect(entries.to.map(({ keys }) => keys)).toEqual([[own]])
})

test('no specs, no entries', () => {
  expect(csvOf([])).toEqual({ from: [], to: [], ownKey: '' })
})

test('each entry says whose it is', () => {
  const { from, to } = makeEntries(plain, parseSpecs([registry], {}), '')
  expect(from[1]).toMatchObject({
    backend: 'registry',
    keys: ['main'],
    branch: branch('main'),
    role: 'default',
  })
  expect(to[0]).toMatchObject({ backend: 'registry', keys: [own], branch: branch('feature/a'), role: 'own' })
})

test('every attribute that a spec can hold arrives at a side', () => {
  const [spec] = parseSpecs([registry], {})
  const { attributes = {} } = spec?.backend ?? {}
  const values: Record<string, string> = {
    ref: 'r.io/app',
    mode: 'max',
    compression: 'gzip',
    'compression-level': '1',
  }
  const fields = Object.keys(attributes).map((name) => `${name}=${values[name] ?? 'true'}`)
  const { from, to } = csvOf([`type=registry,${fields.join(',')}`])
  const namesIn = (csv = '') => decodeFields(csv).map((field) => field.split('=')[0])
  expect(new Set([...namesIn(from[0]), ...namesIn(to[0])])).toEqual(
    new Set(['type', ...Object.keys(attributes)]),
  )
})
