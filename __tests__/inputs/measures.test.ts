import { describe, expect, test } from '@jest/globals'
import { parseDuration, parseSize, parseSpan } from '../../src/inputs/measures.ts'
import { InputError } from '../../src/runner/input-error.ts'

const HOUR = 3_600_000

test.each([
  ['14d', 14 * 24 * HOUR],
  ['36h', 36 * HOUR],
  ['1h', HOUR],
])('a time: %s', (text, expected) => {
  expect(parseSpan('cache-keep', text)).toBe(expected)
})

test.each([
  ['10GB', 10e9],
  ['1.5 GiB', 1.5 * 1024 ** 3],
  ['500MB', 500e6],
  ['1kB', 1000],
  ['7B', 7],
])('a size: %s', (text, expected) => {
  expect(parseSize('cache-max-size', text)).toBe(expected)
})

describe('what is neither is refused, with how to write it', () => {
  test.each(['', '14', '0d', '-1d', '1.5d', '2 weeks', '14D', '90m', '999999d'])('a time: %j', (text) => {
    expect(() => parseSpan('cache-keep', text)).toThrow(InputError)
    expect(() => parseSpan('cache-keep', text)).toThrow('such as 14d or 36h.')
  })

  test.each(['', '10', '0GB', '-1GB', '10gb', 'GB', '1e3MB', '10GBs', '1,5GB', '3constructor'])(
    'a size: %j',
    (text) => {
      expect(() => parseSize('cache-max-size', text)).toThrow(InputError)
      expect(() => parseSize('cache-max-size', text)).toThrow('such as 10GB.')
    },
  )
})

test.each([
  ['', 7],
  ['0', 0],
  ['90', 90_000],
  ['90s', 90_000],
  ['2m', 120_000],
  ['1m30s', 90_000],
  ['1h', 3_600_000],
  ['1.5m', 90_000],
  ['500ms', 500],
  ['0s', 0],
])('a duration: %j is %i ms', (text, milliseconds) => {
  expect(parseDuration('cache-timeout', text, 7)).toBe(milliseconds)
})

test.each(['two', '2 m', '-1', '2d', '1m30', 's', '2m!', '1e3', '٢'])('%j is no duration', (text) => {
  expect(() => parseDuration('cache-timeout', text, 7)).toThrow(
    `cache-timeout: "${text}" is not a duration; write a value such as 90s or 2m, or 0 for no limit.`,
  )
})
