import { expect, test } from '@jest/globals'
import { againLines, type Lost, lostSentences, without } from '../../src/plan/dropped-caches.ts'
import { entries } from '../retry/entries.ts'

const all = entries(
  ['type=registry,ref=a.io/x:1', 'type=registry,ref=a.io/x:2'],
  ['type=registry,ref=a.io/x:1'],
)
const lost = (side: Lost['side'], ...its: Lost['entry'][]): Lost[] =>
  its.map((entry) => ({ side, entry, store: 'the registry cache at a.io', why: 'it is gone' }))
const plain = (why: string): string => why

test('what is left of the entries', () => {
  expect(without(all, [])).toEqual(all)
  expect(without(all, lost('import', ...all.from))).toEqual({ ...all, from: [] })
  expect(without(all, lost('export', ...all.to))).toEqual({ ...all, to: [] })
})

test('one sentence for a store and a side', () => {
  const its = [...lost('import', ...all.from), ...lost('export', ...all.to)]
  expect(againLines(its, plain)).toEqual([
    'Building again without reading the registry cache at a.io: it is gone.',
    'Building again without writing the registry cache at a.io: it is gone.',
  ])
  expect(lostSentences(its, plain)).toEqual([
    'The registry cache at a.io was not read: it is gone; the image was built without it.',
    'The registry cache at a.io was not written: it is gone; the image was built without it.',
  ])
})
