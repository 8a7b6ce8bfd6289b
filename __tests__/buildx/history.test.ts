import { describe, expect, test } from '@jest/globals'
import {
  chooseFailed,
  parseImports,
  parseListedBuilds,
  placesOf,
  readHistory,
} from '../../src/buildx/history.ts'
import { lineFilter } from '../../src/lib/lines.ts'

const at = (seconds: number): number => Date.UTC(2026, 0, 1) + seconds * 1000
const build = (ref: string, seconds: number, status = 'Error'): string =>
  JSON.stringify({ ref, status, created_at: new Date(at(seconds)).toISOString(), name: 'x' })
const window = { began: at(10), ended: at(20) }

describe('the one build that failed during this run', () => {
  test.each<[string, string[], string | RegExp]>([
    ['one', [build('b/b0/one', 11)], 'b/b0/one'],
    ['one among others', [build('later', 21), build('ours', 12), build('before', 9)], 'ours'],
    ['one that was cancelled', [build('ours', 12, 'Canceled')], 'ours'],
    ['others that went well', [build('ours', 12), build('well', 13, 'Completed')], 'ours'],
    ['one that still runs', [build('ours', 12), build('other', 13, 'Running')], 'ours'],
    ['one on two nodes', [build('b/b0/id', 12), build('b/b1/id', 12, 'Canceled')], 'b/b0/id'],
    ['two: nothing tells', [build('a', 12), build('b', 13)], /several builds failed/],
    ['none', [build('before', 9)], /no record of this build/],
    ['not a list', ['ERROR: unknown command'], /no record of this build/],
    ['nonsense', ['{"ref":1}', 'null', '[]', '{'], /no record of this build/],
  ])('%s', (_, lines, expected) => {
    const choose = (): string => chooseFailed(parseListedBuilds(lines.join('\n')), window)
    if (typeof expected === 'string') expect(choose()).toBe(expected)
    else expect(choose).toThrow(expected)
  })
})

test('the places of a build among all, the newest first', () => {
  const list = parseListedBuilds(
    [build('b/b0/old', 1), build('b/b1/id', 2), build('b/b0/id', 3), build('b/b0/new', 4)].join('\n'),
  )
  expect(placesOf(list, 'id')).toEqual([1, 2])
  expect(placesOf(list, 'none')).toEqual([])
})

describe('the imports as BuildKit got them', () => {
  const inspection = (value: unknown): string =>
    JSON.stringify({ Config: { RestRaw: [{ Name: 'other' }, { Name: 'cache-imports', Value: value }] } })

  test('each with the name of its vertex', () => {
    const value = JSON.stringify([{ Type: 'registry', Attrs: { ref: 'r.io/a:1' } }])
    expect(parseImports(inspection(value))).toEqual([
      { key: 'r.io/a:1', type: 'registry', attributes: { ref: 'r.io/a:1' } },
    ])
  })

  test.each([['', '{}', '{"Config":{}}', 'null', inspection(undefined), inspection('{'), inspection('{}')]])(
    'undefined where they are not told',
    (text) => {
      expect(parseImports(text)).toBeUndefined()
    },
  )
})

test('lines are found however the text is cut', () => {
  const text = 'a\nWARNING: x\r\nb WARNING\nWARNING: end'
  for (let size = 1; size <= text.length; size++) {
    const filter = lineFilter(/^WARNING/)
    for (let i = 0; i < text.length; i += size) filter.read(text.slice(i, i + size))
    expect(filter.end()).toEqual(['WARNING: x', 'WARNING: end'])
  }
})

test.each([
  ['0.19.3', 'the builder keeps no record of its builds; buildx 0.20 or newer can read it'],
  ['0.20.0', 'the builder keeps no record of its builds'],
  ['0.37.2', 'the builder keeps no record of its builds'],
  ['', 'the builder keeps no record of its builds'],
])('a newer buildx is named only where it is older: %s', async (version, why) => {
  const failing = { program: process.execPath, prefix: ['--eval', 'process.exit(1)', '--'] }
  const wanted = { ref: 'b/b0/id', builder: '', nodes: 1, withImports: false, ...window }
  expect(await readHistory(failing, wanted, {}, version)).toBe(why)
})
