import { describe, expect, test } from '@jest/globals'
import type { Entries } from '../../src/cache/entries.ts'
import { cacheHit, judge, type Outcome } from '../../src/report/outcome.ts'
import { branch } from '../../src/scope/branch.ts'
import { cached, line, ran } from './rawjson.ts'

const entriesTo = (...backends: string[]): Entries => ({
  from: [],
  to: backends.map((backend) => ({
    backend,
    keys: ['main'],
    places: ['main'],
    branch: branch('main'),
    role: 'own',
    csv: '',
    shown: '',
  })),
  ownKey: 'main',
})

const toRegistry = ran('exporting cache to registry')
const failedToRegistry = [
  line('exporting cache to registry', { started: 0, completed: 1, error: 'denied' }, 'other'),
]

const failedImage = [
  line('exporting to image', { started: 0, completed: 1, error: 'push access denied' }, 'image'),
]

describe('written: every planned export succeeded, and there was one', () => {
  test.each<[string, string[], string[], boolean]>([
    ['one of one', ['registry'], toRegistry, true],
    ['none of one', ['registry'], [], false],
    ['none planned', [], [], false],
    ['none planned, the user’s own written', [], toRegistry, false],
    ['one of two', ['registry', 'registry'], toRegistry, false],
    ['one of two kinds', ['registry', 'local'], toRegistry, false],
    ['another than was planned', ['local'], toRegistry, false],
    ['one failed', ['registry'], failedToRegistry, false],
    [
      'one written, the user’s own failed: nobody can tell which',
      ['registry'],
      [...toRegistry, ...failedToRegistry],
      false,
    ],
    [
      'the image’s own export failed, which is not a cache',
      ['registry'],
      [...toRegistry, ...failedImage],
      true,
    ],
    ['inline, with its image', ['inline'], ran('exporting to image'), true],
    ['inline, whose image failed', ['inline'], failedImage, false],
    [
      'both of two',
      ['registry', 'local'],
      [...toRegistry, ...ran('exporting cache to client directory')],
      true,
    ],
  ])('%s', (_, backends, lines, written) => {
    expect(judge(lines.join('\n'), entriesTo(...backends)).written).toBe(written)
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
  expect(judge(lines.join('\n'), entriesTo()).steps).toEqual({ total: 3, cached: 2, ratio: 2 / 3 })
})

test('the exports that failed are told', () => {
  expect(judge(failedToRegistry.join('\n'), entriesTo('registry')).failedExports).toEqual([
    { backend: 'registry', why: 'denied' },
  ])
})

test('an image that failed is told of as a cache only where its cache was planned', () => {
  expect(judge(failedImage.join('\n'), entriesTo('registry')).failedExports).toEqual([])
  expect(judge(failedImage.join('\n'), entriesTo('registry', 'inline')).failedExports).toEqual([
    { backend: 'inline', why: 'push access denied' },
  ])
})

test('without a record nothing is known and nothing is claimed', () => {
  expect(judge(undefined, entriesTo('registry'))).toEqual({
    steps: undefined,
    written: false,
    failedExports: [],
  })
})

describe('cache-hit', () => {
  const outcome = (total: number, hits: number): Outcome => ({
    steps: { total, cached: hits, ratio: 0 },
    written: false,
    failedExports: [],
  })
  test.each<[string, Outcome, boolean, string]>([
    ['all', outcome(3, 3), true, 'true'],
    ['some', outcome(3, 1), true, 'partial'],
    ['none', outcome(3, 0), true, 'false'],
    ['no cache', outcome(3, 3), false, ''],
    ['nothing known', { ...outcome(0, 0), steps: undefined }, true, ''],
  ])('%s', (_, it, hasCache, hit) => {
    expect(cacheHit(it, hasCache)).toBe(hit)
  })
})
