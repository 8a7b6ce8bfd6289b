import { expect, test } from '@jest/globals'
import { branch } from '../../src/events/branch.ts'
import type { Entry } from '../../src/plan/entries.ts'
import { askForUntold, untold } from '../../src/stores/there.ts'

const entry = (csv: string): Entry => ({
  ...{ backend: /type=(\w+)/.exec(csv)?.[1] ?? '', keys: [csv], places: [csv], branch: branch('main') },
  ...{ role: 'own', csv, shown: csv },
})
const all = ['registry,ref=a', 'gha,scope=a-', 's3,name=a', 'azblob,name=a', 'local,src=/a'].map((it) =>
  entry(`type=${it}`),
)

test('those of which the record does not tell: of gha and s3 all, of azblob where there are several', () => {
  const names = (from: Entry[]) => untold(from).map(({ csv }) => csv)
  expect(names(all)).toEqual(['type=gha,scope=a-', 'type=s3,name=a'])
  expect(names([...all, entry('type=azblob,name=b')])).toEqual([
    'type=gha,scope=a-',
    'type=s3,name=a',
    'type=azblob,name=a',
    'type=azblob,name=b',
  ])
})

test('a store that does not tell is left out, and nothing is thrown', async () => {
  const asker = { buildx: { program: '/nowhere/docker', prefix: [] }, builder: '', env: {} }
  const there = askForUntold(
    [entry('type=gha,scope=a-'), entry('type=azblob,name=a'), entry('type=azblob')],
    asker,
  )
  expect(await there()).toEqual(new Map())
})
