import { expect, test } from '@jest/globals'
import { wellFormed } from '../../src/inputs/text.ts'

test.each(['', 'a', '日本', '🐛', 'e\u0301', '\0', 'a\nb'])('%j is well-formed', (text) => {
  expect(wellFormed('target', text)).toBe(text)
})

// A lone surrogate, and what Node makes of bytes that are no UTF-8.
test.each(['\ud800', 'a\udc00b', '\udc00\ud800', '\ufffd', 'a\ufffdb'])('%j is not', (text) => {
  expect(() => wellFormed('target', text)).toThrow('target: it is not well-formed Unicode.')
})
