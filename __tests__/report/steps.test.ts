import { describe, expect, test } from '@jest/globals'
import { parseRecord, type Vertex } from '../../src/buildkit/record.ts'
import { countSteps, findSteps } from '../../src/report/steps.ts'
import { cached, line, ran } from './rawjson.ts'

const vertex = (name: string, given: Partial<Vertex> = {}): Vertex => ({
  digest: name,
  inputs: ['below'],
  name,
  cached: false,
  supposed: false,
  loadError: '',
  started: true,
  began: 0,
  completed: true,
  error: '',
  times: [[0, 1000]],
  seconds: 1,
  statuses: [],
  ...given,
})

describe('the steps of a Dockerfile', () => {
  test.each<[name: string, platform: string, stage: string, instruction: string]>([
    ['[2/3] RUN make', '', '', 'RUN make'],
    ['[ 2/12] RUN make', '', '', 'RUN make'],
    ['[build 3/7] RUN make', '', 'build', 'RUN make'],
    ['[build  3/12] RUN make', '', 'build', 'RUN make'],
    ['[stage-1 2/2] COPY --from=build /a /b', '', 'stage-1', 'COPY --from=build /a /b'],
    ['[linux/amd64 2/3] RUN make', 'linux/amd64', '', 'RUN make'],
    ['[linux/amd64 build 3/7] RUN make', 'linux/amd64', 'build', 'RUN make'],
    ['[linux/arm/v7 build  3/17] RUN make', 'linux/arm/v7', 'build', 'RUN make'],
    ['[linux/amd64->arm64 build 3/7] RUN make', 'linux/amd64->arm64', 'build', 'RUN make'],
    ['[linux/amd64->linux/arm/v7 2/3] RUN make', 'linux/amd64->linux/arm/v7', '', 'RUN make'],
    ['[2/3] ONBUILD RUN make', '', '', 'ONBUILD RUN make'],
    ['[2/3] WORKDIR /app', '', '', 'WORKDIR /app'],
    ['[2/3] ADD https://example.org/x /x', '', '', 'ADD https://example.org/x /x'],
    ['[2/3] RUN <<EOF (echo a...)', '', '', 'RUN <<EOF (echo a...)'],
    ['[2/3] RUN echo [1/2] x', '', '', 'RUN echo [1/2] x'],
    ['[2/3] RUN echo a\necho b', '', '', 'RUN echo a\necho b'],
    ['[a.b_c-d 2/3] RUN make', '', 'a.b_c-d', 'RUN make'],
    ['[2/3] RUN\tMAKE x', '', '', 'RUN\tMAKE x'],
    ['[2/3] WORKDIR ', '', '', 'WORKDIR '],
  ])('%j', (name, platform, stage, instruction) => {
    expect(findSteps([vertex(name)])).toMatchObject([
      { platform, stage, instruction, state: 'ran', cached: false, seconds: 1 },
    ])
  })
})

describe('what is no step', () => {
  test.each([
    '[internal] load build definition from Dockerfile',
    '[internal] load .dockerignore',
    '[internal] load build context',
    '[linux/amd64 internal] load metadata for r.io/base:1',
    '[context base] load from client',
    '[auth] app:pull token for r.io',
    'resolve image config for docker-image://docker/dockerfile:1',
    'docker-image://docker.io/docker/dockerfile:1',
    'importing cache manifest from r.io/app:main',
    'exporting cache to registry',
    'exporting to image',
    'pushing r.io/app:1 with docker',
    'merging manifest list r.io/app:1',
    'loading policies x',
    'resolving provenance for metadata file',
    '[scan] generating sbom using r.io/scanner',
    '[stage-0 4/5] LINK COPY --link a /b',
    '[1/3] FROM r.io/base:1',
    '[build 1/7] FROM r.io/base:1@sha256:00',
    '[linux/amd64 build 1/7] FROM r.io/base:1',
    'local source for dockerfile',
    ' [2/3] RUN make',
    '[a b c 2/3] RUN make',
    '[a b 2/3] RUN make',
    '[2/3] run make',
    '[2/3] RUN',
    '[2/3] LINK\tCOPY a /b',
    '[2/3]',
    '',
  ])('%j', (name) => {
    expect(findSteps([vertex(name)])).toEqual([])
  })

  test('a step that the build never came to', () => {
    expect(findSteps([vertex('[2/3] RUN make', { started: false })])).toEqual([])
  })
})

test('a step that BuildKit only supposes to be cached', () => {
  expect(findSteps([vertex('[2/3] RUN make', { cached: true, supposed: true })])).toEqual([])
})

test.each<[string, Partial<Vertex>]>([
  ['cached', { cached: true }],
  ['ran', {}],
  ['failed', { error: 'exit code: 1' }],
  ['failed', { error: 'context canceled: exit code: 1' }],
  ['cancelled', { completed: false, times: [] }],
  ['cancelled', { error: 'context canceled' }],
  ['cancelled', { error: 'process "x" did not complete successfully: exit code: 137: context canceled' }],
  ['cached', { cached: true, error: 'context canceled' }],
])('%s', (state, given) => {
  expect(findSteps([vertex('[2/3] RUN make', given)])).toMatchObject([{ state }])
})

describe('an ADD that fetches: what it fetches has a vertex of the same name, and no inputs', () => {
  const add = '[2/3] ADD https://example.org/x /x'
  const url = (given: Parameters<typeof line>[1], digest = 'url'): string => line(add, given, digest)
  const copy = (...given: Parameters<typeof line>[1][]): string[] =>
    [{}, ...given].map((it) => line(add, it, 'copy', ['base', 'url']))
  const steps = (...lines: (string | string[])[]) =>
    findSteps(parseRecord([...ran('[1/3] FROM base'), ...lines.flat()].join('\n'))).map(
      ({ state, began, seconds }) => ({ state, began: began % 60_000, seconds }),
    )

  test.each<[string, (string | string[])[], unknown[]]>([
    [
      'cached, it is one step, with the time of the fetch',
      [url({ started: 1, completed: 3 }), copy({ started: 4, completed: 4.001, cached: true })],
      [{ state: 'cached', began: 1000, seconds: 2.001 }],
    ],
    [
      'run, it is one step',
      [url({ started: 1, completed: 3 }), copy({ started: 4, completed: 5 })],
      [{ state: 'ran', began: 1000, seconds: 3 }],
    ],
    [
      'several URLs are one step',
      [
        url({ started: 1, completed: 3 }),
        url({ started: 1, completed: 4 }, 'url2'),
        copy({ started: 4, completed: 5 }),
      ],
      [{ state: 'ran', began: 1000, seconds: 4 }],
    ],
    [
      'what cannot be fetched is a step that failed',
      [url({ started: 1, completed: 2, error: '404 Not Found' }), copy()],
      [{ state: 'failed', began: 1000, seconds: 1 }],
    ],
    [
      'both of two that cannot be: one step',
      [url({ started: 1, error: 'a' }), url({ started: 1, error: 'b' }, 'url2'), copy()],
      [{ state: 'failed', began: 1000, seconds: 0 }],
    ],
    [
      'cut off while it fetched',
      [url({ started: 1 }), copy()],
      [{ state: 'cancelled', began: 1000, seconds: 0 }],
    ],
    [
      'fetched, and the build ended elsewhere: the build did not come to it',
      [url({ started: 1, completed: 2 }), copy()],
      [],
    ],
  ])('%s', (_, lines, expected) => {
    expect(steps(...lines)).toEqual(expected)
  })

  test('a WORKDIR and a RUN on nothing have no inputs either, and are steps', () => {
    const lines = [...ran('[1/2] WORKDIR /app'), ...ran('[2/2] RUN x')]
    expect(findSteps(parseRecord(lines.join('\n')))).toHaveLength(2)
  })
})

describe('a step that was cut off', () => {
  const step = '[a 2/2] RUN x'
  const copy = '[b 1/1] COPY --from=a /x /'
  const states = (...lines: (string | string[])[]) =>
    findSteps(parseRecord(lines.flat().join('\n'))).map(({ state }) => state)

  test('in a green build, since what is made from it was found: neither cached nor run', () => {
    expect(
      states(
        line(step, { started: 1 }),
        // BuildKit supposes it to be cached as the COPY begins, and cuts it off then.
        line(step, { started: 2, completed: 2, cached: true }),
        line(copy, { started: 2, completed: 2.001, cached: true }, copy, [step]),
        line(step, { started: 1, completed: 2.1, error: 'context canceled' }),
      ),
    ).toEqual(['cancelled', 'cached'])
  })

  test('while its layers were brought in: they are not gone', () => {
    const lines = [line(step, { started: 1, completed: 2, cached: true, error: 'context canceled' })]
    expect(findSteps(parseRecord(lines.join('\n')))).toMatchObject([{ state: 'cancelled', loadError: '' }])
  })

  test('and begun again: how it ended counts', () => {
    expect(
      states(
        line(step, { started: 1, completed: 2, error: 'context canceled' }),
        line(step, { started: 3, completed: 4 }),
      ),
    ).toEqual(['ran'])
  })

  test('after it was found', () => {
    expect(states(cached(step), line(step, { started: 3, completed: 4, error: 'context canceled' }))).toEqual(
      ['cached'],
    )
  })
})

test('they stand in the order in which they began', () => {
  const steps = [vertex('[3/3] RUN b', { began: 5 }), vertex('[2/3] RUN a', { began: 2 })]
  expect(findSteps(steps).map(({ instruction }) => instruction)).toEqual(['RUN a', 'RUN b'])
})

test('the steps of several stages and platforms, in their order', () => {
  const names = ['[linux/amd64 a 2/2] RUN x', '[linux/arm64 a 2/2] RUN x', '[linux/amd64 b 2/3] COPY . .']
  expect(
    findSteps(names.map((name) => vertex(name))).map(({ platform, stage }) => [platform, stage]),
  ).toEqual([
    ['linux/amd64', 'a'],
    ['linux/arm64', 'a'],
    ['linux/amd64', 'b'],
  ])
})

describe('how many, how many cached, and the ratio', () => {
  test.each([
    [[true, false, true, true], { total: 4, cached: 3, ratio: 0.75 }],
    [[true], { total: 1, cached: 1, ratio: 1 }],
    [[false], { total: 1, cached: 0, ratio: 0 }],
    [[], { total: 0, cached: 0, ratio: 1 }],
  ])('%j', (marks, counted) => {
    const steps = findSteps(marks.map((cached) => vertex('[2/3] RUN make', { cached })))
    expect(countSteps(steps)).toEqual(counted)
  })
})
