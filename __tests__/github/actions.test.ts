import { expect, test } from '@jest/globals'
import { oneLine } from '../../src/github/actions.ts'

test.each([
  ['a name', 'a name'],
  ['a\n::add-path::/tmp', 'a ::add-path::/tmp'],
  ['a\r\n::error::x', 'a ::error::x'],
  ['a\r::error::x\n\n', 'a ::error::x '],
])('%j cannot begin a command of the runner’s', (text, line) => {
  expect(oneLine(text)).toBe(line)
})
