import { execFileSync } from 'node:child_process'
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readJobFile, writeJobFile } from '../../src/runner/job-file.ts'

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

test('it is its owner’s alone, and no link is followed', () => {
  const victim = join(folder, 'victim')
  const file = join(folder, 'buildx-branch-cache.json')
  writeFileSync(victim, '[9]')
  symlinkSync(victim, file)
  expect(readJobFile(folder)).toEqual([])
  writeJobFile(folder, [1])
  expect(readFileSync(victim, 'utf8')).toBe('[9]')
  expect(lstatSync(file).isFile()).toBe(true)
  expect(lstatSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder).sort()).toEqual(['buildx-branch-cache.json', 'victim'])
})

test('a pipe in its place does not block', () => {
  execFileSync('mkfifo', [join(folder, 'buildx-branch-cache.json')])
  expect(readJobFile(folder)).toEqual([])
})

test('what is too large is none', () => {
  writeFileSync(join(folder, 'buildx-branch-cache.json'), `[${' '.repeat(1_000_000)}1]`)
  expect(readJobFile(folder)).toEqual([])
})
