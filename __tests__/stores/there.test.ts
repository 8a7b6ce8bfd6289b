import { expect, test } from '@jest/globals'
import { type Entry, flagOf } from '../../src/plan/entries.ts'
import { askForUntold, untold } from '../../src/stores/there.ts'
import { entryOf } from '../entry.ts'

const all = ['registry,ref=a', 'gha,scope=a-', 's3,name=a', 'azblob,name=a', 'local,src=/a'].map((it) =>
  entryOf(`type=${it}`),
)

test('those of which the record does not tell: of gha and s3 all, of azblob where there are several', () => {
  const names = (from: Entry[]) => untold(from).map(flagOf)
  expect(names(all)).toEqual(['type=gha,scope=a-', 'type=s3,name=a'])
  expect(names([...all, entryOf('type=azblob,name=b')])).toEqual([
    'type=gha,scope=a-',
    'type=s3,name=a',
    'type=azblob,name=a',
    'type=azblob,name=b',
  ])
})

test('a store that does not tell is left out, and nothing is thrown', async () => {
  const asker = { buildx: { program: '/nowhere/docker', prefix: [] }, builder: '', env: {} }
  const there = askForUntold(
    [entryOf('type=gha,scope=a-'), entryOf('type=azblob,name=a'), entryOf('type=azblob')],
    asker,
  )
  expect(await there()).toEqual(new Map())
})
