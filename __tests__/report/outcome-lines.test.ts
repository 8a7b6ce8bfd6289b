import { expect, test } from '@jest/globals'
import type { Entries } from '../../src/cache/entries.ts'
import { outcomeLines, outcomeWarnings } from '../../src/report/outcome-lines.ts'
import { branch } from '../../src/scope/branch.ts'

const entry = (backend: string, key: string) => ({
  backend,
  keys: [key],
  places: [key],
  branch: branch('main'),
  role: 'own',
  csv: '',
  shown: '',
})
const entries: Entries = {
  from: [],
  to: [entry('registry', 'main..s'), entry('registry', 'main')],
  ownKey: 'main..s',
}

test('what was cached and where it was written', () => {
  const outcome = { steps: { total: 3, cached: 2, ratio: 2 / 3 }, written: true, failedExports: [] }
  expect(outcomeLines(outcome, entries)).toEqual([
    '2 of 3 steps were cached (67 %).',
    'The cache was written: registry main..s, registry main.',
  ])
})

test('nothing is said to be written where it was not', () => {
  const outcome = { steps: { total: 1, cached: 0, ratio: 0 }, written: false, failedExports: [] }
  expect(outcomeLines(outcome, entries)).toEqual(['0 of 1 steps were cached (0 %).'])
})

test('a build of which there is no record', () => {
  const [sentence] = outcomeLines({ steps: undefined, written: false, failedExports: [] }, entries)
  expect(sentence).toMatch(/keeps no record/)
})

test('several scopes of one export are one place', () => {
  const to = [{ ...entry('s3', 'main..s'), keys: ['main..s', 'main'] }]
  const outcome = { steps: undefined, written: true, failedExports: [] }
  expect(outcomeLines(outcome, { ...entries, to }).at(-1)).toBe('The cache was written: s3 main..s and main.')
})

test('each export that failed is a sentence', () => {
  const failedExports = [
    { backend: 'registry', why: 'denied' },
    { backend: 's3', why: 'it was cut off' },
  ]
  expect(outcomeWarnings({ steps: undefined, written: false, failedExports })).toEqual([
    'The registry cache was not written: denied',
    'The s3 cache was not written: it was cut off',
  ])
})
