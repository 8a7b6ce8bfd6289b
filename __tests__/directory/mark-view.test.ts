import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { blobFile, blobFolder, type Descriptor } from '../../src/directory/layout.ts'
import { setApart } from '../../src/directory/mark-view.ts'
import { digestOf } from '../../src/lib/sha256.ts'
import { markManifest } from '../../src/marking/mark.ts'
import { config, manifestOf } from '../marking/manifest.ts'

const place = 'local /cache main'

let view: string
beforeEach(() => {
  view = mkdtempSync(join(tmpdir(), 'view-'))
  mkdirSync(blobFolder(view), { recursive: true })
})
afterEach(() => rmSync(view, { recursive: true }))

const put = (text: string, digest = digestOf(text)): void => writeFileSync(blobFile(view, digest), text)
const describeBlob = (text: string): Descriptor => ({ digest: digestOf(text), size: Buffer.byteLength(text) })

test('a marked manifest is written next to the original, under its own name', () => {
  const manifest = manifestOf(config)
  for (const text of [manifest, config]) put(text)
  const given = { ...describeBlob(manifest), annotations: { a: 'b' } }
  const marked = markManifest({ manifest, config }, { place, record: undefined })
  const after = setApart(view, given, place)
  expect(after).toEqual({ ...given, ...describeBlob(marked?.manifest ?? '') })
  const texts = readdirSync(blobFolder(view)).map((name) =>
    readFileSync(join(blobFolder(view), name), 'utf8'),
  )
  expect(texts.sort()).toEqual([manifest, config, marked?.manifest, marked?.config].sort())
})

const large = JSON.stringify({ ...JSON.parse(config), more: 'x'.repeat(1024 * 1024) })
const cut = config.slice(0, -9)

test.each<[string, string, string]>([
  ['an index', manifestOf(config, { mediaType: 'application/vnd.oci.image.index.v1+json' }), config],
  ['an image', manifestOf(config, { config: { mediaType: 'x', digest: digestOf(config) } }), config],
  ['with a config that is cut off', manifestOf(config), cut],
  ['with a config that was written so', manifestOf(cut), cut],
  ['with a config that BuildKit would not import', manifestOf(large), large],
  ['with no config', manifestOf(config), ''],
])('%s is read as it is', (_, manifest, text) => {
  put(manifest)
  if (text !== '') put(text, JSON.parse(manifest).config.digest)
  const before = readdirSync(blobFolder(view)).sort()
  const given = describeBlob(manifest)
  let after = given
  try {
    after = setApart(view, given, place)
  } catch {} // as the view does, which then reads what was given
  expect(after).toEqual(given)
  expect(readdirSync(blobFolder(view)).sort()).toEqual(before)
})
