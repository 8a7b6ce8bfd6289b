import { describe, expect, test } from '@jest/globals'
import { numberedLines, parseLines, parseList } from '../../src/inputs/list.ts'

describe('a list, as docker/build-push-action reads it', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    ['a, b', ['a', 'b']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb', ['a', 'b']],
    ['a,b\nc', ['a', 'b', 'c']],
    ['a\n\nb\n', ['a', 'b']],
    ['a,,b', ['a', 'b']],
    ['  a\n  b', ['a', 'b']],
    ['a "b"', ['a "b"']],
    ['"a,b",c', ['a,b', 'c']],
    ['"a,b"', ['a', 'b']],
    ['#a', ['#a']],
  ])('%j', (text, items) => {
    expect(parseList(text)).toEqual(items)
  })
})

describe('a list whose items are whole lines', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['A=1', ['A=1']],
    ['A=1,2', ['A=1,2']],
    ['A=1\nB=2', ['A=1', 'B=2']],
    ['A=1\r\nB=2', ['A=1', 'B=2']],
    ['"A=1\n2"\nB=3', ['A=1\n2', 'B=3']],
    ['"A=1,2"', ['A=1,2']],
    ['"A=say ""x"""', ['A=say "x"']],
    ['A="x"', ['A="x"']],
    ['A={"b":1,"c":2}', ['A={"b":1,"c":2}']],
    ['type=registry,ref=r.io/a:b', ['type=registry,ref=r.io/a:b']],
    ['#A=1', ['#A=1']],
  ])('%j', (text, items) => {
    expect(parseList(text, { commas: false })).toEqual(items)
  })
})

test.each(['"a', 'a\n"b', 'a,"b', '"'])('%j has a quote that is not closed', (text) => {
  expect(() => parseList(text)).toThrow('a double quote is not closed')
})

describe('a list whose quotes mean nothing here', () => {
  test.each<[string, string[]]>([
    ['type=image,"name=a,b"', ['type=image,"name=a,b"']],
    ['"a\nb"', ['"a', 'b"']],
    ['a"b', ['a"b']],
    ['"', ['"']],
  ])('%j', (text, items) => {
    expect(parseList(text, { commas: false, quote: false })).toEqual(items)
  })
})

describe('a list whose blanks count', () => {
  test.each<[string, string[]]>([
    [' a \n\tb', [' a ', '\tb']],
    ['"a\n b "', ['a\n b ']],
    ['a\n  \nb', ['a', '  ', 'b']],
    ['\n', []],
  ])('%j', (text, items) => {
    expect(parseList(text, { commas: false, trim: false })).toEqual(items)
  })
})

test('a blank item is an item, as upstream', () => {
  expect(parseList('a, ,b')).toEqual(['a', '', 'b'])
})

test('lines with their numbers, counted from 1', () => {
  expect(numberedLines('\n# a\r\n b\n\nc')).toEqual([
    { number: 3, line: 'b' },
    { number: 5, line: 'c' },
  ])
})

describe('lines', () => {
  test.each<[string, string[], string[]]>([
    ['', [], []],
    [' \n\t\n', [], []],
    ['a\r\n  b \n\nc', ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['a,b "c', ['a,b "c'], ['a,b "c']],
    ['# a\n#b\nc # d', ['c # d'], ['# a', '#b', 'c # d']],
  ])('%j with and without comments', (text, withComments, without) => {
    expect(parseLines(text)).toEqual(withComments)
    expect(parseLines(text, false)).toEqual(without)
  })
})
