import { describe, expect, test } from '@jest/globals'
import { didYouMean, notOneOf } from '../../src/lib/nearest.ts'

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

test.each(['', 'xx', 'a'])('a word of which no letter is right is no slip: %j', (given) => {
  expect(didYouMean(given, ['s3', 'local'])).toBe('')
})

describe('a third of the letters may be wrong, and two in any word', () => {
  test.each([
    ['nexex', ' Did you mean "never"?'],
    ['xexex', ''],
    ['xxxxult-branch', ' Did you mean "default-branch"?'],
    ['xxxxxlt-branch', ''],
  ])('%s', (given, guess) => {
    expect(didYouMean(given, ['never', 'default-branch'])).toBe(guess)
  })
})

test('the sentence', () => {
  expect(notOneOf('allways', allowed)).toBe(
    '"allways" is not one of auto, always, never, default-branch. Did you mean "always"?',
  )
})
