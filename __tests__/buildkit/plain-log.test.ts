import { expect, test } from '@jest/globals'
import { nothingYet, type Progress, readLine } from '../../src/buildkit/plain-log.ts'
import { exportedBy } from '../../src/buildkit/vertex-names.ts'

const LAYER = `sha256:${'d9'.repeat(32)}`

/** The lines, a second apart, and what is open after them. */
function after(...lines: string[]): Progress {
  return lines.reduce((progress, line, i) => readLine(progress, line, i * 1000), nothingYet)
}

const open = (...lines: string[]): unknown[] => [...after(...lines).open.values()]

test('an import is open until it ends, and begins but once', () => {
  const begin = '#3 importing cache manifest from ghcr.io/o/r:main'
  const work = { kind: 'import', name: 'ghcr.io/o/r:main' }
  expect(open(begin)).toEqual([{ ...work, last: 0 }])
  expect(open(begin, '#3 ...', '', '#4 [internal] load build context', begin)).toEqual([
    { ...work, last: 1000 },
  ])
  expect(open(begin, '#3 inferred cache manifest type: application/x done')).toEqual([
    { ...work, last: 1000 },
  ])
  for (const end of ['DONE 0.1s', 'CACHED', 'CANCELED', 'ERROR: not found'])
    expect(open(begin, `#3 ${end}`)).toEqual([])
  expect(open(begin, '#33 DONE 0.1s')).toHaveLength(1)
})

test.each([
  ['exporting cache to registry', ['registry']],
  ['exporting cache to client directory', ['local']],
  ['exporting to GitHub Actions Cache', ['gha']],
  ['exporting cache to Amazon S3', ['s3']],
  ['exporting cache to Azure Blob Storage', ['azblob']],
  // Before BuildKit 0.12.
  ['exporting content cache', ['registry', 'local']],
  ['exporting cache to s3', ['s3']],
  ['exporting cache to azure blob store', ['azblob']],
])('%s', (name, backends) => {
  const work = { kind: 'export', name, isPreparing: true }
  expect(exportedBy(name)).toEqual(backends)
  expect(open(`#11 ${name}`, '#11 preparing build cache for export')).toEqual([{ ...work, last: 1000 }])
  expect(open(`#11 ${name}`, '#11 ...', `#11 ${name}`)).toEqual([{ ...work, last: 1000 }])
  for (const line of [
    'sending cache export',
    `writing layer ${LAYER}`,
    'preparing build cache for export 1.2s done',
  ])
    expect(open(`#11 ${name}`, `#11 ${line}`)).toEqual([{ ...work, last: 1000, isPreparing: false }])
})

test('what is no work on a cache is not open', () => {
  expect(open('#1 exporting to image', '#2 exporting to client directory', '#5 [base 1/1] ADD x /')).toEqual(
    [],
  )
})

test('a layer is on its way while its bytes move; the printer repeats one that stands still', () => {
  const [one, same, more] = ['0B / 105B 0.2s', '0B / 105B 5.3s', '10B / 105B 10.4s'].map(
    (it) => `#9 ${LAYER} ${it}`,
  ) as [string, string, string]
  expect(open('#9 CACHED', one, same)).toMatchObject([{ kind: 'fetch', name: LAYER, last: 1000 }])
  expect(open('#9 CACHED', one, same, more)).toMatchObject([{ kind: 'fetch', name: LAYER, last: 3000 }])
  expect(open(one, `#9 ${LAYER} 105B / 105B 0.1s done`)).toEqual([])
  expect(open(one, '#9 CACHED', same)).toMatchObject([{ last: 0, seen: 2000 }])
  expect(open(one, '#9 DONE 0.2s')).toEqual([])
})

test('what a step prints begins with a time, and is none of it', () => {
  expect(
    open('#8 0.058 importing cache manifest from x', '#8 0.060 #9 importing cache manifest from x'),
  ).toEqual([])
  expect(open('importing cache manifest from x', ' #3 importing cache manifest from x')).toEqual([])
  const begin = '#3 importing cache manifest from x'
  expect(open(begin, '#8 0.058 DONE', '#8 1.2 #3 DONE 0.1s')).toHaveLength(1)
})

test('a builder that has said nothing: buildx’s own line does not count', () => {
  expect(after('#0 building with "a" instance using remote driver', '', 'WARNING: x').lines).toBe(0)
  expect(after('#1 [internal] load build definition from Dockerfile').lines).toBe(1)
})

test.each([
  ['DONE 0.1s', ['x']],
  ['ERROR: x: not found', ['x']],
  ['ERROR: unexpected status from HEAD request to http://x/v2/: 401 Unauthorized', ['x']],
  ['ERROR: failed to do request: Head "http://x/v2/": dial tcp 10.0.0.1:443: i/o timeout', []],
  ['ERROR: dial tcp: lookup x: no such host', []],
  ['ERROR: failed to do request: Head "http://x/": EOF', []],
  ['CANCELED', []],
])('an import that ends in "%s": the store has answered %j', (end, answered) => {
  expect([...after('#3 importing cache manifest from x', `#3 ${end}`).answered]).toEqual(answered)
})
