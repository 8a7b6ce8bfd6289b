import { expect, test } from '@jest/globals'
import { canExport, whyTooOldForGha } from '../../src/cache/gates.ts'

const builder = (buildx: string, ...buildkits: string[]) => ({
  driver: 'docker-container',
  containerdStore: true,
  buildx,
  buildkits,
})

test.each([
  ['0.21.0', '0.20.0', undefined],
  ['0.37.2', '0.33.1', undefined],
  ['0.20.1', '0.33.1', 'gha needs buildx 0.21.0 or newer, and this is 0.20.1'],
  ['0.37.2', 'v0.19.0', 'gha needs BuildKit 0.20.0 or newer, and the builder has v0.19.0'],
  ['0.9.0', '0.9.0', 'gha needs buildx 0.21.0 or newer, and this is 0.9.0'],
  // What cannot be told is no reason to go without a cache: a builder that does not run has no version yet.
  ['0.37.2', '', undefined],
  ['', '', undefined],
])('buildx %j, BuildKit %j', (buildx, buildkit, why) => {
  expect(whyTooOldForGha(builder(buildx, buildkit))).toBe(why)
})

test('one old node is enough', () => {
  expect(whyTooOldForGha(builder('0.37.2', 'v0.33.1', 'v0.19.0'))).toContain('the builder has v0.19.0')
})

test.each([
  ['docker-container', false, 'gha registry local s3 azblob inline'],
  ['remote', false, 'gha registry local s3 azblob inline'],
  ['docker', true, 'gha registry local inline'],
  ['docker', false, 'inline'],
])('the %s driver, containerd store %s, exports to %s', (driver, containerdStore, types) => {
  const all = ['gha', 'registry', 'local', 's3', 'azblob', 'inline']
  const it = { ...builder('0.37.2', 'v0.33.1'), driver, containerdStore }
  expect(all.filter((type) => canExport(it, type)).join(' ')).toBe(types)
})
