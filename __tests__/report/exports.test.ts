import { describe, expect, test } from '@jest/globals'
import { parseRecord } from '../../src/buildkit/record.ts'
import type { Entry } from '../../src/plan/entries.ts'
import { type Export, findExports, shownExports } from '../../src/report/exports.ts'
import { entryOf } from '../entry.ts'
import { line, ran, status } from './rawjson.ts'

const planned = (...backends: string[]): Entry[] =>
  backends.map((backend, i) => entryOf(`type=${backend}`, { keys: [`key${i}`] }))
const found = (entries: Entry[], ...lines: string[]) => findExports(parseRecord(lines.join('\n')), entries)
const short = (list: ReturnType<typeof found>): string[] =>
  list.map(({ backend, state }) => `${backend} ${state}`)

test('the exports that ended well', () => {
  const all = found(
    planned('registry', 'local'),
    ...ran('exporting cache to registry'),
    ...ran('exporting cache to client directory'),
  )
  expect(all).toMatchObject([
    { backend: 'registry', keys: ['key0'], isCertain: true, state: 'written', why: '', seconds: 1 },
    { backend: 'local', keys: ['key1'], isCertain: true, state: 'written', why: '', seconds: 1 },
  ])
})

test('two to registries are two, and nothing tells which is which', () => {
  const twice = ['1', '2'].flatMap((digest) => [
    line('exporting cache to registry', { started: 0 }, digest),
    line('exporting cache to registry', { started: 0, completed: 1 }, digest),
  ])
  expect(found(planned('registry', 'registry'), ...twice)).toMatchObject([
    { keys: ['key0', 'key1'], isCertain: false },
    { keys: ['key0', 'key1'], isCertain: false },
  ])
})

test('one that failed has BuildKit’s words', () => {
  const name = 'exporting cache to registry'
  const failed = [line(name, { started: 0 }), line(name, { started: 0, completed: 1, error: 'denied: no' })]
  expect(found(planned('registry'), ...failed)).toMatchObject([{ state: 'failed', why: 'denied: no' }])
})

test('one that never ended has not been written', () => {
  expect(found(planned('registry'), line('exporting cache to registry', { started: 0 }))).toMatchObject([
    { state: 'failed', why: 'it was interrupted' },
  ])
})

test('what only sounds alike is no cache export', () => {
  const others = [
    ...ran('exporting to client directory'),
    ...ran('exporting to image'),
    ...ran('exporting cache'),
  ]
  expect(found([], ...others)).toEqual([])
  expect(short(found(planned('inline'), ...others))).toEqual(['inline written'])
})

test('the time that it made layers ready, without that of fetching them', () => {
  const name = 'exporting cache to registry'
  const [export0] = found(
    planned('registry'),
    ...ran(name, 0, 10),
    status(name, 'preparing build cache for export', { started: 0, completed: 8 }),
    status(name, `sha256:${'a'.repeat(64)}`, { started: 0, completed: 3, current: 5 }),
    status(name, `sha256:${'b'.repeat(64)}`, { started: 1, completed: 4, current: 5 }),
    status(name, 'sending cache export', { started: 8, completed: 10 }),
  )
  expect(export0).toMatchObject({ preparing: 4, tellsSending: true, fetched: 2, seconds: 10 })
})

describe('the names in BuildKit before 0.12', () => {
  test.each([
    ['registry', 'exporting content cache'],
    ['local', 'exporting content cache'],
    ['s3', 'exporting cache to s3'],
    ['azblob', 'exporting cache to azure blob store'],
  ])('%s', (backend, name) => {
    expect(found(planned(backend), ...ran(name))).toMatchObject([
      { backend, keys: ['key0'], isCertain: true, state: 'written' },
    ])
    expect(found([], ...ran(name))).toEqual([])
  })

  test('inline has no export of its own', () => {
    expect(found(planned('inline'), ...ran('exporting content cache'))).toEqual([])
  })
})

describe('what is shown of two exports that nothing tells apart', () => {
  const of = (given: Partial<Export> = {}): Export => ({
    backend: 'registry',
    keys: ['key0', 'key1'],
    isCertain: false,
    state: 'written',
    why: '',
    isLost: false,
    seconds: 1,
    preparing: 0,
    tellsSending: true,
    fetched: 0,
    ...given,
  })
  test.each<[string, Export[], Partial<Export>[]]>([
    ['both written: one line', [of(), of({ seconds: 3 })], [{ isCertain: true, seconds: 3 }]],
    [
      'one failed: two lines',
      [of(), of({ state: 'failed', why: 'x' })],
      [
        { isCertain: false, state: 'written' },
        { isCertain: false, state: 'failed' },
      ],
    ],
    ['only one was come to', [of()], [{ isCertain: false }]],
    [
      'of two stores: a line each',
      [of(), of({ backend: 'gha' })],
      [{ backend: 'registry' }, { backend: 'gha' }],
    ],
    ['none', [], []],
  ])('%s', (_, exports, wanted) => {
    const shown = shownExports(exports)
    expect(shown).toHaveLength(wanted.length)
    expect(shown).toMatchObject(wanted)
  })
})
