import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseRecord, type Vertex } from '../../src/buildkit/record.ts'
import { findMisses } from '../../src/report/misses.ts'
import { findSources } from '../../src/report/sources.ts'
import { findSteps } from '../../src/report/steps.ts'
import { cached, line, ran } from '../report/rawjson.ts'

const vertexOf = (...lines: string[]): Vertex | undefined => parseRecord(lines.join('\n'))[0]

describe('one vertex', () => {
  test.each<[string, string[], Partial<Vertex>]>([
    ['that ran', ran('a'), { cached: false, started: true, completed: true, error: '', seconds: 1 }],
    ['that was cached', cached('a'), { cached: true, started: true, completed: true, supposed: false }],
    ['that never started', [line('a')], { cached: false, started: false, completed: false, seconds: 0 }],
    [
      'that was cut off',
      [line('a'), line('a', { started: 0 })],
      { started: true, completed: false, seconds: 0 },
    ],
    [
      'that was cached, and pulled later: the last events do not say cached',
      [
        line('a', { started: 0, cached: true }),
        line('a', { started: 0, completed: 0, cached: true }),
        line('a', { started: 5 }),
        line('a', { started: 5, completed: 8 }),
      ],
      { cached: true, error: '', seconds: 3 },
    ],
    [
      'whose cache could not be loaded, and that ran then',
      [
        line('a', { started: 0, cached: true, error: 'blob not found', completed: 1 }),
        line('a', { started: 1, error: 'blob not found' }),
        line('a', { started: 1, completed: 4 }),
      ],
      { cached: false, error: '', seconds: 4 },
    ],
    [
      'that was cached, could not be loaded once, and was cached then',
      [
        line('a', { started: 0, completed: 1, cached: true, error: 'blob not found' }),
        line('a', { started: 1, completed: 2, cached: true }),
      ],
      { cached: true, error: '' },
    ],
    [
      'that failed',
      [line('a', { started: 0 }), line('a', { started: 0, completed: 2, error: 'exit code: 1' })],
      { cached: false, error: 'exit code: 1', seconds: 2 },
    ],
  ])('%s', (_, lines, vertex) => {
    expect(vertexOf(...lines)).toMatchObject({ name: 'a', ...vertex })
  })
})

describe('its time is that of all its intervals together', () => {
  test.each<[string, [number, number][], number]>([
    ['one', [[1, 3]], 2],
    [
      'two apart',
      [
        [0, 1],
        [5, 7],
      ],
      3,
    ],
    [
      'two that overlap',
      [
        [0, 4],
        [2, 6],
      ],
      6,
    ],
    [
      'one within another',
      [
        [0, 10],
        [2, 3],
      ],
      10,
    ],
    [
      'the same twice',
      [
        [1, 2],
        [1, 2],
      ],
      1,
    ],
    [
      'in another order',
      [
        [5, 7],
        [0, 1],
      ],
      3,
    ],
    [
      'fractions',
      [
        [0, 0.25],
        [0.5, 0.75],
      ],
      0.5,
    ],
  ])('%s', (_, intervals, seconds) => {
    const lines = intervals.map(([started, completed]) => line('a', { started, completed }))
    expect(vertexOf(...lines)?.seconds).toBeCloseTo(seconds)
  })
})

test('two vertices of one name are two, in the order they were first seen', () => {
  const lines = [line('b', {}, '1'), line('a', {}, '2'), line('b', {}, '3'), line('b', { started: 0 }, '1')]
  expect(parseRecord(lines.join('\n')).map(({ name, started }) => [name, started])).toEqual([
    ['b', true],
    ['a', false],
    ['b', false],
  ])
})

test('several vertices in one line', () => {
  const text = JSON.stringify({
    vertexes: [
      { digest: '1', name: 'a' },
      { digest: '2', name: 'b' },
    ],
  })
  expect(parseRecord(text).map(({ name }) => name)).toEqual(['a', 'b'])
})

test('other lines are passed over', () => {
  const lines = [
    'WARNING: local cache import at /c skipped',
    '',
    'ERROR: failed to build',
    '{ not JSON',
    '{"vertexes":',
    '{"statuses":[{"id":"x","vertex":"sha256:a","current":1}]}',
    '{"logs":[{"vertex":"sha256:a","data":"eA=="}]}',
    '{"vertexes":null}',
    '{"vertexes":{}}',
    '{}',
    '------',
  ]
  expect(parseRecord(lines.join('\n'))).toEqual([])
  expect(parseRecord([...lines, ...ran('a'), ...lines].join('\n'))).toHaveLength(1)
  expect(parseRecord(ran('a').join('\r\n'))).toHaveLength(1)
})

test('an empty record has no vertices', () => {
  expect(parseRecord('')).toEqual([])
})

test('what is not as BuildKit writes it is left out', () => {
  const odd = [null, 7, 'x', [], {}, { digest: 1, name: 'x' }, { id: 1, vertex: 'a' }, { vertex: 'a' }]
  const vertex = {
    digest: 'a',
    name: 7,
    inputs: [null, 'b', 1],
    started: 5,
    completed: 'never',
    error: {},
    cached: 'yes',
  }
  const status = { id: 's', vertex: 'a', current: 'many', started: 'x' }
  const lines = [
    ...odd.map((it) => JSON.stringify({ vertexes: [it], statuses: [it] })),
    ...odd.map((it) => JSON.stringify({ vertexes: it, statuses: it })),
    ...['{', '{"vertexes":[', '{}', 'null'],
    JSON.stringify({ vertexes: [vertex], statuses: [status] }),
  ]
  expect(parseRecord(lines.join('\n'))).toMatchObject([
    {
      digest: 'a',
      name: '',
      inputs: ['b'],
      started: false,
      completed: false,
      error: '',
      cached: false,
      began: 0,
      statuses: [{ id: 's', bytes: 0, times: [] }],
    },
  ])
})

test('property: any record is read, and its steps, misses and sources are found', () => {
  const name = fc.constantFrom(
    '[a 1/2] RUN x',
    '[b 2/2] ADD u /',
    '[1/1] LINK COPY',
    'importing cache manifest from a',
    '',
  )
  const digest = fc.constantFrom('a', 'b', 'c', 'd')
  const event = fc.record(
    {
      digest: fc.oneof(digest, fc.anything()),
      name: fc.oneof(name, fc.anything()),
      inputs: fc.oneof(fc.array(digest), fc.anything()),
      started: fc.oneof(fc.constant('2026-01-01T00:00:00Z'), fc.anything()),
      completed: fc.oneof(fc.constant('2026-01-01T00:00:01Z'), fc.anything()),
      cached: fc.oneof(fc.boolean(), fc.anything()),
      error: fc.oneof(fc.constant('context canceled'), fc.anything()),
    },
    { requiredKeys: [] },
  )
  const line = fc.oneof(fc.record({ vertexes: fc.array(event) }), fc.anything())
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const vertices = parseRecord(lines.map((it) => JSON.stringify(it) ?? '').join('\n'))
      const steps = findSteps(vertices)
      findMisses(vertices, steps)
      expect(findSources(vertices, [], undefined, [])).toBeInstanceOf(Array)
    }),
  )
})
