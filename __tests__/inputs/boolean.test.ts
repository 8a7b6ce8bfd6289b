import { expect, test } from '@jest/globals'
import { parseBoolean } from '../../src/inputs/boolean.ts'

test.each([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
])('%s', (text, value) => {
  expect(parseBoolean('push', text, !value)).toBe(value)
})

test.each([true, false])('empty is the default, %s', (whenEmpty) => {
  expect(parseBoolean('push', '', whenEmpty)).toBe(whenEmpty)
})

test.each(['yes', 'no', 'on', '1', '0', 'tRUE', 'true ', 'constructor', 'toString', '__proto__', 'null'])(
  '%j is no boolean',
  (text) => {
    expect(() => parseBoolean('push', text, false)).toThrow(
      `push: "${text}" is not a boolean; write true or false.`,
    )
  },
)
