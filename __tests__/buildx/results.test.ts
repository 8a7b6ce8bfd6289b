import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readResults } from '../../src/buildx/results.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'results-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function read(imageId?: string, metadata?: string) {
  const files = { imageIdFile: join(folder, 'id'), metadataFile: join(folder, 'metadata.json') }
  if (imageId !== undefined) writeFileSync(files.imageIdFile, imageId)
  if (metadata !== undefined) writeFileSync(files.metadataFile, metadata)
  return readResults(files)
}

test('what a build left', () => {
  expect(read('sha256:1\n', '{"containerimage.digest":"sha256:2","x":{"y":1}}')).toEqual({
    imageId: 'sha256:1',
    digest: 'sha256:2',
    metadata: { 'containerimage.digest': 'sha256:2', x: { y: 1 } },
  })
})

test.each<[string, string | undefined, string | undefined]>([
  ['no files, as after a failure', undefined, undefined],
  ['empty files', '', ''],
  ['null', '', 'null'],
  ['a metadata file that was cut off', '', '{"containerimage.digest":"sha256:2","x":{"y'],
  ['a list', '', '["containerimage.digest"]'],
  ['a digest that is none', '', '7'],
])('%s', (_, imageId, metadata) => {
  expect(read(imageId, metadata)).toEqual({ imageId: '', digest: '', metadata: undefined })
})

test('a build without an image has no digest', () => {
  expect(read('', '{"buildx.build.ref":"b/n/r"}')).toEqual({
    imageId: '',
    digest: '',
    metadata: { 'buildx.build.ref': 'b/n/r' },
  })
})

test('the digest and the image id do not hang on the rest', () => {
  expect(read('sha256:1', '{"containerimage.digest":7}')).toMatchObject({ imageId: 'sha256:1', digest: '' })
  expect(read('sha256:1', '{"containerimage.di')).toMatchObject({ imageId: 'sha256:1', metadata: undefined })
})

test('a folder or a FIFO in its place is nothing', () => {
  mkdirSync(join(folder, 'id'))
  execFileSync('mkfifo', [join(folder, 'metadata.json')])
  expect(read()).toEqual({ imageId: '', digest: '', metadata: undefined })
})
