import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { How } from '../../src/marking/how.ts'
import { markManifest } from '../../src/marking/mark.ts'
import { markRegistry } from '../../src/marking/registry.ts'
import { config, manifestOf } from './manifest.ts'

const identity = { place: 'registry r.example/cache main', record: undefined }
const attributes = { ref: 'r.example:5000/cache:main' }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marking-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/**
 * A docker whose registry has the tag's manifests, one a question (the last for all that follow), and a blob. What is
 * created is copied to the folder `created`.
 */
function dockerWith(manifests: readonly string[], blob: string): How {
  for (const [i, text] of manifests.entries()) writeFileSync(join(folder, `manifest-${i + 1}`), text)
  writeFileSync(join(folder, 'blob'), blob)
  const program = join(folder, 'docker')
  writeFileSync(
    program,
    `#!/bin/sh
cd '${folder}' || exit 1
echo "$*" >> calls
for last; do :; done
case "$*" in
  *inspect*@sha256:*) cat blob ;;
  *inspect*)
    echo >> asked
    n=$(wc -l < asked | tr -d ' ')
    while [ ! -e "manifest-$n" ]; do n=$((n - 1)); done
    cat "manifest-$n" ;;
  *create*) last=\${last#oci-layout://}; cp -R "\${last%@*}" created ;;
esac
`,
  )
  chmodSync(program, 0o755)
  return {
    buildx: { program, prefix: ['buildx'] },
    builder: 'b',
    limitMs: 10_000,
    tempDir: folder,
    env: { PATH: process.env.PATH ?? '' },
    signal: AbortSignal.timeout(60_000),
  }
}

const isCreated = (): boolean => existsSync(join(folder, 'created'))

test('the marked manifest takes the place of the one that was read', async () => {
  const manifest = manifestOf(config)
  expect(await markRegistry(attributes, identity, dockerWith([manifest], config))).toBe(true)
  const marked = markManifest({ manifest, config }, identity)
  const blobs = join(folder, 'created/blobs/sha256')
  expect(
    readdirSync(blobs)
      .map((name) => readFileSync(join(blobs, name), 'utf8'))
      .sort(),
  ).toEqual([marked?.manifest, marked?.config].sort())
  const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n')
  expect(calls.at(-1)).toContain(`--tag ${attributes.ref} oci-layout://`)
  expect(calls.filter((it) => it.includes('create'))).toHaveLength(1)
  expect(readdirSync(folder).filter((name) => name.startsWith('marked-cache-'))).toEqual([])
})

const index = manifestOf(config, { mediaType: 'application/vnd.oci.image.index.v1+json' })
const image = manifestOf(config, { config: { mediaType: 'application/vnd.oci.image.config.v1+json' } })
const large = JSON.stringify({ ...JSON.parse(config), more: 'x'.repeat(1024 * 1024) })
const cut = config.slice(0, -9)

test.each<[string, string, string]>([
  ['an index', index, config],
  ['an image', image, config],
  [
    'of an artifact that is signed',
    manifestOf(config, { mediaType: 'application/vnd.oci.artifact' }),
    config,
  ],
  ['no JSON', '<html>', config],
  ['with a config that is cut off', manifestOf(config), cut],
  ['with a config that was written so', manifestOf(cut), cut],
  ['with a config of another digest', manifestOf(config), `${config} `],
  ['with a config that BuildKit would not import', manifestOf(large), large],
  ['with a config of something else', manifestOf('{"records":7}'), '{"records":7}'],
])('a manifest stays as it is: %s', async (_, manifest, blob) => {
  expect(await markRegistry(attributes, identity, dockerWith([manifest], blob))).toBe(false)
  expect(isCreated()).toBe(false)
})

test('what another job has written meanwhile stays', async () => {
  const theirs = manifestOf(config, { annotations: { job: 'other' } })
  const how = dockerWith([manifestOf(config), theirs], config)
  await expect(markRegistry(attributes, identity, how)).rejects.toThrow('it was overwritten in the meantime')
  expect(isCreated()).toBe(false)
})

test('nothing is written once the time is over', async () => {
  const how = { ...dockerWith([manifestOf(config)], config), signal: AbortSignal.abort(new Error('late')) }
  await expect(markRegistry(attributes, identity, how)).rejects.toThrow('late')
  expect(isCreated()).toBe(false)
})
