import { expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/backends/spec.ts'
import { asImage } from '../../src/plan/image-compression.ts'

const builder = (...buildkits: string[]) => ({
  name: 'b',
  driver: 'docker-container',
  containerdStore: true,
  nodes: [],
  endpoints: [],
  buildx: '0.38.2',
  buildkits,
})
const lines = {
  registry: 'type=registry,ref=r.example/a/cache',
  local: 'type=local,dest=/cache',
  s3: 'type=s3,region=r,bucket=b',
  gha: 'type=gha',
  azblob: 'type=azblob,account_url=https://a.example',
  inline: 'type=inline,ref=r.example/a/image',
}
const zstd = ['type=image,name=a,push=true,compression=zstd']

/** The compression that the exports of a cache are given. */
function given(
  line: string,
  outputs: string[],
  { load = false, buildkits = ['v0.34.2'] }: { load?: boolean; buildkits?: string[] } = {},
): string | undefined {
  const [spec] = asImage(parseSpecs([line], {}), { load, outputs }, builder(...buildkits))
  return spec?.given.find(([name]) => name === 'compression')?.[1]
}

test.each<[string, string[], string | undefined]>([
  ['no output', [], undefined],
  ['zstd', zstd, 'zstd'],
  ['as a registry', ['type=registry,name=a,compression=zstd,compression-level=19'], 'zstd'],
  ['with blanks', ['type=image , compression = zstd'], 'zstd'],
  ['beside files', [...zstd, 'type=local,dest=out'], 'zstd'],
  ['files alone', ['type=local,dest=out,compression=zstd'], undefined],
  ['a path', ['out'], undefined],
  ['nothing said of it', ['type=image,name=a,push=true'], undefined],
  ['gzip', ['type=image,name=a,compression=gzip'], undefined],
  ['said twice, the last counts', ['type=image,compression=zstd,compression=gzip'], undefined],
  ['one image of two', [...zstd, 'type=oci,dest=image.tar'], undefined],
  ['both', [...zstd, 'type=oci,dest=image.tar,compression=zstd'], 'zstd'],
])('the image: %s', (_, outputs, compression) => {
  expect(given(lines.registry, outputs)).toBe(compression)
})

test.each<[keyof typeof lines, string | undefined]>([
  ['registry', 'zstd'],
  ['local', 'zstd'],
  ['s3', 'zstd'],
  ['gha', undefined],
  ['azblob', undefined],
  ['inline', undefined],
])('%s', (type, compression) => {
  expect(given(lines[type], zstd)).toBe(compression)
})

test('what the user gave stays', () => {
  expect(given(`${lines.registry},compression=gzip`, zstd)).toBe('gzip')
  expect(given(`${lines.registry},compression=uncompressed`, zstd)).toBe('uncompressed')
})

test('an image that is loaded too is written another way', () => {
  expect(given(lines.registry, zstd, { load: true })).toBeUndefined()
})

test('s3 on a BuildKit that would ignore it; the others know it on every one', () => {
  const old = { buildkits: ['v0.34.2', 'v0.33.1'] }
  expect(given(lines.s3, zstd, old)).toBeUndefined()
  expect(given(lines.s3, zstd, { buildkits: [''] })).toBe('zstd')
  expect(given(lines.registry, zstd, { buildkits: ['v0.11.6'] })).toBe('zstd')
  expect(
    asImage(parseSpecs([lines.s3], {}), { load: false, outputs: zstd }, undefined)[0]?.given,
  ).toContainEqual(['compression', 'zstd'])
})
