import { describe, expect, test } from '@jest/globals'
import { canonicalRepository, parseReference, reference } from '../../src/backends/reference.ts'

describe('a reference is a repository and perhaps a tag', () => {
  test.each<[string, string, string]>([
    ['ghcr.io/owner/app/cache', 'ghcr.io/owner/app/cache', ''],
    ['ghcr.io/owner/app/cache:buildcache', 'ghcr.io/owner/app/cache', 'buildcache'],
    ['GHCR.io/Owner/App:Tag', 'ghcr.io/owner/app', 'Tag'],
    ['localhost:5000/app', 'localhost:5000/app', ''],
    ['localhost:5000/app:v1', 'localhost:5000/app', 'v1'],
    ['127.0.0.1:5000/a', '127.0.0.1:5000/a', ''],
    ['[::1]:5000/a', '[::1]:5000/a', ''],
    ['[::1]:5000/a:t', '[::1]:5000/a', 't'],
    ['app', 'app', ''],
    ['app:v1', 'app', 'v1'],
    ['owner/app', 'owner/app', ''],
    ['a.b_c-d__e--f/g', 'a.b_c-d__e--f/g', ''],
    [`app:${'t'.repeat(128)}`, 'app', 't'.repeat(128)],
    ['app:_x.y-Z', 'app', '_x.y-Z'],
  ])('%s', (text, repository, tag) => {
    expect(parseReference(text)).toEqual({ repository, tag })
  })
})

describe('what is none is refused', () => {
  test.each([
    '',
    ' ',
    'a b',
    'https://ghcr.io/owner/app',
    'ghcr.io/owner/app/',
    '/app',
    'a//b',
    'a/.b',
    'a/b.',
    'a..b/c/_',
    'a/b-',
    'a/___b',
    'app:',
    'app:-x',
    'app:.x',
    `app:${'t'.repeat(129)}`,
    'app:ä',
    'äpp',
    'app:a/b:',
    'ghcr.io:x/app/b:c:d',
    'a'.repeat(256),
    '-app',
    '$owner/app',
    'app\n',
    'app:v1\n',
  ])('%j', (text) => {
    expect(() => parseReference(text)).toThrow('is not an image reference such as ghcr.io/owner/app/cache')
    expect(reference.check(text)).toMatch(/^is not an image reference such as ghcr.io\/owner\/app\/cache/)
  })

  test('a digest, since a cache is written to a tag', () => {
    expect(() => parseReference(`app@sha256:${'0'.repeat(64)}`)).toThrow(/^has a digest; a cache is written/)
  })
})

test('one that is an image reference', () => {
  expect(reference.check('ghcr.io/Owner/app:Tag')).toBeUndefined()
})

describe('Docker Hub has several spellings for one repository', () => {
  test.each([
    ['app', 'docker.io/library/app'],
    ['docker.io/app', 'docker.io/library/app'],
    ['docker.io/library/app', 'docker.io/library/app'],
    ['index.docker.io/app', 'docker.io/library/app'],
    ['octo/app', 'docker.io/octo/app'],
    ['docker.io/octo/app', 'docker.io/octo/app'],
    ['index.docker.io/octo/app', 'docker.io/octo/app'],
  ])('%s', (repository, canonical) => {
    expect(canonicalRepository(repository)).toBe(canonical)
  })

  test.each([
    'ghcr.io/octo/app',
    'localhost/app',
    'localhost:5000/app',
    '[::1]:5000/app',
    'r.io/library/app',
  ])('another registry has one: %s', (repository) => {
    expect(canonicalRepository(repository)).toBe(repository)
  })
})
