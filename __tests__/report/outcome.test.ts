import { describe, expect, test } from '@jest/globals'
import type { Entries } from '../../src/plan/entries.ts'
import { type About, cacheHit, judgeOutcome } from '../../src/report/outcome.ts'
import { entryOf } from '../entry.ts'
import { cached, line, ran } from './rawjson.ts'

const about = (given: Partial<About> = {}): About => ({
  entries: { from: [], to: [], ownKey: '' },
  specs: [],
  warnings: [],
  lost: [],
  unkept: [],
  failed: false,
  builderWasEmpty: false,
  withoutCache: false,
  dockerfile: undefined,
  secrets: [],
  ...given,
})

const entriesTo = (...backends: string[]): Entries => ({
  from: [],
  to: backends.map((backend) => entryOf(`type=${backend}`)),
  ownKey: 'main',
})

const history = (lines: string[]) => ({ records: [lines.join('\n')], imports: undefined })
const toRegistry = ran('exporting cache to registry')
const failedToRegistry = [
  line('exporting cache to registry', { started: 0, completed: 1, error: 'denied' }, 'other'),
]

describe('written: every planned export succeeded, and there was one', () => {
  test.each<[string, string[], string[], boolean]>([
    ['one of one', ['registry'], toRegistry, true],
    ['none of one', ['registry'], [], false],
    ['none planned', [], [], false],
    ['none planned, the user’s own written', [], toRegistry, false],
    ['one of two', ['registry', 'registry'], toRegistry, false],
    ['another than was planned', ['local'], toRegistry, false],
    ['one failed', ['registry'], failedToRegistry, false],
    [
      'one written, the user’s own failed: nobody can tell which',
      ['registry'],
      [...toRegistry, ...failedToRegistry],
      false,
    ],
    [
      'both of two',
      ['registry', 'local'],
      [...toRegistry, ...ran('exporting cache to client directory')],
      true,
    ],
  ])('%s', (_, backends, lines, written) => {
    expect(judgeOutcome(history(lines), about({ entries: entriesTo(...backends) })).written).toBe(written)
  })
})

test('the steps are counted, FROM and what is internal left out', () => {
  const lines = [
    ...ran('[internal] load build context'),
    ...ran('[1/4] FROM r.io/base'),
    ...cached('[2/4] RUN a'),
    ...cached('[3/4] RUN b'),
    ...ran('[4/4] RUN c'),
    line('[other 1/2] RUN never'),
  ]
  expect(judgeOutcome(history(lines), about()).count).toEqual({ total: 3, cached: 2, ratio: 2 / 3 })
})

test('without a record nothing is known and nothing is claimed', () => {
  expect(judgeOutcome('gone', about({ entries: entriesTo('registry') }))).toMatchObject({
    unknown: 'gone',
    count: undefined,
    written: false,
    steps: [],
    sources: [],
    exports: [],
    advice: { missed: [], zstd: undefined },
  })
})

test('a build that failed before its first step has no ratio, one without steps has', () => {
  const lines = ran('[internal] load build definition from Dockerfile')
  expect(judgeOutcome(history(lines), about({ failed: true })).count).toBeUndefined()
  expect(judgeOutcome(history(lines), about()).count).toEqual({ total: 0, cached: 0, ratio: 1 })
})

test.each([[[]], [['{"vertexes":[[[']], [['{"vertexes":[null]}']]])(
  'a record in which nothing is, %j, tells nothing',
  (lines) => {
    const outcome = judgeOutcome(history(lines), about())
    expect(outcome.count).toBeUndefined()
    expect(outcome.unknown).toBe('the record that the builder keeps of this build is empty')
  },
)

test('no secret and no credential of a URL is shown', () => {
  const lines = ran('[2/3] RUN curl -H s3cr3t https://me:pass@h.example/x')
  const { steps } = judgeOutcome(history(lines), about({ secrets: ['s3cr3t'] }))
  expect(steps[0]?.instruction).toBe('RUN curl -H *** https://***')
})

describe('cache-hit', () => {
  const counted = (total: number, hits: number) => ({ count: { total, cached: hits, ratio: 0 } })
  test.each([
    ['all', counted(3, 3), true, 'true'],
    ['some', counted(3, 1), true, 'partial'],
    ['none', counted(3, 0), true, 'false'],
    ['no cache', counted(3, 3), false, ''],
    ['nothing known', { count: undefined }, true, ''],
  ])('%s', (_, it, hasCache, hit) => {
    expect(cacheHit(it, hasCache)).toBe(hit)
  })
})
