import { describe, expect, test } from '@jest/globals'
import { branch } from '../../src/events/branch.ts'
import { formatBytes, formatSeconds, list, percent } from '../../src/lib/format.ts'
import { ratioBar, timeBar } from '../../src/report/intervals.ts'
import { judgeOutcome, type Outcome } from '../../src/report/outcome.ts'
import { summary } from '../../src/report/summary.ts'
import { entryOf } from '../entry.ts'
import { ran } from './rawjson.ts'
import { aboutOf, readRecorded } from './recorded.ts'

const title = { branch: 'main', image: '', shard: '', dockerfile: 'Dockerfile' }

function outcomeOf(name: string): Outcome {
  const { record, imports } = readRecorded(name)
  return judgeOutcome({ records: [record], imports }, aboutOf(name))
}

describe('a summary', () => {
  test('is short, and the steps are folded', () => {
    const text = summary(outcomeOf('registry-found'), title, [])
    const [open = ''] = text.split('<details>')
    expect(open.split('\n').length).toBeLessThan(14)
    expect(open).toContain('### Cache of `main`: 7 of 7 steps cached')
    expect(open).toContain('They came from `main` (own).')
    const fence = /```text\n([^`]*)\n```/.exec(text)?.[1] ?? ''
    expect(fence.split('\n')).toHaveLength(9)
  })

  test('names what tells jobs apart', () => {
    const of = { ...title, branch: 'feature/a', image: 'web', shard: 'node-24' }
    expect(summary(outcomeOf('cold'), of, [])).toMatch(
      /^### Cache of `feature\/a` · `web` · `node-24`: 0 of 4 steps cached\n/,
    )
  })

  test('cuts 300 steps, and says so', () => {
    const text = summary(outcomeOf('many'), title, [])
    expect(text).toMatch(/180 more steps are omitted, 0 of them cached; none took longer than [\d.]+ s\./)
    expect(text.length).toBeLessThan(60_000)
  })

  test('is under 1 MiB whatever the build', () => {
    const long = '|'.repeat(5000)
    const entries = Array.from({ length: 300 }, (_, i) =>
      entryOf(`type=registry,ref=r.io/a:k${i}`, { keys: [`k${i}`], branch: branch(long) }),
    )
    const lines = [
      ...Array.from({ length: 5000 }, (_, i) => ran(`[s${i}${long} 2/3] RUN ${long}${i}`)).flat(),
      ...Array.from({ length: 300 }, () => ran('exporting cache to registry')).flat(),
    ]
    const about = { ...aboutOf('cold'), entries: { from: entries, to: entries, ownKey: '' } }
    const outcome = judgeOutcome({ records: [lines.join('\n')], imports: [] }, about)
    const missed = outcome.steps.map((step) => ({
      ...step,
      platforms: [],
      line: 1,
      after: 3,
      causes: [{ what: 'it', names: [long] }],
      movable: [],
    }))
    const text = summary({ ...outcome, advice: { missed, zstd: undefined } }, { ...title, branch: long }, [
      long,
    ])
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000)
    expect(text).toContain('5000 steps')
  })

  test('of a build without a record says why', () => {
    expect(summary(judgeOutcome('gone', aboutOf('cold')), title, [])).toBe(
      '### Cache of `main`: what was cached is not known\n\nGone.\n',
    )
  })

  test.each([
    ['registry-cold', 'No cache was there yet.'],
    ['no-cache', 'The build was asked not to use a cache.'],
    ['failed-step-again', 'The cached ones were in the builder itself.'],
  ])('%s: %s', (name, sentence) => {
    expect(summary(outcomeOf(name), title, [])).toContain(sentence)
  })
})

describe('bars', () => {
  test.each([
    [0, '████'],
    [0.01, '░███'],
    [0.5, '░░██'],
    [0.99, '░░░█'],
    [1, '░░░░'],
  ])('%d', (ratio, bar) => {
    expect(ratioBar(ratio, 4)).toBe(bar)
  })

  test.each<[string, [number, number][], string]>([
    ['the whole', [[0, 100]], '████'],
    ['the beginning', [[0, 25]], '█   '],
    ['a moment', [[50, 50]], '  █ '],
    ['the end', [[100, 100]], '   █'],
    [
      'twice',
      [
        [0, 10],
        [80, 100],
      ],
      '█  █',
    ],
    ['never', [], '    '],
  ])('%s', (_, times, bar) => {
    expect(timeBar(times, [0, 100], 4, '█').replaceAll('\u00a0', ' ')).toBe(bar)
  })
})

test.each([
  [0, '0.0 s'],
  [9.94, '9.9 s'],
  [9.96, '10 s'],
  [59.4, '59 s'],
  [59.6, '1 min'],
  [61, '1 min 1 s'],
  [3600, '1 h'],
  [3661, '1 h 1 min'],
])('%d seconds', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text)
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [61_300_000, '61 MB'],
  [1_234_000_000, '1.2 GB'],
  [999_999, '1.0 MB'],
])('%d bytes', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test.each([
  [0, 0],
  [0.001, 1],
  [0.5, 50],
  [0.999, 99],
  [1, 100],
])('%d is %d percent', (ratio, whole) => {
  expect(percent(ratio)).toBe(whole)
})

test('lists', () => {
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'], 'or')]).toEqual([
    '',
    'a',
    'a and b',
    'a, b or c',
  ])
})
