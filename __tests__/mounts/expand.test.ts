// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are variables of Dockerfiles
import { expect, test } from '@jest/globals'
import { expandWord, UNSET } from '../../src/mounts/expand.ts'

const values: Record<string, string> = { A: 'a', EMPTY: '', TARGETARCH: 'amd64', SPACED: 'x y' }
const whole = (name: string) => values[name] ?? UNSET
const part = (name: string) => values[name]

// The values are those of BuildKit's own lexer (frontend/dockerfile/shell/lex.go).
test.each([
  ['plain', 'plain'],
  ['$A', 'a'],
  ['${A}b', 'ab'],
  ['go-$TARGETARCH', 'go-amd64'],
  ['"$A"', 'a'],
  ["'$A'", '$A'],
  ['\\$A', '$A'],
  ['"\\$A\\"\\b"', '$A"\\b'],
  ['$NONE', ''],
  ['${NONE:-d}', 'd'],
  ['${NONE-d}', 'd'],
  ['${EMPTY-d}', ''],
  ['${EMPTY:-d}', 'd'],
  ['${A:-${NONE}}', 'a'],
  ['${NONE:-${A}-"b c"}', 'a-b c'],
  ['${A:+x}', 'x'],
  ['${NONE:+x}', ''],
  ['${EMPTY+x}', 'x'],
  ['${A:?no}', 'a'],
  ['a$', 'a$'],
  ['$.', '$.'],
])('%s', (word, value) => {
  expect(expandWord(word, '\\', whole)).toBe(value)
})

test.each(['${A#a}', '${A/a/b}', '$1', '$@', '${', '${A', '"open', "'open", '${NONE:?no}'])(
  '%s is not known',
  (word) => {
    expect(expandWord(word, '\\', whole)).toBeUndefined()
  },
)

test('what a base image may set is not known, unless nothing of it is taken', () => {
  expect(expandWord('$HOME/.cache', '\\', part)).toBeUndefined()
  expect(expandWord('${HOME:-/root}', '\\', part)).toBeUndefined()
  expect(expandWord('${A:-$HOME}', '\\', part)).toBe('a')
})

test('the escape of Windows', () => {
  expect(expandWord('C:\\`$A', '`', whole)).toBe('C:\\$A')
})

test('variables in one another end somewhere', () => {
  expect(expandWord('${A:-'.repeat(2000), '\\', whole)).toBeUndefined()
})
