import { expect, test } from '@jest/globals'
import { InputError } from '../../src/runner/input-error.ts'

test('a mistake begins with the input’s name', () => {
  const error = new InputError('cache', 'it is wrong.')
  expect(error).toBeInstanceOf(Error)
  expect(String(error)).toBe('InputError: cache: it is wrong.')
})
