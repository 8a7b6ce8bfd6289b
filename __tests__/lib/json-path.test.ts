import { describe, expect, test } from '@jest/globals'
import { at, textAt } from '../../src/lib/json-path.ts'

const payload = { a: { b: 'x', list: ['y'], n: 7, empty: '', nothing: null } }

describe('at()', () => {
  test.each<[string[], unknown]>([
    [[], payload],
    [['a', 'b'], 'x'],
    [['a', 'n'], 7],
    [['a', 'list', '0'], 'y'],
    [['a', 'nothing'], null],
    [['a', 'nothing', 'x'], undefined],
    [['a', 'b', 'length'], undefined],
    [['a', 'missing', 'b'], undefined],
    [['constructor'], undefined],
    [['a', '__proto__'], undefined],
  ])('%j', (path, value) => {
    expect(at(payload, ...path)).toBe(value)
  })

  test.each([undefined, null, 7, 'text', true, []])('finds nothing in %j', (it) => {
    expect(at(it, 'a', 'b')).toBeUndefined()
  })
})

describe('textAt() takes texts that are not empty', () => {
  test.each<[string, string | undefined]>([
    ['b', 'x'],
    ['n', undefined],
    ['empty', undefined],
    ['nothing', undefined],
    ['list', undefined],
    ['missing', undefined],
  ])('%s', (name, value) => {
    expect(textAt(payload, 'a', name)).toBe(value)
  })
})
