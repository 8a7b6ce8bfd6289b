import { expect, test } from '@jest/globals'
import { parseDuration } from '../../src/inputs/duration.ts'

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
])('%j is %i ms', (text, milliseconds) => {
  expect(parseDuration('cache-timeout', text, 7)).toBe(milliseconds)
})

test.each(['two', '2 m', '-1', '2d', '1m30', 's', '2m!', '1e3', '٢'])('%j is none', (text) => {
  expect(() => parseDuration('cache-timeout', text, 7)).toThrow(
    `cache-timeout: "${text}" is not a duration; write a value such as 90s or 2m, or 0 for no limit.`,
  )
})
