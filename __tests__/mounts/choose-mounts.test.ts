import { expect, test } from '@jest/globals'
import { chooseMounts } from '../../src/mounts/choose-mounts.ts'
import type { CacheMount, MountsOfBuild } from '../../src/mounts/dockerfile-mounts.ts'

const mount = (name: string, more: Partial<CacheMount> = {}): CacheMount => ({
  id: `/${name}`,
  name,
  owner: undefined,
  sharing: 'shared',
  targets: [`/at/${name}`],
  ...more,
})

const found: MountsOfBuild = {
  mounts: [mount('go'), mount('apt', { sharing: 'locked' }), mount('own', { sharing: 'private' })],
  uncarried: [{ line: 7, name: 'id=base', why: 'its initial content comes from from=' }],
}

const names = (wanted: 'all' | string[], isOnlyOurs = false): string[] =>
  chooseMounts(found, wanted, isOnlyOurs).mounts.map(({ name }) => name)

test('all, or those of an id or a target', () => {
  expect(names('all')).toEqual(['go', 'apt'])
  expect(names(['apt'])).toEqual(['apt'])
  expect(names(['/at/go', 'go'])).toEqual(['go'])
})

test('a private one only if no other build uses the builder', () => {
  expect(names('all', true)).toEqual(['go', 'apt', 'own'])
  expect(chooseMounts(found, ['own'], false).notes).toEqual([
    'own: not carried, because it is private and other builds use this builder',
  ])
})

test('what the Dockerfile does not tell is named, where it is wanted', () => {
  const note = 'line 7, id=base: not carried, because its initial content comes from from='
  expect(chooseMounts(found, 'all', true).notes).toEqual([note])
  expect(chooseMounts(found, ['base'], true)).toEqual({ mounts: [], notes: [note], warnings: [] })
  expect(chooseMounts(found, ['go'], true).notes).toEqual([])
})

test('an unknown one is warned of, with the nearest', () => {
  expect(chooseMounts(found, ['aptt', 'zzzzzz'], true).warnings).toEqual([
    'cache-mounts: the build has no cache mount with the id or target "aptt". Did you mean "apt"?',
    'cache-mounts: the build has no cache mount with the id or target "zzzzzz".',
  ])
})
