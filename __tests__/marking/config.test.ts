import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  type CacheConfig,
  type CacheRecord,
  markConfig,
  parseConfig,
  withoutMarkers,
} from '../../src/marking/config.ts'
import { type Item, importConfig } from './chains.ts'

const sha = (name: string): string => `sha256:${name}`
const isMarker = ({ digest = '' }: CacheRecord): boolean => digest.startsWith('branch-cache:')

// Two stages copy the same file over different bases: the COPY is one digest, and two records.
const twoBases: CacheConfig = {
  layers: [{ blob: sha('a'), parent: -1 }],
  records: [
    { digest: sha('base-a') },
    { digest: sha('base-b') },
    { digest: sha('file') },
    { digest: sha('copy'), inputs: [[{ link: 0 }], [{ link: 2 }]], layers: [{ layer: 0 }] },
    { digest: sha('copy'), inputs: [[{ link: 1 }], [{ link: 2 }]], layers: [{ layer: 1 }] },
    { digest: sha('run'), inputs: [[{ selector: 's', link: 3 }]], layers: [{ layer: 2 }] },
  ],
}

// Records that are made from earlier ones, of few digests and selectors, so that many are nearly the same.
const digests = fc.constantFrom('a', 'b', 'c', 'd').map(sha)
const selectors = fc.option(fc.constantFrom('', 's', 't'), { nil: undefined })
const anyRecords = fc
  .array(
    fc.record({
      digest: digests,
      inputs: fc.array(fc.array(fc.tuple(selectors, fc.nat()), { minLength: 1, maxLength: 3 }), {
        maxLength: 3,
      }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((list) =>
    list.map(({ digest, inputs }, i): CacheRecord => {
      const links = inputs.map((all) =>
        all.map(([selector, at]) => ({ ...(selector === undefined ? {} : { selector }), link: at % i })),
      )
      return { digest, ...(i > 0 && links.length > 0 ? { inputs: links } : {}), layers: [{ layer: i }] }
    }),
  )
// In any order: a config of BuildKit's is sorted by digest.
const anyConfig = anyRecords.chain((records) =>
  fc.shuffledSubarray([...records.keys()], { minLength: records.length }).map((order): CacheConfig => {
    const placeOf = new Map(order.map((old, i) => [old, i]))
    return {
      records: order.map((old) => {
        const { inputs, ...rest } = records[old] as CacheRecord
        const moved = inputs?.map((links) =>
          links.map((it) => ({ ...it, link: placeOf.get(it.link ?? 0) as number })),
        )
        return { ...rest, ...(moved ? { inputs: moved } : {}) }
      }),
    }
  }),
)

type Mark = (config: CacheConfig, scope: string) => CacheConfig | undefined

/**
 * What there is to be found after an import: which records BuildKit takes for one, and what each of them can be made
 * from, markers left out, since no build asks for one.
 */
function reachable(config: CacheConfig, records: number): unknown {
  const items = importConfig(config).slice(0, records)
  const nameOf = (item: Item): string => `${items.indexOf(item)}`
  return items.map((item) => [
    nameOf(item),
    item.parents.map((links) =>
      [...links.values()]
        .filter(({ source }) => !isMarker({ digest: source.digest }))
        .map(({ source, selector }) => `${selector} ${nameOf(source)}`)
        .sort(),
    ),
    [...item.results].filter((it) => it < records).sort((a, b) => a - b),
  ])
}

const expectSame = (mark: Mark) => (config: CacheConfig) => {
  const marked = mark(config, 'scope')
  expect(marked && reachable(marked, config.records?.length ?? 0)).toEqual(
    reachable(config, config.records?.length ?? 0),
  )
}

describe('a marked config', () => {
  test('what can be found is what could be found before', () => {
    fc.assert(fc.property(anyConfig, expectSame(markConfig)), { numRuns: 2000 })
  })

  test('the first version gave all records of a digest one marker, and this finds it', () => {
    const byDigest: Mark = (config, scope) => {
      const records = config.records ?? []
      const marked = markConfig(config, scope)
      const markers = new Map<string, number>()
      return {
        ...config,
        records: [
          ...records.map((record, i) => {
            const inputs = marked?.records?.[i]?.inputs
            if (!inputs || inputs[0]?.length === record.inputs?.[0]?.length) return record
            const digest = record.digest ?? ''
            if (!markers.has(digest)) markers.set(digest, records.length + markers.size)
            const [first = [], ...others] = record.inputs ?? []
            return { ...record, inputs: [[...first, { link: markers.get(digest) as number }], ...others] }
          }),
          ...[...markers.keys()].map((digest) => ({ digest: `branch-cache:${digest}` })),
        ],
      }
    }
    // With one input the marker alone makes two records one; so it does where the other inputs are the same.
    expect(() => expectSame(byDigest)(twoBases)).toThrow()
    expect(fc.check(fc.property(anyConfig, expectSame(byDigest)), { numRuns: 2000 }).failed).toBe(true)
    expectSame(markConfig)(twoBases)
  })

  test('no two records of different identity have a marker in common', () => {
    fc.assert(
      fc.property(anyConfig, (config) => {
        const { records = [] } = markConfig(config, 'scope') ?? {}
        const identityOf = (at: number): string => {
          const { digest, inputs = [] } = records[at] as CacheRecord
          const of = (link = 0): string[] =>
            isMarker(records[link] as CacheRecord) ? [] : [identityOf(link)]
          return JSON.stringify([
            digest,
            inputs.map((links) =>
              links.flatMap(({ selector = '', link }) => of(link).map((it) => [selector, it].join())).sort(),
            ),
          ])
        }
        const owners = new Map<number, Set<string>>()
        for (const [i, { inputs = [] }] of records.entries()) {
          for (const [input, links] of inputs.entries()) {
            for (const { link = 0 } of links.filter((it) => isMarker(records[it.link ?? 0] as CacheRecord))) {
              expect(input).toBe(0)
              owners.set(link, (owners.get(link) ?? new Set()).add(identityOf(i)))
            }
          }
        }
        expect([...owners.values()].every(({ size }) => size === 1)).toBe(true)
        expect(owners.size).toBe(records.filter(isMarker).length)
      }),
      { numRuns: 500 },
    )
  })

  test('each record that has a root among its inputs has one marker, and no other has one', () => {
    fc.assert(
      fc.property(anyConfig, (config) => {
        const records = config.records ?? []
        const marked = markConfig(config, 'scope')?.records ?? []
        for (const [i, { inputs = [] }] of records.entries()) {
          const hasRoot = inputs.flat().some(({ link = 0 }) => !records[link]?.inputs?.length)
          const [first] = marked[i]?.inputs ?? []
          const markers = first?.filter(({ link = 0 }) => isMarker(marked[link] as CacheRecord)) ?? []
          expect(markers).toHaveLength(hasRoot ? 1 : 0)
        }
      }),
    )
  })

  test('no record but roots has an id that another scope could have', () => {
    // As BuildKit makes it: of the digest and of what the record can be made from (chains.go, computeID).
    const idsOf = (config: CacheConfig | undefined): string[] => {
      // Odd configs can have a record below itself once two have become one.
      const idOf = (it: Item, above: readonly Item[] = []): string =>
        JSON.stringify([
          it.digest,
          it.parents.map((links) =>
            [...links.values()]
              .filter(({ source }) => source !== it && !above.includes(source))
              .map(({ source, selector }) => `${idOf(source, [...above, it])} ${selector}`)
              .sort(),
          ),
        ])
      return importConfig(config ?? {})
        .filter(({ parents }) => parents.length > 0)
        .map((it) => idOf(it))
    }
    fc.assert(
      fc.property(anyConfig, (config) => {
        const [one, two] = ['one', 'two'].map((scope) => new Set(idsOf(markConfig(config, scope))))
        const plain = idsOf(config)
        expect([...(one ?? [])].filter((id) => two?.has(id) || plain.includes(id))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('it is the same however often it is marked, and as it was without the markers', () => {
    fc.assert(
      fc.property(anyConfig, (config) => {
        const marked = markConfig(config, 'scope')
        expect(marked && markConfig(marked, 'scope')).toEqual(marked)
        const other = marked && markConfig(marked, 'other')
        expect(other).toEqual(markConfig(config, 'other'))
        expect(marked && withoutMarkers(marked)).toEqual(config)
      }),
    )
  })

  test('the order of records makes no difference to the markers', () => {
    const { records = [] } = twoBases
    const last = records.length - 1
    const reversed = records.toReversed().map(({ inputs, ...rest }) => ({
      ...rest,
      ...(inputs && {
        inputs: inputs.map((all) => all.map((it) => ({ ...it, link: last - (it.link ?? 0) }))),
      }),
    }))
    const markers = (config: CacheConfig) =>
      markConfig(config, 'x')
        ?.records?.filter(isMarker)
        .map(({ digest }) => digest)
        .sort()
    expect(markers({ records: reversed })).toEqual(markers(twoBases))
    expect(new Set(markers(twoBases)).size).toBe(2)
  })

  test('what is not known is kept', () => {
    const config = {
      ...twoBases,
      later: { any: [1, null] },
      records: twoBases.records?.map((it) => ({ ...it, chains: [], new: { a: 1 } })) ?? [],
    }
    const marked = markConfig(config, 'scope')
    expect(marked).toMatchObject({ layers: twoBases.layers, later: config.later })
    expect(marked?.records?.[5]).toEqual(config.records[5])
    expect(marked?.records?.[3]).toMatchObject({ chains: [], new: { a: 1 }, layers: [{ layer: 0 }] })
  })

  test('a record that is made from itself is none that BuildKit would import', () => {
    const loop = (inputs: number[][]): CacheConfig => ({
      records: inputs.map((links) => ({ digest: sha('a'), inputs: [links.map((link) => ({ link }))] })),
    })
    expect(markConfig(loop([[0]]), 'scope')).toBeUndefined()
    expect(markConfig(loop([[1], [2], [0]]), 'scope')).toBeUndefined()
    expect(
      markConfig({ records: [{ digest: sha('r') }, ...(loop([[0], [3, 2], [1]]).records ?? [])] }, 'x'),
    ).toBeUndefined()
  })

  test('long chains and many links take no more than their length', () => {
    const chain = Array.from(
      { length: 9_000 },
      (_, i): CacheRecord => ({
        digest: sha('a'),
        ...(i > 0 ? { inputs: [[{ link: i - 1 }]] } : {}),
      }),
    )
    expect(markConfig({ records: chain }, 'scope')?.records).toHaveLength(9_001)
    // Each is made from the one before it twice: as many ways as 2 to the power of the length.
    const ladder = Array.from(
      { length: 3_000 },
      (_, i): CacheRecord => ({
        digest: sha('a'),
        ...(i > 0 ? { inputs: [[{ link: i - 1 }, { selector: 's', link: i - 1 }], [{ link: i - 1 }]] } : {}),
      }),
    )
    expect(markConfig({ records: ladder }, 'scope')?.records).toHaveLength(3_001)
    const wide = [
      ...Array.from({ length: 9_000 }, () => ({ digest: sha('r') })),
      {
        digest: sha('a'),
        inputs: [Array.from({ length: 9_000 }, (_, link) => ({ link }))],
      },
    ]
    expect(markConfig({ records: wide }, 'scope')?.records).toHaveLength(9_002)
  })
})

describe('a text', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', '{"records":['],
    ['a list', '[]'],
    ['null', 'null'],
    ['records that are no list', '{"records":{}}'],
    ['a record that is none', '{"records":[7]}'],
    ['a digest that is none', '{"records":[{"digest":7}]}'],
    ['an input that is none', '{"records":[{"digest":"a","inputs":[{}]}]}'],
    ['an input of nothing', '{"records":[{"digest":"a","inputs":[[]]}]}'],
    ['a link to nowhere', '{"records":[{"digest":"a","inputs":[[{"link":1}]]}]}'],
    ['a link before the first', '{"records":[{"digest":"a","inputs":[[{"link":-1}]]}]}'],
    ['half a link', '{"records":[{"digest":"a","inputs":[[{"link":0.5}]]}]}'],
    ['a selector that is none', '{"records":[{"digest":"a"},{"inputs":[[{"link":0,"selector":7}]]}]}'],
    ['names that Go takes for these', '{"Records":[]}'],
    ['the same in a record', '{"records":[{"DIGEST":"a"}]}'],
    ['the same in a link', '{"records":[{"digest":"a"},{"inputs":[[{"Link":0}]]}]}'],
    ['more than BuildKit imports', JSON.stringify({ records: [], more: 'x'.repeat(1024 * 1024) })],
  ])('%s is no config', (_, text) => {
    expect(parseConfig(text)).toBeUndefined()
  })

  test.each(['{}', '{"records":[]}', '{"layers":[],"records":[{}]}', JSON.stringify(twoBases)])(
    '%s is one',
    (text) => {
      expect(parseConfig(text)).toEqual(JSON.parse(text))
    },
  )

  test('whatever it is, nothing throws', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (text, scope) => {
        const config = parseConfig(text)
        if (config) markConfig(config, scope)
      }),
    )
  })
})
