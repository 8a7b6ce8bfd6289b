import { expect, test } from '@jest/globals'
import { findExports } from '../../src/report/exports.ts'
import { parseRecord } from '../../src/report/record.ts'
import { line, ran } from './rawjson.ts'

const found = (...lines: string[]) => findExports(parseRecord(lines.join('\n')))

test('the exports that ended well', () => {
  expect(found(...ran('exporting cache to registry'), ...ran('exporting cache to client directory'))).toEqual(
    {
      written: ['registry', 'local'],
      failed: [],
    },
  )
})

test('two to registries are two', () => {
  const twice = ['1', '2'].flatMap((digest) => [
    line('exporting cache to registry', { started: 0 }, digest),
    line('exporting cache to registry', { started: 0, completed: 1 }, digest),
  ])
  expect(found(...twice).written).toEqual(['registry', 'registry'])
})

test('one that failed has BuildKit’s words', () => {
  const name = 'exporting cache to registry'
  expect(
    found(line(name, { started: 0 }), line(name, { started: 0, completed: 1, error: 'denied: no' })),
  ).toEqual({ written: [], failed: [{ backend: 'registry', why: 'denied: no' }] })
})

test('one that never ended has not been written', () => {
  expect(found(line('exporting cache to registry', { started: 0 }))).toEqual({
    written: [],
    failed: [{ backend: 'registry', why: 'it was cut off' }],
  })
})

test.each([
  ['registry', 'exporting cache to registry'],
  ['local', 'exporting cache to client directory'],
  ['gha', 'exporting to GitHub Actions Cache'],
  ['s3', 'exporting cache to Amazon S3'],
  ['azblob', 'exporting cache to Azure Blob Storage'],
  ['inline', 'exporting to image'],
])('%s: %s', (backend, name) => {
  expect(found(...ran(name))).toEqual({ written: [backend], failed: [] })
})

test('what only sounds alike is no cache export', () => {
  expect(
    found(
      ...ran('exporting to client directory'),
      ...ran('exporting to oci image format'),
      ...ran('exporting cache'),
    ),
  ).toEqual({ written: [], failed: [] })
})
