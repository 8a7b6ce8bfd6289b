import { expect, test } from '@jest/globals'
import { goBoolean } from '../../src/lib/go-boolean.ts'

test.each([
  [['1', 't', 'T', 'true', 'TRUE', 'True'], true],
  [['0', 'f', 'F', 'false', 'FALSE', 'False'], false],
  [['', 'yes', 'tRUE', ' true', '2', 'constructor', undefined], undefined],
])('%j', (texts, value) => {
  expect(texts.map(goBoolean)).toEqual(texts.map(() => value))
})
