import { expect, test } from '@jest/globals'
import { boolean, type Check, integer, oneOf, text } from '../../src/cache/check.ts'

const good = undefined

test.each<[string, Check, string, string | undefined]>([
  ['text', text, 'x', good],
  ['text', text, '', 'is empty'],
  ...['1', 't', 'T', 'TRUE', 'true', 'True', '0', 'f', 'F', 'FALSE', 'false', 'False'].map(
    (value): [string, Check, string, undefined] => ['boolean', boolean, value, good],
  ),
  ...['', 'yes', 'on', 'tRue', ' true', 'true\n', '01'].map((value): [string, Check, string, string] => [
    'boolean',
    boolean,
    value,
    'is not true or false',
  ]),
  ['oneOf', oneOf('min', 'max'), 'min', good],
  ['oneOf', oneOf('min', 'max'), 'Max', 'is not min or max'],
  ['oneOf', oneOf('a', 'b', 'c'), '', 'is not a, b or c'],
  ['integer', integer(0, 22), '0', good],
  ['integer', integer(0, 22), '22', good],
  ['integer', integer(0, 22), '23', 'is not a whole number from 0 to 22'],
  ['integer', integer(0, 22), '-1', 'is not a whole number from 0 to 22'],
  ['integer', integer(0, 22), '1.5', 'is not a whole number from 0 to 22'],
  ['integer', integer(0, 22), '1e1', 'is not a whole number from 0 to 22'],
  ['integer', integer(0, 22), '', 'is not a whole number from 0 to 22'],
  ['integer', integer(0, 22), 'Infinity', 'is not a whole number from 0 to 22'],
])('%s: %3$j', (_, check, value, wrong) => {
  expect(check(value)).toBe(wrong)
})
