import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { flagOf } from '../../src/plan/entries.ts'
import { filterByLayer } from '../../src/retry/filter-by-layer.ts'
import { entries, entry } from './entries.ts'
import { fakeOutside, surelyWith } from './outside.ts'

const digest = (of: string): string => `sha256:${of.repeat(64)}`
const manifest = (...layers: string[]): string =>
  JSON.stringify({ schemaVersion: 2, layers: layers.map((it) => ({ digest: digest(it) })) })

const folder = mkdtempSync(join(tmpdir(), 'narrow-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const [one, two] = ['type=registry,ref=r.io/c:one', 'type=registry,ref=r.io/c:two']
const s3 = 'type=s3,region=r,bucket=b,name=main'
const local = `type=local,src=${folder},tag=main`

/** Whose a layer may be among imports, by the manifests of the registry. */
async function holders(csvs: string[], layer: string, manifests: Record<string, string>): Promise<string[]> {
  const { outside } = fakeOutside({ answer: (args) => manifests[args.at(-1) ?? ''] })
  const found = await filterByLayer(
    csvs.map((csv) => entry(csv)),
    layer,
    surelyWith(entries(csvs, []), outside),
  )
  return found.map(flagOf)
}

describe('a layer that could not be read belongs to', () => {
  test.each<[what: string, string[], layer: string, Record<string, string>, string[]]>([
    [
      'the import whose manifest names it',
      [one, two],
      'a',
      { 'r.io/c:one': manifest('b'), 'r.io/c:two': manifest('a') },
      [two],
    ],
    [
      'each of those that name it',
      [one, two],
      'a',
      { 'r.io/c:one': manifest('a'), 'r.io/c:two': manifest('a') },
      [one, two],
    ],
    [
      'none where none names it: a base image’s',
      [one, two],
      'a',
      { 'r.io/c:one': manifest('b'), 'r.io/c:two': manifest() },
      [],
    ],
    ['any of them where one cannot be read', [one, two], 'a', { 'r.io/c:one': manifest('b') }, [one, two]],
    [
      'any of them where one is of a store without manifests',
      [s3, one],
      'a',
      { 'r.io/c:one': manifest('b') },
      [s3, one],
    ],
    [
      'the one that names it, whatever else cannot be read',
      [s3, one],
      'a',
      { 'r.io/c:one': manifest('a') },
      [one],
    ],
    ['any of them where a manifest is no JSON', [one], 'a', { 'r.io/c:one': '{' }, [one]],
    ['any of them where the directory has no index', [local], 'a', {}, [local]],
  ])('%s', async (_, csvs, layer, manifests, expected) => {
    expect(await holders(csvs, digest(layer), manifests)).toEqual(expected)
  })

  test('any of them where BuildKit names no layer, and nothing is asked', async () => {
    const { outside, questions } = fakeOutside({})
    const all = entries([one, two], [])
    expect(await filterByLayer(all.from, '', surelyWith(all, outside))).toEqual(all.from)
    expect(questions).toEqual([])
  })

  test('the directory whose manifest names it', async () => {
    mkdirSync(join(folder, 'blobs/sha256'), { recursive: true })
    const tags = { 'org.opencontainers.image.ref.name': 'main' }
    const described = { mediaType: 'application/vnd.oci.image.manifest.v1+json', size: 1, annotations: tags }
    const index = { schemaVersion: 2, manifests: [{ ...described, digest: digest('f') }] }
    writeFileSync(join(folder, 'index.json'), JSON.stringify(index))
    writeFileSync(join(folder, 'blobs/sha256', 'f'.repeat(64)), manifest('a'))
    expect(await holders([local, one], digest('a'), { 'r.io/c:one': manifest('b') })).toEqual([local])
    expect(await holders([local, one], digest('c'), { 'r.io/c:one': manifest('b') })).toEqual([])
  })
})
