import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import lines from '../../bench/prove/lines.ts'
import { isVisible, safeLine, safeLines } from '../../src/runner/safe-line.ts'

// docs/threat-model.md, "Names are data": no name becomes a command of the runner's, or turns a line around.
test.each([
  ['a name', 'a name'],
  ['a\n::add-path::/tmp', 'a ::add-path::/tmp'],
  ['a\r\n::error::x', 'a ::error::x'],
  ['a\r::error::x\n\n', 'a ::error::x '],
  ['::error::x', ': :error::x'],
  [' \t::error::x', ' \t: :error::x'],
  ['\n::error::x', ' : :error::x'],
  ['q=##[set-env name=A;]b', 'q=## [set-env name=A;]b'],
  ['##\n[error]x', '## [error]x'],
  ['a\u202eb', 'a\\u202eb'],
  ['a\u0085b\u009bc\u001bd', 'a\\u0085b\\u009bc\\u001bd'],
  ['a\u2028::error::', 'a\\u2028::error::'],
  ['a\ud800', 'a\\ud800'],
  ['日本 👩‍👩‍👧 é\t', '日本 👩‍👩‍👧 é\t'],
])('%j is a line of its own', (text, line) => {
  expect(safeLine(text)).toBe(line)
})

test('a message keeps its lines', () => {
  expect(safeLines('a\r\nb##[x\n\u202ec')).toBe('a\nb## [x\n\\u202ec')
})

test.each([
  ['a b\t', true],
  ['a\nb', false],
  ['a\u2066', false],
  ['a\u200b', false],
])('%j is visible: %j', (text, is) => expect(isVisible(text)).toBe(is))

describe('whatever the text', () => {
  test(lines.rule, async () => {
    await fc.assert(
      fc.asyncProperty(lines.cases, async (it) => {
        await lines.holds(it)
      }),
      { numRuns: 500 },
    )
  })
})
