import { describe, expect, test } from '@jest/globals'
import { didYouMean, notOneOf } from '../../src/inputs/nearest.ts'

const allowed = ['auto', 'always', 'never', 'default-branch']

describe('the allowed name next to a slip', () => {
  test.each([
    ['allways', ' Did you mean "always"?'],
    ['ALWAYS', ' Did you mean "always"?'],
    ['nevr', ' Did you mean "never"?'],
    ['default_branch', ' Did you mean "default-branch"?'],
    ['defaultbranch', ' Did you mean "default-branch"?'],
    ['sometimes', ''],
    ['yes please', ''],
    ['', ''],
  ])('%j', (given, guess) => {
    expect(didYouMean(given, allowed)).toBe(guess)
  })
})

test('the sentence', () => {
  expect(notOneOf('allways', allowed)).toBe(
    '"allways" is not one of auto, always, never, default-branch. Did you mean "always"?',
  )
})
