import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { local } from '../../src/stores/local.ts'

const asker = { buildx: { program: '', prefix: [] }, builder: '', env: {} }

const made: string[] = []

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

function directory(index: string | undefined): string {
  const src = mkdtempSync(join(tmpdir(), 'local-'))
  made.push(src)
  if (index !== undefined) writeFileSync(join(src, 'index.json'), index)
  return src
}

const blob = { digest: `sha256:${'0'.repeat(64)}`, size: 1 }
const tagged = (tag: string): string =>
  JSON.stringify({
    manifests: [blob, { ...blob, annotations: { 'org.opencontainers.image.ref.name': tag } }],
  })

test.each<[string, string | undefined, boolean]>([
  ['its tag is there', tagged('main..s'), true],
  ['another is', tagged('main'), false],
  ['an empty directory', undefined, false],
])('%s', async (_, index, there) => {
  expect(await local({ src: directory(index), tag: 'main..s' }, asker)).toBe(there)
})

test('no directory', async () => {
  expect(await local({ src: '/nowhere/at/all', tag: 'main' }, asker)).toBe(false)
})

test('an index that nobody can read tells nothing', async () => {
  const src = directory(undefined)
  mkdirSync(join(src, 'index.json'))
  await expect(local({ src, tag: 'main' }, asker)).rejects.toThrow()
  await expect(local({ src: directory('{'), tag: 'main' }, asker)).rejects.toThrow()
})
