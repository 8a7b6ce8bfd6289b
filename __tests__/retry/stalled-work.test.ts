import { describe, expect, test } from '@jest/globals'
import { nothingYet, readLine } from '../../src/buildkit/plain-log.ts'
import { flagOf } from '../../src/plan/entries.ts'
import { limitOf, type Overdue, overdue, type Patience } from '../../src/retry/stalled-work.ts'
import type { Sign } from '../../src/stores/health-check.ts'
import { storeOf } from '../../src/stores/store.ts'
import { entries } from './entries.ts'

const all = entries(
  [
    'type=registry,ref=ghcr.io/o/r:main',
    'type=registry,ref=ghcr.io/o/r:base',
    'type=s3,region=r,bucket=one,name=main',
    'type=s3,region=r,bucket=two,name=main',
  ],
  ['type=registry,ref=ghcr.io/o/r:main', 'type=gha,scope=main-'],
)

function patienceWith(signs: Record<string, Sign>): Patience {
  const name = (it: Parameters<typeof storeOf>[0]): string => storeOf(it, {}).name
  return { timeout: 120_000, signOf: (store) => signs[store] ?? 'unknown', storeOf: name }
}

/** What hangs after a line and so many seconds, and how many of these it was given. */
function late(line: string, seconds: number, signs: Record<string, Sign> = {}): string[] {
  return overdue(readLine(nothingYet, line, 0), all, patienceWith(signs), seconds * 1000).map(
    ({ work, entries: its, limit }) =>
      `${work.kind} ${limit / 1000}: ${its.map((it) => /(?:ref|bucket)=[^,]*|scope/.exec(flagOf(it))?.[0]).join(' ')}`,
  )
}

const REGISTRY = '#3 importing cache manifest from ghcr.io/o/r:main'
const S3 = '#3 importing cache manifest from s3:1891919080850302109'

describe('an import', () => {
  test.each<[string, string, number, Record<string, Sign>, string[]]>([
    ['is given its time', REGISTRY, 119, {}, []],
    ['hangs after it', REGISTRY, 120, {}, ['import 120: ref=ghcr.io/o/r:main']],
    [
      'of a store without a sign of life hangs after 15 s',
      REGISTRY,
      15,
      { 'the registry cache at ghcr.io': 'silent' },
      ['import 15: ref=ghcr.io/o/r:main'],
    ],
    ['of such a store is given these', REGISTRY, 14, { 'the registry cache at ghcr.io': 'silent' }, []],
    [
      'of a store that answered has all its time',
      REGISTRY,
      119,
      { 'the registry cache at ghcr.io': 'answers' },
      [],
    ],
    [
      'of a store that cannot be asked, too',
      REGISTRY,
      119,
      { 'the registry cache at ghcr.io': 'unknown' },
      [],
    ],
    [
      'that BuildKit names by a hash is any of its backend',
      S3,
      120,
      {},
      ['import 120: bucket=one bucket=two'],
    ],
    [
      'is first of all one without a sign of life',
      S3,
      15,
      { 'the s3 cache at two': 'silent' },
      ['import 15: bucket=two'],
    ],
    [
      'of the user’s own is nobody’s',
      '#3 importing cache manifest from r.io/mine',
      120,
      {},
      ['import 120: '],
    ],
  ])('%s', (_, line, seconds, signs, expected) => {
    expect(late(line, seconds, signs)).toEqual(expected)
  })
})

test('an export is never given less, and may be any of its backend', () => {
  const silent = { 'the registry cache at ghcr.io': 'silent' } as const
  expect(late('#3 exporting cache to registry', 119, silent)).toEqual([])
  expect(late('#3 exporting cache to registry', 120, silent)).toEqual(['export 120: ref=ghcr.io/o/r:main'])
  // So BuildKit before 0.12 calls that of a registry and that of a directory.
  expect(late('#3 exporting content cache', 120, silent)).toEqual(['export 120: ref=ghcr.io/o/r:main'])
})

describe('a layer', () => {
  const line = `#9 sha256:${'d9'.repeat(32)} 0B / 105B 0.2s`

  test('that stands still may be any import’s', () => {
    const times = Array.from({ length: 24 }, (_, i) => i * 5_000)
    const progress = times.reduce((all, at) => readLine(all, line, at), nothingYet)
    const found = overdue(progress, all, patienceWith({}), 120_000)
    expect(found).toMatchObject([{ work: { kind: 'fetch' }, entries: all.from, limit: 120_000 }])
  })

  test('is over once the log no longer mentions it', () => {
    expect(late(line, 120)).toEqual([])
  })
})

describe('once its store has been asked, overdue work is given', () => {
  const never = Number.POSITIVE_INFINITY
  const work = (kind: 'export' | 'fetch', isPreparing = false): Overdue => ({
    work: { kind, name: 'x', last: 0, isPreparing },
    entries: [],
    limit: 10,
  })
  test.each<[string, Overdue, Sign, number]>([
    ['an export to a store that answers', work('export'), 'answers', never],
    ['one to a silent store', work('export'), 'silent', 10],
    ['one to a store that only the builder reaches', work('export'), 'unknown', 100],
    ['one that compresses, to a silent store', work('export', true), 'silent', 50],
    ['one that compresses, to such a store', work('export', true), 'unknown', never],
    ['a layer of a silent store', work('fetch'), 'silent', 10],
    ['a layer of one of which nothing is known', work('fetch'), 'unknown', never],
  ])('%s: as long as this', (_, it, sign, limit) => {
    expect(limitOf(it, sign)).toBe(limit)
  })
})
