import { expect, test } from '@jest/globals'
import { withoutTrailingSlashes } from '../../src/lib/trailing-slashes.ts'

test.each([
  ['https://a.example/b', 'https://a.example/b'],
  ['https://a.example/b/', 'https://a.example/b'],
  ['https://a.example//b//', 'https://a.example//b'],
  ['///', ''],
  ['', ''],
])('%j', (url, without) => {
  expect(withoutTrailingSlashes(url)).toBe(without)
})
