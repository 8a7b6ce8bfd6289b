import { expect, test } from '@jest/globals'
import { canMark } from '../../src/marking/versions.ts'

test.each<[string[], boolean]>([
  [['v0.33.1'], true],
  [['v0.34.2'], true],
  [['v0.32.0'], true],
  [['v0.32.1'], true],
  [['v0.32.2'], true],
  [['v0.31.1'], false],
  [['v0.32.3'], false],
  [['v0.34.0'], true],
  [['v0.34.1'], true],
  [['v0.34.2', 'v0.33.1'], true],
  [['v0.33.0'], false],
  [['v0.34'], false],
  [['0.34.2'], false],
  [['v0.34.2-rc1'], false],
  [['v0.34.2-12-gabcdef'], false],
  [['v0.0.0+unknown'], false],
  [['v0.34.2', 'v0.35.0'], false],
  [['v0.34.3'], false],
  [['v0.34.2-moby'], false],
  [['v0.24.0'], false],
  [[''], false],
  [[], false],
])('%j: %s', (buildkits, expected) => {
  expect(canMark({ buildkits })).toBe(expected)
})
