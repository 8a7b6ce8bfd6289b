import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/backends/spec.ts'
import { insideContext } from '../../src/directory/in-context.ts'

let folder: string
let cwd: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'context-')))
  cwd = process.cwd()
  process.chdir(folder)
  mkdirSync('app')
})
afterEach(() => {
  process.chdir(cwd)
  rmSync(folder, { recursive: true })
})

const warned = (cache: string, context: string, contexts: string[] = [], file = ''): boolean =>
  insideContext(parseSpecs([cache], { HOME: join(folder, 'app/home') }), {
    context,
    file,
    'build-contexts': contexts,
  }).length > 0

test.each<[dest: string, context: string, warned: boolean]>([
  ['.buildx-cache', '.', true],
  ['./.buildx-cache', './', true],
  ['app/cache', 'app', true],
  ['app/../app/cache', '{{defaultContext}}', false],
  ['.', '.', true],
  ['cache', 'app', false],
  ['app-cache', 'app', false],
  ['..cache', '.', true],
  ['../cache', '.', false],
  ['/var/cache/buildx', '.', false],
  ['~/cache', 'app', true],
  ['~/cache', '.', true],
  ['~', 'app/home/x', false],
  ['cache', '', false],
  ['cache', 'https://github.com/octo/app.git', false],
  ['cache', 'git@github.com:octo/app.git', false],
])('dest=%s in context %j: %j', (dest, context, expected) => {
  expect(warned(`type=local,dest=${dest}`, context)).toBe(expected)
})

test('an absolute path, and one that leads there by a link', () => {
  expect(warned(`type=local,dest=${join(folder, 'cache')}`, '.')).toBe(true)
  symlinkSync(join(folder, 'app'), join(folder, 'link'))
  expect(warned('type=local,dest=link/cache', 'app')).toBe(true)
  expect(warned('type=local,dest=app/cache', 'link')).toBe(true)
})

test('named contexts count; other caches and our own directory do not', () => {
  expect(warned('type=local,dest=app/cache', '', ['src=app'])).toBe(true)
  expect(warned('type=local,dest=app/cache', '', ['base=docker-image://alpine', 'b=target:app'])).toBe(false)
  expect(warned('type=registry,ref=r.example/app', '.')).toBe(false)
  expect(warned('local', '.')).toBe(false)
})

describe('.dockerignore', () => {
  test.each<[string, boolean]>([
    ['.buildx-cache', false],
    ['/.buildx-cache/', false],
    ['# .buildx-cache', true],
    ['.buildx-*', false],
    ['**/.buildx-cache', false],
    ['**', false],
    ['*', false],
    ['*/.buildx-cache', true],
    ['node_modules', true],
    ['*\n!.buildx-cache', true],
    ['!.buildx-cache\n*', false],
    ['*\n!.buildx-cache/blobs', true],
    ['.buildx-?ache', false],
    [`${'*a'.repeat(30)}`, true],
  ])('%j: warned %j', (text, expected) => {
    writeFileSync('.dockerignore', text)
    expect(warned('type=local,dest=.buildx-cache', '.')).toBe(expected)
  })

  test('the one of the Dockerfile comes first', () => {
    writeFileSync('.dockerignore', 'cache')
    writeFileSync('app/Dockerfile.dockerignore', 'other')
    expect(warned('type=local,dest=cache', '.', [], 'app/Dockerfile')).toBe(true)
    expect(warned('type=local,dest=cache', '.')).toBe(false)
  })
})

describe('~', () => {
  const destOf = (line: string, variables: Record<string, string>): unknown =>
    parseSpecs([line], variables)[0]?.given[0]
  test('is the home folder', () => {
    expect(destOf('type=local,dest=~/.cache/buildx', { HOME: '/home/ci' })).toEqual([
      'dest',
      '/home/ci/.cache/buildx',
    ])
    expect(destOf('type=local,dest=~', { HOME: '/home/ci' })).toEqual(['dest', '/home/ci'])
    expect(destOf('type=local,dest=./~/x', { HOME: '/home/ci' })).toEqual(['dest', './~/x'])
  })
  test.each<[string, Record<string, string>, string]>([
    [
      'type=local,dest=~root/x',
      { HOME: '/home/ci' },
      'cache: dest begins with "~" and a name; write the full path.',
    ],
    ['type=local,dest=~/x', {}, 'cache: dest begins with "~", and HOME is not set; write the full path.'],
  ])('%s is refused', (line, variables, sentence) => {
    expect(() => destOf(line, variables)).toThrow(sentence)
  })
})
