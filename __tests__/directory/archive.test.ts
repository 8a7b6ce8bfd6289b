import { expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/backends/spec.ts'
import { archivesOf, keyOfArchive, newArchive } from '../../src/directory/archive.ts'
import { withOwnDirectories } from '../../src/plan/own-directory.ts'

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`

test('the name of an archive begins with its scope’s, and says whose it is', () => {
  const name = newArchive('octo/app', 'main..22', '17-1', digest)
  expect(name).toBe('buildx-branch-cache/octo/app/main..22#17-1-0123456789ab')
  expect(name.startsWith(archivesOf('octo/app', 'main..22'))).toBe(true)
  expect(keyOfArchive(name)).toBe('main..22')
})

test('no scope’s archives begin like another’s', () => {
  expect(newArchive('octo/app', 'main-2', '1-1', digest).startsWith(archivesOf('octo/app', 'main'))).toBe(
    false,
  )
  expect(newArchive('octo/app', 'main..22', '1-1', digest).startsWith(archivesOf('octo/app', 'main'))).toBe(
    false,
  )
})

test('no repository’s archives begin like another’s', () => {
  expect(newArchive('octo/app2', 'main', '1-1', digest).startsWith(archivesOf('octo/app', 'main'))).toBe(
    false,
  )
  expect(newArchive('octo/app', 'main', '1-1', digest).startsWith(archivesOf('octo/ap', 'p'))).toBe(false)
})

test('the longest key has room', () => {
  expect(
    newArchive(`${'o'.repeat(39)}/${'r'.repeat(100)}`, 'x'.repeat(128), '99999999999999-999', digest).length,
  ).toBeLessThanOrEqual(512)
})

test("the action's own directory has a place for each cache name, and none of the branch", () => {
  const [ours, named, theirs] = withOwnDirectories(
    parseSpecs(['local', 'type=local,tag=api', 'type=local,dest=/c'], {}),
    '/home/runner/work/_temp',
    '',
  ).map(({ given }) => given[0]?.[1])
  expect(ours).toBe('/home/runner/work/_temp/buildx-branch-cache/cache')
  expect(named).toBe('/home/runner/work/_temp/buildx-branch-cache/api')
  expect(theirs).toBe('/c')
})

test('without a folder for it there is none', () => {
  expect(() => withOwnDirectories(parseSpecs(['local'], {}), '', '')).toThrow('cache: local needs dest=…')
})
