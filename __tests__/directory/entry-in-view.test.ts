import { expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/backends/spec.ts'
import { directoryOf, movedTo } from '../../src/directory/entry-in-view.ts'
import { sweptLine } from '../../src/directory/swept-line.ts'
import { branch } from '../../src/events/branch.ts'
import { flagOf, makeEntries, shownFlag } from '../../src/plan/entries.ts'

const yes = { allowed: true, why: '' }

function entries(lines: string[]) {
  const own = branch('main')
  return makeEntries(
    {
      own,
      ownWhy: '',
      reads: [{ branch: own, role: 'own', onGha: true }],
      without: [],
      notes: [],
      write: { onGha: yes, elsewhere: yes },
      readShards: [''],
      writeShards: [''],
      soleShard: '',
    },
    parseSpecs(lines, {}),
    '',
  )
}

test('an entry goes to the view, and shows the directory', () => {
  const { from, to } = entries(['type=local,"dest=/c, d",compression=zstd', 'type=s3,bucket=b,region=r'])
  expect(from[0] && directoryOf(from[0])).toBe('/c, d')
  const [read, other] = movedTo('/c, d/view', from)
  expect(read && flagOf(read)).toBe('type=local,"src=/c, d/view",tag=main')
  expect(read && shownFlag(read)).toBe('type=local,"src=/c, d",tag=main')
  expect(other).toEqual(from[1])
  expect(movedTo('/v', to).map(flagOf)).toEqual([
    'type=local,dest=/v,compression=zstd,mode=max,ignore-error=true,tag=main',
    'type=s3,bucket=b,region=r,mode=max,ignore-error=true,name=main',
  ])
})

test('a relative directory is where the step runs', () => {
  const [entry] = entries(['type=local,dest=cache']).to
  expect(entry && directoryOf(entry)).toBe(`${process.cwd()}/cache`)
})

test.each([
  ['the lock is held', '/c was not swept this time: the lock is held.'],
  [{ tooOld: [], tooMuch: [], freed: 0, size: 61e6, scopes: 3, spared: undefined }, '/c: 61 MB in 3 scopes.'],
  [
    { tooOld: ['a', 'b'], tooMuch: ['c'], freed: 2e6, size: 0, scopes: 1, spared: 'x is a link' },
    '/c: 0 B in 1 scope; 2 scopes unused for cache-keep removed, 1 scope evicted for cache-max-size, 2.0 MB freed, no layer was deleted: x is a link.',
  ],
])('what a sweep did: %j', (swept, line) => {
  expect(sweptLine('/c', swept)).toBe(line)
})
