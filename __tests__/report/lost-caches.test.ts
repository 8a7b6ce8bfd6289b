import { expect, test } from '@jest/globals'
import { judge } from '../../src/report/outcome.ts'
import { outcomeWarnings } from '../../src/report/outcome-lines.ts'
import { entries } from '../rescue/entries.ts'
import { ran } from './rawjson.ts'

const REGISTRY = 'type=registry,ref=r.io/x:main'
const GHA = 'type=gha,scope=main-'
const about = {
  ...{ specs: [], warnings: [], failed: false, builderWasEmpty: false, withoutCache: false },
  ...{ dockerfile: undefined, secrets: [], lost: [], unindexed: [] },
}

test('what the build ran again without has failed, and is told of once', () => {
  const all = entries([REGISTRY], [REGISTRY])
  const [from] = all.from
  const [to] = all.to
  if (!from || !to) throw new Error()
  const store = 'the registry cache at r.io'
  const why = `failed to copy: could not fetch content descriptor sha256:${'d9'.repeat(32)}: not found`
  const lost = [
    { side: 'import' as const, entry: from, store, why },
    { side: 'export' as const, entry: to, store, why },
  ]
  const outcome = judge({ records: [''], imports: [] }, { ...about, entries: all, lost })
  expect(outcome.sources).toMatchObject([
    { backend: 'registry', scope: 'main', state: 'failed', why: 'it refers to data that is no longer there' },
  ])
  expect(outcome.exports).toMatchObject([
    { backend: 'registry', keys: ['main'], state: 'failed', isLost: true },
  ])
  expect(outcome.written).toBe(false)
  expect(outcomeWarnings(outcome)).toEqual([
    'The registry cache at r.io was not read: it refers to data that is no longer there; the image was built without it.',
    'The registry cache at r.io was not written: it refers to data that is no longer there; the image was built without it.',
  ])
})

test('an export to gha that left no index has failed, also as one of two', () => {
  const one = entries([], [GHA])
  const vertices = ran('exporting to GitHub Actions Cache')
  const history = { records: [vertices.join('\n')], imports: [] }
  expect(judge(history, { ...about, entries: one }).written).toBe(true)
  const outcome = judge(history, { ...about, entries: one, unindexed: one.to })
  expect(outcome).toMatchObject({ written: false, exports: [{ keys: ['main'], state: 'failed' }] })
  expect(outcomeWarnings(outcome)).toEqual([
    'The gha cache was not written: its index is not in the cache service, although the upload was reported as done',
  ])
})
