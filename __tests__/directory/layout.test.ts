import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  type Descriptor,
  findTag,
  needsOf,
  readIndex,
  tagged,
  tagOf,
  writeIndex,
} from '../../src/directory/layout.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'layout-'))
  mkdirSync(join(directory, 'blobs/sha256'), { recursive: true })
})
afterEach(() => rmSync(directory, { recursive: true }))

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const INDEX = 'application/vnd.oci.image.index.v1+json'

function blob(content: string | object, mediaType = 'application/octet-stream'): Descriptor {
  const bytes = typeof content === 'string' ? content : JSON.stringify(content)
  const hex = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(join(directory, 'blobs/sha256', hex), bytes)
  return { mediaType, digest: `sha256:${hex}`, size: Buffer.byteLength(bytes) }
}

const digestsOf = (it: Descriptor): string[] => [...needsOf(directory, it).sizes.keys()]

describe('what a manifest needs', () => {
  test('its configuration and its layers', () => {
    const [config, layer] = [blob('c'), blob('l')]
    const it = blob({ config, layers: [layer] }, MANIFEST)
    expect(needsOf(directory, it)).toEqual({
      sizes: new Map([it, config, layer].map(({ digest, size }) => [digest, size])),
      isWhole: true,
      unknown: undefined,
    })
  })

  test('in an index, whatever its manifests need; layers in one are layers', () => {
    const layer = blob('l', 'application/vnd.oci.image.layer.v1.tar+gzip')
    const inner = blob({ config: blob('c'), layers: [layer] }, MANIFEST)
    const it = blob({ manifests: [inner, layer, inner] }, INDEX)
    expect(digestsOf(it)).toHaveLength(4)
    expect(needsOf(directory, it).isWhole).toBe(true)
  })

  test.each<[string, (layer: Descriptor) => void]>([
    ['missing', ({ digest }) => rmSync(join(directory, 'blobs/sha256', digest.slice(7)))],
    ['too short', ({ digest }) => writeFileSync(join(directory, 'blobs/sha256', digest.slice(7)), '')],
    [
      'a link',
      ({ digest }) => {
        const file = join(directory, 'blobs/sha256', digest.slice(7))
        rmSync(file)
        writeFileSync(join(directory, 'elsewhere'), 'l')
        symlinkSync(join(directory, 'elsewhere'), file)
      },
    ],
  ])('it is not whole where a layer is %s', (_, spoil) => {
    const layer = blob('l')
    const it = blob({ config: blob('c'), layers: [layer] }, MANIFEST)
    spoil(layer)
    expect(needsOf(directory, it).isWhole).toBe(false)
    expect(digestsOf(it)).toContain(layer.digest)
  })

  test.each<[string, string, string]>([
    ['no JSON', '{', MANIFEST],
    ['a list', '[]', MANIFEST],
    ['nothing that a manifest has', '{}', MANIFEST],
    ['of a kind that is not known', '{"artifacts":[]}', 'application/vnd.example.thing+json'],
    ['naming what is no blob', '{"layers":[{"digest":"x"}]}', MANIFEST],
    ['naming a blob of no size', `{"layers":[{"digest":"sha256:${'0'.repeat(64)}","size":-1}]}`, MANIFEST],
  ])('what it needs is not known where it is %s', (_, text, mediaType) => {
    const { isWhole, unknown } = needsOf(directory, blob(text, mediaType))
    expect(isWhole).toBe(false)
    expect(unknown).toBeDefined()
  })

  test('blobs of other hashes are followed too', () => {
    mkdirSync(join(directory, 'blobs/sha512'))
    const layer = blob('l')
    const text = JSON.stringify({ layers: [layer] })
    writeFileSync(join(directory, 'blobs/sha512/abc'), text)
    const it = { mediaType: MANIFEST, digest: 'sha512:abc', size: text.length }
    expect(digestsOf(it)).toEqual([it.digest, layer.digest])
    expect(needsOf(directory, it)).toMatchObject({ isWhole: true, unknown: undefined })
  })

  test('a digest that is a path leads nowhere', () => {
    const evil = { digest: 'sha256:../../../etc/passwd', size: 1 }
    expect(digestsOf(blob({ config: evil, layers: [evil] }, MANIFEST))).toHaveLength(1)
  })
})

describe('the index', () => {
  const put = (text: string): void => writeFileSync(join(directory, 'index.json'), text)

  test('is none where there is no file', () => {
    expect(readIndex(directory)).toBeUndefined()
  })

  test.each([
    '',
    '{',
    '[',
    'null',
    '7',
    '[]',
    '{"manifests":7}',
    '{"manifests":{}}',
    '{"schemaVersion":3}',
    '{"manifests":[]}x',
    '{"schemaVersion":2,"manifestz":[]}',
  ])('%j is not understood, which is an Error that names the file', (text) => {
    put(text)
    expect(() => readIndex(directory)).toThrow(join(directory, 'index.json'))
  })

  test('bytes that are no UTF-8 are not understood', () => {
    writeFileSync(join(directory, 'index.json'), Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))
    expect(() => readIndex(directory)).toThrow('is not JSON')
  })

  test('is written with everything it contained, and no temporary file is left', () => {
    const it = blob({ layers: [] }, MANIFEST)
    put('{"annotations":{"theirs":"x","n":12345678901234567890},"manifests":[null,7,{"size":1.0}]}')
    const index = readIndex(directory)
    writeIndex(directory, index, [...(index?.entries ?? []), tagged(it, 'feature/x')], directory)
    expect(readdirSync(directory).sort()).toEqual(['blobs', 'index.json', 'oci-layout'])
    const text = readFileSync(join(directory, 'index.json'), 'utf8')
    expect(text).toContain('"annotations":{"theirs":"x","n":12345678901234567890}')
    expect(text).toContain('[null,7,{"size":1.0},')
    expect(JSON.parse(text).schemaVersion).toBe(2)
    expect(findTag(readIndex(directory), 'feature/x')).toMatchObject(it)
  })

  test.each<[string, object]>([
    ['no text', { 'org.opencontainers.image.ref.name': 7 }],
    [
      'an image of a name',
      { 'org.opencontainers.image.ref.name': 'x', 'io.containerd.image.name': 'r.io/a:x' },
    ],
    ['a list', []],
  ])('a tag that is %s is foreign', (_, annotations) => {
    expect(tagOf({ annotations })).toBeUndefined()
  })
})
