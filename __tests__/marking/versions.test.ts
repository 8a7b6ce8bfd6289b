import { expect, test } from '@jest/globals'
import { canMark } from '../../src/marking/versions.ts'

test.each<[string[], boolean]>([
  [['v0.33.1'], true],
  [['v0.34.2'], true],
  [['v0.34.2', 'v0.33.1'], true],
  [['v0.34.2', 'v0.35.0'], false],
  [['v0.34.3'], false],
  [['v0.34.2-moby'], false],
  [['v0.24.0'], false],
  [[''], false],
  [[], false],
])('%j: %s', (buildkits, expected) => {
  expect(canMark({ buildkits })).toBe(expected)
})
