import { expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/backends/spec.ts'
import {
  canExport,
  canImport,
  ignoredAttributes,
  whyNotIgnored,
  whyTooOld,
} from '../../src/plan/builder-support.ts'

const builder = (buildx: string, ...buildkits: string[]) => ({
  driver: 'docker-container',
  containerdStore: true,
  name: 'b',
  nodes: [],
  endpoints: [],
  buildx,
  buildkits,
})

test.each([
  ['0.21.0', '0.20.0', undefined],
  ['0.37.2', '0.33.1', undefined],
  ['0.20.1', '0.33.1', 'gha needs buildx 0.21.0 or newer, but this is 0.20.1'],
  ['0.37.2', 'v0.19.0', 'gha needs BuildKit 0.20.0 or newer, but the builder has v0.19.0'],
  ['0.9.0', '0.9.0', 'gha needs buildx 0.21.0 or newer, but this is 0.9.0'],
  // What cannot be told is no reason to go without a cache: a builder that does not run has no version yet.
  ['0.37.2', '', undefined],
  ['', '', undefined],
  // Built without a release's tag.
  ['0.0.0', 'v0.0.0+unknown', undefined],
])('buildx %j, BuildKit %j', (buildx, buildkit, why) => {
  expect(whyTooOld(builder(buildx, buildkit), 'gha')).toBe(why)
})

test.each([
  ['s3', 'v0.10.6', 's3 needs BuildKit 0.11.0 or newer, but the builder has v0.10.6'],
  ['s3', 'v0.11.0', undefined],
  ['azblob', 'v0.9.3', 'azblob needs BuildKit 0.11.0 or newer, but the builder has v0.9.3'],
  ['azblob', 'v0.11.0-rc1', undefined],
  ['registry', 'v0.8.3', undefined],
  ['local', 'v0.8.3', undefined],
  ['inline', 'v0.8.3', undefined],
])('%s on BuildKit %s', (type, buildkit, why) => {
  expect(whyTooOld(builder('0.12.0', buildkit), type)).toBe(why)
})

test.each([
  ['v0.11.7-moby', true],
  ['v0.12.0', false],
  ['v0.0.0+unknown', false],
  ['', false],
])('exports that fail are fatal to BuildKit %j: %s', (buildkit, is) => {
  expect(whyNotIgnored(builder('0.37.2', 'v0.33.1', buildkit)) !== undefined).toBe(is)
})

test('one old node is enough', () => {
  expect(whyTooOld(builder('0.37.2', 'v0.33.1', 'v0.19.0'), 'gha')).toContain('the builder has v0.19.0')
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

test.each([
  ['docker-container', false, 'gha registry local s3 azblob inline'],
  ['docker', true, 'gha registry local inline'],
  ['docker', false, 'registry local inline'],
])('the %s driver, containerd store %s, imports from %s', (driver, containerdStore, types) => {
  const all = ['gha', 'registry', 'local', 's3', 'azblob', 'inline']
  const it = { ...builder('0.37.2', 'v0.33.1'), driver, containerdStore }
  expect(all.filter((type) => canImport(it, type)).join(' ')).toBe(types)
})

test.each([
  [
    'v0.33.1',
    'compression of s3 needs BuildKit 0.34 or newer, but the builder has v0.33.1; BuildKit ignores it.',
  ],
  ['v0.34.0', undefined],
  ['v0.34.0-rc1', undefined],
  ['', undefined],
  ['v0.0.0+unknown', undefined],
])('compression of s3 on BuildKit %j', (buildkit, sentence) => {
  const [spec] = parseSpecs(['type=s3,region=r,bucket=b,compression=zstd'], {})
  expect(spec && ignoredAttributes(builder('0.38.2', buildkit), spec)).toEqual(sentence ? [sentence] : [])
})
