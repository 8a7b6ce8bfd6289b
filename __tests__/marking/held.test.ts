import { expect, test } from '@jest/globals'
import { markConfig } from '../../src/marking/config.ts'
import { heldIn } from '../../src/marking/held.ts'
import { readConfig } from '../../src/marking/mark.ts'

const base = { digest: 'sha256:base' }
const copy = (file: number) => ({ digest: 'sha256:copy', inputs: [[{ link: 0 }], [{ link: file }]] })
const own = {
  records: [
    base,
    { digest: 'sha256:file' },
    { ...copy(1), layers: [{ layer: 0 }] },
    { digest: 'sha256:run', inputs: [[{ link: 2 }]], layers: [{ layer: 1 }] },
  ],
}

test('a step is held where its record has a result too, wherever it stands', () => {
  const [first, file, ...rest] = own.records
  const swapped = { records: [first, file, { ...copy(1), layers: [{ layer: 7 }] }] }
  expect(heldIn(own, own)).toEqual([2, 3])
  expect(heldIn(own, swapped as typeof own)).toEqual([2])
  expect(heldIn(own, { records: [first, file, copy(1), rest[1]] } as typeof own)).toEqual([3])
})

test('the same step over another base, or of another file, is another one', () => {
  const over = (digest: string) => ({ records: [{ digest }, ...own.records.slice(1)] })
  expect(heldIn(own, over('sha256:other'))).toEqual([])
  expect(heldIn(own, { records: [base, { digest: 'sha256:new' }, ...own.records.slice(2)] })).toEqual([])
})

test('markers make no difference once they are left out', () => {
  const marked = readConfig(JSON.stringify(markConfig(own, 'main')))
  expect(marked && heldIn(own, marked.config)).toEqual([2, 3])
})
