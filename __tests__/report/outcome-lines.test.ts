import { expect, test } from '@jest/globals'
import type { Entries } from '../../src/cache/entries.ts'
import { outcomeLines } from '../../src/report/outcome-lines.ts'
import { branch } from '../../src/scope/branch.ts'

const entry = (backend: string, key: string) => ({
  backend,
  key,
  branch: branch('main'),
  role: 'own',
  csv: '',
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
