import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../src/lib/sha256.ts'
import { configOf, markManifest, markText, readConfig } from '../../src/marking/mark.ts'
import { storeRecord } from '../../src/marking/scope-record.ts'
import { manifestOf as manifestWith } from './manifest.ts'

const record = storeRecord({
  repository: 'octo/app',
  branch: { kind: 'branch', name: 'main' },
  isNamed: false,
})
const identity = { place: 'registry r.io/app main', record }
const plain = {
  layers: [{ blob: 'sha256:l', parent: -1 }],
  records: [{ digest: 'sha256:r' }, { digest: 'sha256:s', inputs: [[{ link: 0 }]], layers: [{ layer: 0 }] }],
}
const config = JSON.stringify(plain)
const manifestOf = (text: string, more: object = {}) =>
  manifestWith(text, { layers: [{ digest: 'sha256:l', size: 7 }], ...more })

describe('the text of a config', () => {
  test('has markers and the record, and can be read without them', () => {
    const marked = markText(config, identity) ?? ''
    expect(marked).toMatch(/"branch-cache:[0-9a-f]{64}"/)
    expect(JSON.parse(marked)['branch-cache']).toEqual(record)
    const read = readConfig(marked)
    expect(read?.config.records).toEqual(plain.records)
    expect(read?.record).toMatchObject({ repository: 'octo/app' })
  })

  test('that is marked stays as it is', () => {
    const marked = markText(config, identity) ?? ''
    expect(markText(marked, identity)).toBeUndefined()
    expect(markText(marked, { ...identity, place: 'other' })).not.toBeUndefined()
  })

  test('that would be too large stays as it is', () => {
    const large = JSON.stringify({ ...plain, more: 'x'.repeat(1024 * 1024 - config.length - 20) })
    expect(Buffer.byteLength(large)).toBeLessThan(1024 * 1024)
    expect(markText(large, identity)).toBeUndefined()
  })

  test.each(['', '[]', '{"records":7}'])('%s stays as it is', (text) => {
    expect(markText(text, identity)).toBeUndefined()
    expect(readConfig(text)).toBeUndefined()
  })
})

describe('a manifest', () => {
  test('names the marked config, and is else the same', () => {
    const marked = markManifest({ manifest: manifestOf(config), config }, identity)
    const { config: descriptor, ...rest } = JSON.parse(marked?.manifest ?? '{}')
    expect(descriptor).toEqual({
      mediaType: 'application/vnd.buildkit.cacheconfig.v0',
      digest: digestOf(marked?.config ?? ''),
      size: Buffer.byteLength(marked?.config ?? ''),
    })
    expect({ ...rest, config: JSON.parse(manifestOf(config)).config }).toEqual(JSON.parse(manifestOf(config)))
    expect(configOf(marked?.manifest ?? '')).toBe(descriptor.digest)
  })

  test.each<[string, string]>([
    ['an index', manifestOf(config, { mediaType: 'application/vnd.oci.image.index.v1+json' })],
    ['of Docker', manifestOf(config, { mediaType: 'application/vnd.docker.distribution.manifest.v2+json' })],
    ['an image', manifestOf(config, { config: { mediaType: 'application/vnd.oci.image.config.v1+json' } })],
    ['with a digest that is none', manifestOf(config, { config: { digest: '../x' } })],
    ['without a config', manifestOf(config, { config: null })],
    ['no JSON', '{'],
    ['null', 'null'],
  ])('%s stays as it is', (_, manifest) => {
    expect(configOf(manifest)).toBeUndefined()
    expect(markManifest({ manifest, config }, identity)).toBeUndefined()
  })

  test('of another config stays as it is', () => {
    expect(markManifest({ manifest: manifestOf('{}'), config }, identity)).toBeUndefined()
  })
})
