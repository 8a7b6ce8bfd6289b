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
import { type Descriptor, needsOf, readIndex, tagged, tagOf, writeIndex } from '../../src/local/layout.ts'

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

  test('it is not whole where it is no JSON', () => {
    expect(needsOf(directory, blob('{', MANIFEST)).isWhole).toBe(false)
  })

  test('a digest that is a path leads nowhere', () => {
    const evil = { digest: 'sha256:../../../etc/passwd', size: 1 }
    expect(digestsOf(blob({ config: evil, layers: [evil] }, MANIFEST))).toHaveLength(1)
  })
})

describe('the index', () => {
  test.each(['', '{', '[', 'null', '7', '{"manifests":7}'])('%j is none', (text) => {
    writeFileSync(join(directory, 'index.json'), text)
    expect(readIndex(directory)).toBeUndefined()
  })

  test('is written with all that it held, and no file is left beside it', () => {
    const it = blob({ layers: [] }, MANIFEST)
    const index = { manifests: [], annotations: { theirs: 'x' } }
    writeIndex(directory, index, [tagged(it, 'feature/x')])
    expect(readdirSync(directory).sort()).toEqual(['blobs', 'index.json', 'oci-layout'])
    expect(JSON.parse(readFileSync(join(directory, 'index.json'), 'utf8'))).toMatchObject({
      schemaVersion: 2,
      annotations: { theirs: 'x' },
    })
    const [found] = readIndex(directory)?.manifests ?? []
    expect(found).toMatchObject(it)
    expect(found && tagOf(found)).toBe('feature/x')
  })

  test('descriptors that are none are left out', () => {
    writeFileSync(join(directory, 'index.json'), '{"manifests":[null,{},{"digest":"sha256:x","size":1}]}')
    expect(readIndex(directory)?.manifests).toEqual([])
  })
})
