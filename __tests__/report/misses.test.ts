import { describe, expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/cache/spec.ts'
import { findCompression } from '../../src/report/advice.ts'
import { findCost } from '../../src/report/cost.ts'
import { type Export, findExports } from '../../src/report/exports.ts'
import { findMisses } from '../../src/report/misses.ts'
import { parseRecord } from '../../src/report/record.ts'
import { findSteps } from '../../src/report/steps.ts'
import { cached, ran, status } from './rawjson.ts'

function misses(...lines: string[][]) {
  const vertices = parseRecord(lines.flat().join('\n'))
  return findMisses(vertices, findSteps(vertices)).map(({ step, platforms, after, seconds }) => ({
    ...{ first: step.instruction, platforms, after: after.map(({ instruction }) => instruction), seconds },
  }))
}

describe('the first step of each chain that was not cached', () => {
  const context = '[internal] load build context'
  const [a, b, c] = ['[a 2/4] RUN a', '[a 3/4] RUN b', '[a 4/4] RUN c']

  test('a chain', () => {
    expect(misses(cached(a), ran(b, 0, 2, [a]), ran(c, 2, 5, [b]))).toEqual([
      { first: 'RUN b', platforms: [], after: ['RUN c'], seconds: 5 },
    ])
  })

  test('all cached, none', () => {
    expect(misses(cached(a), cached(b, [a]))).toEqual([])
  })

  test('another stage that copies from it ran because of it', () => {
    const copy = '[z 2/2] COPY --from=a /a /'
    expect(misses(ran(a, 0, 1), ran(copy, 1, 2, [a]))).toEqual([
      { first: 'RUN a', platforms: [], after: ['COPY --from=a /a /'], seconds: 2 },
    ])
  })

  test('through vertices that are no steps, and steps that were cached', () => {
    expect(
      misses(
        ran(context),
        ran(a, 0, 1, [context]),
        ran('[a 4/4] LINK COPY a', 1, 2, [a]),
        ran(c, 2, 3, ['[a 4/4] LINK COPY a']),
      ),
    ).toMatchObject([{ first: 'RUN a', after: ['RUN c'] }])
    expect(misses(ran(a, 0, 1), cached(b, [a]), ran(c, 1, 2, [b]))).toMatchObject([
      { first: 'RUN a', after: ['RUN c'] },
    ])
  })

  test('two chains, the costliest first, and what both caused counts for each', () => {
    const [x, y] = ['[x 2/2] RUN x', '[y 2/2] RUN y']
    expect(misses(ran(x, 0, 1), ran(y, 0, 9), ran(c, 9, 10, [x, y]))).toMatchObject([
      { first: 'RUN y', after: ['RUN c'], seconds: 10 },
      { first: 'RUN x', after: ['RUN c'], seconds: 2 },
    ])
  })

  test('one instruction on two platforms is one', () => {
    const on = (platform: string, i: number): string[] => [
      ...ran(`[linux/${platform} a 2/3] COPY . .`, 0, 1),
      ...ran(`[linux/${platform} a 3/3] RUN x`, 1, 2 + i, [`[linux/${platform} a 2/3] COPY . .`]),
    ]
    expect(misses(on('amd64', 0), on('arm64', 1))).toEqual([
      { first: 'COPY . .', platforms: ['linux/amd64', 'linux/arm64'], after: ['RUN x', 'RUN x'], seconds: 5 },
    ])
  })
})

describe('zstd', () => {
  const name = 'exporting cache to registry'
  function advice(preparing: number, seconds: number, spec = 'type=registry,ref=r.io/a', sending = true) {
    const lines = [
      ...ran(name, 0, seconds),
      status(name, 'preparing build cache for export', { started: 0, completed: preparing }),
      ...(sending ? [status(name, 'sending cache export', { started: preparing, completed: seconds })] : []),
    ]
    return findCompression(findExports(parseRecord(lines.join('\n')), []), parseSpecs([spec], {}))
  }

  test.each<[string, unknown, ReturnType<typeof advice>]>([
    ['an export that compressed', { backend: 'registry', seconds: 8, of: 10 }, advice(8, 10)],
    ['one that was short', undefined, advice(4, 5)],
    ['one that uploaded', undefined, advice(8, 20)],
    ['one that has it already', undefined, advice(8, 10, 'type=registry,ref=r.io/a,compression=zstd')],
    ['one that wants none', undefined, advice(8, 10, 'type=registry,ref=r.io/a,compression=uncompressed')],
    ['an old BuildKit does not tell the two apart', undefined, advice(8, 10, undefined, false)],
  ])('%s', (_, expected, found) => {
    expect(found).toEqual(expected)
  })

  test('not where the backend has no choice', () => {
    const gha = { backend: 'gha', state: 'written', preparing: 9, seconds: 9, tellsSending: true } as Export
    expect(findCompression([gha], parseSpecs(['type=gha'], {}))).toBeUndefined()
  })
})

test('what was brought in: each layer once, for steps alone', () => {
  const [a, b, out] = ['[2/3] RUN a', '[3/3] RUN b', 'exporting cache to registry']
  const [x, y] = ['x', 'y'].map((it) => `sha256:${(it === 'x' ? 'a' : 'b').repeat(64)}`) as [string, string]
  const lines = [
    ...cached(a),
    ...cached(b),
    ...ran(out),
    ...ran('importing cache manifest from r.io/a', 0, 3),
    ...ran('importing cache manifest from r.io/b', 1, 4),
    status(a, x, { started: 0, completed: 2, current: 5 }),
    status(b, x, { started: 1, completed: 3, current: 5 }),
    status(b, y, { started: 1, current: 7 }),
    status(b, `extracting ${x}`, { started: 5, completed: 6 }),
    status(out, `sha256:${'c'.repeat(64)}`, { started: 0, completed: 1, current: 100 }),
    status(a, 'transferring', { current: 9 }),
  ]
  const vertices = parseRecord(lines.join('\n'))
  expect(findCost(vertices, findSteps(vertices))).toEqual({
    layers: [
      { digest: x, bytes: 5 },
      { digest: y, bytes: 7 },
    ],
    ...{ bytes: 12, fetching: 4, importing: 4 },
  })
})
