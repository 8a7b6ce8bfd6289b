import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cacheName, type ImageInputs, namePart } from '../../src/keys/cache-name.ts'
import { LIMITS } from '../../src/keys/sanitize.ts'

const place = {
  workspace: '/home/runner/work/app/app',
  serverUrl: 'https://github.com',
  repository: 'octo/app',
}
const own = 'https://github.com/octo/app.git'

const nameOf = (image: Partial<ImageInputs>): string =>
  cacheName('', { context: `${own}#1234`, file: '', target: '', ...image }, place)

describe('plain ones have no name', () => {
  test.each<[string, Partial<ImageInputs>]>([
    ['the default context', {}],
    ['.', { context: '.' }],
    ['./', { context: './' }],
    ['the workspace as an absolute path', { context: place.workspace }],
    ['the workspace with a slash', { context: `${place.workspace}/` }],
    ['a detour', { context: 'a/../.' }],
    ['own repository', { context: own }],
    ['own repository without .git', { context: 'https://github.com/octo/app' }],
    ['own repository at a branch', { context: `${own}#main` }],
    ['own repository at a branch with a colon at the end', { context: `${own}#main:` }],
    ['own repository at its root', { context: `${own}#main:.` }],
    ['own repository at its root as a path', { context: `${own}#main:/` }],
    ['own repository, query', { context: `${own}?ref=main` }],
    ['own repository by ssh', { context: 'git@github.com:octo/app.git' }],
    ['own repository by an ssh URL', { context: 'ssh://git@github.com/octo/app.git#main' }],
    ['own repository with credentials', { context: 'https://x:y@github.com/octo/app.git' }],
    ['own repository in the short form', { context: 'github.com/octo/app' }],
    ['own repository in capitals', { context: 'https://GitHub.com/Octo/App.git' }],
    ['{{defaultContext}}', { context: '{{defaultContext}}' }],
    ['{{ defaultContext }}', { context: '{{ defaultContext }}' }],
    ['Dockerfile', { file: 'Dockerfile' }],
    ['./Dockerfile', { file: './Dockerfile' }],
    ['Dockerfile of a path', { context: '.', file: 'Dockerfile' }],
    ['Dockerfile in full', { context: '.', file: `${place.workspace}/Dockerfile` }],
  ])('%s', (_, image) => {
    expect(nameOf(image)).toBe('')
  })
})

describe('spellings of one image have one name', () => {
  const sub: Partial<ImageInputs>[] = [
    { context: 'sub' },
    { context: 'sub/' },
    { context: './sub' },
    { context: 'a/../sub' },
    { context: `${place.workspace}/sub` },
    { context: 'sub', file: 'sub/Dockerfile' },
    { context: './sub', file: './sub/Dockerfile' },
    { context: `${own}#main:sub` },
    { context: `${own}#main:sub/` },
    { context: `${own}#main:/sub` },
    { context: `${own}#main:./sub` },
    { context: `${own}#refs/pull/7/merge:sub` },
    { context: `${own}#:sub` },
    { context: `${own}?subdir=sub` },
    { context: `${own}?ref=main&subdir=sub` },
    { context: `${own}?subdir=sub&ref=v1` },
    { context: 'git@github.com:octo/app.git#main:sub' },
    { context: '{{defaultContext}}:sub' },
    { context: '{{defaultContext}}:sub', file: 'Dockerfile' },
    { context: '{{ defaultContext }}:sub' },
    { context: `${own}#main:sub`, file: 'Dockerfile' },
  ]
  test.each(sub)('a subdirectory as %j', (image) => {
    expect(nameOf(image)).toBe('["sub","",""]')
  })

  test.each<[Partial<ImageInputs>, Partial<ImageInputs>]>([
    [{ file: 'docker/api' }, { file: './docker/api' }],
    [{ file: 'docker/api' }, { context: '.', file: `${place.workspace}/docker/api` }],
    [
      { context: 'sub', file: 'sub/api' },
      { context: `${own}#main:sub`, file: 'api' },
    ],
    [{ context: 'https://example.org/a/b.git#x' }, { context: 'https://example.org/a/b.git#y' }],
    [{ context: 'https://example.org/a/b.git?ref=x' }, { context: 'git@example.org:a/b.git' }],
    [{ context: '../shared' }, { context: '/home/runner/work/app/shared/' }],
  ])('%j and %j', (a, b) => {
    expect(nameOf(a)).not.toBe('')
    expect(nameOf(a)).toBe(nameOf(b))
  })
})

test('different images have different names', () => {
  const images: Partial<ImageInputs>[] = [
    {},
    { target: 'test' },
    { target: 'prod' },
    { target: 'Test' },
    { context: 'sub' },
    { context: 'sub', target: 'test' },
    { context: 'Sub' },
    { context: 'sub/dir' },
    { context: 'sub-dir' },
    { context: '../sub' },
    { context: 'test' },
    { file: 'test' },
    { file: 'sub' },
    { context: 'sub', file: 'Dockerfile' }, // of the workspace: docker looks for it where it runs
    { context: 'sub', file: 'test' },
    { context: 'sub', file: 'sub/test' },
    { file: 'Dockerfile.test' },
    { file: 'sub/Dockerfile' },
    { context: 'https://example.org/octo/app.git' },
    { context: 'https://example.org/octo/app.git#main:sub' },
    { context: 'https://github.com/octo/other.git' },
    { context: 'https://github.com/octo/app.github.io.git' },
    { context: 'https://github.com/other/app.git' },
    { context: 'https://github.com/octo/app.git.evil.example/x' },
    { context: 'https://example.org/context.tar.gz' },
    { file: 'https://example.org/Dockerfile' },
    { context: '["sub","",""]' },
    { target: '"],["' },
  ]
  const names = images.map(nameOf)
  expect(new Set(names).size).toBe(images.length)
})

test('cache-name is the name, whatever is built', () => {
  expect(cacheName('api', { context: 'sub', file: 'f', target: 't' }, place)).toBe('api')
})

test('on a server of one’s own the own repository is that server’s', () => {
  const there = { ...place, serverUrl: 'https://git.example.org' }
  const image = { file: '', target: '' }
  expect(cacheName('', { ...image, context: 'https://git.example.org/octo/app.git#x' }, there)).toBe('')
  expect(cacheName('', { ...image, context: own }, there)).toBe('["github.com/octo/app","","",""]')
})

describe('the name part of a key', () => {
  test.each([
    ['', '', ''],
    ['api', '', 'api'],
    ['', 'api', 'api'],
    ['queue-worker', '', 'queue-worker'],
    ['pr-7', '', 'pr-7'],
  ])('of cache-name %j and the name %j in the spec is %j', (name, inSpec, part) => {
    expect(namePart(name, inSpec)).toBe(part)
  })

  test('where both are given, both count, in their places', () => {
    expect(namePart('api', 'buildcache')).toMatch(/^api-buildcache-[0-9a-f]{16}$/)
    expect(namePart('a', 'b')).not.toBe(namePart('b', 'a'))
    expect(namePart('a', 'a')).not.toBe(namePart('a', ''))
  })

  test('two pairs share no part', () => {
    const name = fc.oneof(
      fc.stringMatching(/^[abAB",[\]-]{1,4}$/),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    )
    fc.assert(
      fc.property(name, name, name, name, (a, b, c, d) => {
        const first = namePart(a, b)
        expect(first.length).toBeLessThanOrEqual(LIMITS.name)
        expect(first === namePart(c, d)).toBe(a === c && b === d)
        expect(first).not.toBe(namePart(a, ''))
      }),
      { numRuns: 1000 },
    )
  })
})
