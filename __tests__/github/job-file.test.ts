import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readJobFile, writeJobFile } from '../../src/github/job-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'job-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what one step leaves, the next one finds', () => {
  expect(readJobFile(folder)).toEqual([])
  writeJobFile(folder, [1])
  writeJobFile(folder, [...readJobFile(folder), 2])
  expect(readJobFile(folder)).toEqual([1, 2])
})

test.each(['', '{', '{"a":1}', 'null'])('a file of %j is none', (text) => {
  writeFileSync(join(folder, 'buildx-branch-cache.json'), text)
  expect(readJobFile(folder)).toEqual([])
})

test('without a folder, or with one that is gone, there is nothing and nothing fails', () => {
  for (const none of ['', join(folder, 'gone')]) {
    writeJobFile(none, [1])
    expect(readJobFile(none)).toEqual([])
  }
})
