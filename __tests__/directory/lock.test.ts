import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { takeLock, tryLock } from '../../src/directory/lock.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
  file = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

const module = join(import.meta.dirname, '../../src/directory/lock.ts')
const holder = `import { tryLock } from '${module}'; await tryLock(process.argv[1]);
  console.log('held'); setInterval(() => {}, 1000)`

test('one has it at a time, in one process too', async () => {
  const release = await tryLock(file)
  expect(release).toBeDefined()
  expect(await tryLock(file)).toBeUndefined()
  release?.()
  const again = await tryLock(file)
  expect(again).toBeDefined()
  again?.()
})

test('whoever waits gets it when it is free, or nothing in time', async () => {
  const release = await tryLock(file)
  expect(await takeLock(file, 50)).toBeUndefined()
  setTimeout(() => release?.(), 50)
  const taken = await takeLock(file, 10_000)
  expect(taken).toBeDefined()
  taken?.()
})

test('a holder that is killed holds nothing, and nothing lies about', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await once(child.stdout, 'data')
    expect(await tryLock(file)).toBeUndefined()
    expect(readdirSync(folder)).toEqual(['lock'])
  } finally {
    child.kill('SIGKILL')
  }
  await once(child, 'exit')
  const release = await tryLock(file)
  expect(release).toBeDefined()
  release?.()
  expect(readdirSync(folder)).toEqual(['lock'])
})

describe('what SQLite would follow, wait for or delete is left alone', () => {
  const elsewhere = (): string => join(folder, 'elsewhere')
  test.each<[string, string, () => void]>([
    ['a link in its place', 'a link', () => symlinkSync(elsewhere(), file)],
    ['a folder', 'a folder', () => mkdirSync(file)],
    ['a named pipe', 'a named pipe', () => execFileSync('mkfifo', [file])],
    ['a journal', 'lock-journal is in the way', () => symlinkSync(elsewhere(), `${file}-journal`)],
    ['a log', 'lock-wal is in the way', () => writeFileSync(`${file}-wal`, 'x')],
    [
      'something that is no lock',
      'cannot be locked',
      () => writeFileSync(file, 'not a database'.repeat(100)),
    ],
  ])('%s', async (_, why, put) => {
    put()
    const before = readdirSync(folder)
    await expect(tryLock(file)).rejects.toThrow(why)
    expect(readdirSync(folder).filter((it) => it !== 'lock')).toEqual(before.filter((it) => it !== 'lock'))
  })
})

test('where there can be no lock, an error says so', async () => {
  await expect(tryLock(join(folder, 'nowhere', 'lock'))).rejects.toThrow()
})
