import { describe, expect, test } from '@jest/globals'
import type { Entry } from '../../src/plan/entries.ts'
import { noIndex } from '../../src/report/lost-caches.ts'
import { judgeOutcome } from '../../src/report/outcome.ts'
import { outcomeLines, outcomeWarnings } from '../../src/report/outcome-lines.ts'
import { entries, entry } from '../retry/entries.ts'
import { line, ran } from './rawjson.ts'

const REGISTRY = 'type=registry,ref=r.io/x:main'
const LOCAL = 'type=local,dest=/c,tag=main'
const GHA = 'type=gha,scope=main-'
const about = {
  specs: [],
  warnings: [],
  failed: false,
  builderWasEmpty: false,
  withoutCache: false,
  dockerfile: undefined,
  secrets: [],
  lost: [],
  unkept: [],
}

test('a cache that the build was repeated without has failed, and is reported once', () => {
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
  const outcome = judgeOutcome({ records: [''], imports: [] }, { ...about, entries: all, lost })
  expect(outcome.sources).toMatchObject([
    { backend: 'registry', scope: 'main', state: 'failed', why: 'it refers to data that no longer exists' },
  ])
  expect(outcome.exports).toMatchObject([
    { backend: 'registry', keys: ['main'], state: 'failed', isLost: true },
  ])
  expect(outcome.written).toBe(false)
  expect(outcomeWarnings(outcome)).toEqual([
    'The registry cache at r.io was not read: it refers to data that no longer exists; the image was built without it.',
    'The registry cache at r.io was not written: it refers to data that no longer exists; the image was built without it.',
  ])
})

test('an export to gha that left no index has failed, also as one of two', () => {
  const one = entries([], [GHA])
  const vertices = ran('exporting to GitHub Actions Cache')
  const history = { records: [vertices.join('\n')], imports: [] }
  expect(judgeOutcome(history, { ...about, entries: one }).written).toBe(true)
  const outcome = judgeOutcome(history, { ...about, entries: one, unkept: one.to.map(noIndex) })
  expect(outcome).toMatchObject({ written: false, exports: [{ keys: ['main'], state: 'failed' }] })
  expect(outcomeWarnings(outcome)).toEqual([
    'The gha cache was not written: its index is not in the cache service, although the upload was reported as successful',
  ])
})

describe('an export that BuildKit itself calls failed left no index either', () => {
  const name = 'exporting to GitHub Actions Cache'
  const error = 'error writing layer blob: 403'
  const failed = line(name, { started: 0, completed: 1, error }, '1')
  const fine = line(name, { started: 0, completed: 1 }, '2')

  test('and keeps its words and its scope', () => {
    const one = entries([], [GHA])
    const outcome = judgeOutcome(
      { records: [failed], imports: [] },
      { ...about, entries: one, unkept: one.to.map(noIndex) },
    )
    expect(outcome.exports).toMatchObject([{ keys: ['main'], state: 'failed', why: error }])
    expect(outcomeWarnings(outcome)).toEqual([`The gha cache was not written: ${error}`])
  })

  test('and of two, the other is written', () => {
    const shard = entry('type=gha,scope=main..1-', 'main..1')
    const common = entry(GHA)
    const outcome = judgeOutcome(
      { records: [`${failed}\n${fine}`], imports: [] },
      { ...about, entries: { from: [], to: [shard, common], ownKey: '' }, unkept: [noIndex(shard)] },
    )
    expect(outcome.exports).toMatchObject([
      { keys: ['main..1'], state: 'failed', why: error },
      { keys: ['main'], state: 'written' },
    ])
    expect(outcome.written).toBe(false)
  })
})

describe('what did not come into the directory is not written', () => {
  const [to] = entries([], [LOCAL]).to
  if (!to) throw new Error()
  const unkept = [{ entry: to, why: 'a layer of it is missing' }]
  const rows: [string, string[], Entry[]][] = [
    ['although BuildKit has written it', ran('exporting cache to client directory'), [to]],
    ['where BuildKit was not even asked to', ran('[1/1] RUN make'), []],
  ]
  test.each(rows)('%s', (_, vertices, planned) => {
    const history = { records: [vertices.join('\n')], imports: [] }
    const all = { from: [], to: planned, ownKey: '' }
    const outcome = judgeOutcome(history, { ...about, entries: all, unkept })
    expect(outcome).toMatchObject({ written: false, exports: [{ keys: ['main'], state: 'failed' }] })
    expect(outcomeWarnings(outcome)).toEqual(['The local cache was not written: a layer of it is missing'])
    expect(outcomeLines(outcome, [], 'Dockerfile').lines.filter((it) => it.startsWith('write'))).toEqual([
      'write       local main: not written: a layer of it is missing',
    ])
  })

  test('and what else was written is', () => {
    const both = entries([], [LOCAL, 'type=registry,ref=r.io/x:main'])
    const vertices = [...ran('exporting cache to client directory'), ...ran('exporting cache to registry')]
    const history = { records: [vertices.join('\n')], imports: [] }
    expect(judgeOutcome(history, { ...about, entries: both, unkept }).exports).toMatchObject([
      { backend: 'registry', keys: ['main'], state: 'written' },
      { backend: 'local', keys: ['main'], state: 'failed' },
    ])
  })
})
