import { describe, expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/backends/spec.ts'
import { parseRecord } from '../../src/buildkit/record.ts'
import { findCompression } from '../../src/report/advice.ts'
import { findCost } from '../../src/report/cost.ts'
import { type Export, findExports } from '../../src/report/exports.ts'
import { findMisses } from '../../src/report/misses.ts'
import { findSteps } from '../../src/report/steps.ts'
import { cached, line, ran, status } from './rawjson.ts'

function misses(...lines: string[][]) {
  const vertices = parseRecord(lines.flat().join('\n'))
  return findMisses(vertices, findSteps(vertices)).map(({ step, platforms, after, seconds }) => ({
    first: step.instruction,
    platforms,
    after: after.map(({ instruction }) => instruction),
    seconds,
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

  test('through vertices that are no steps', () => {
    expect(
      misses(
        ran(context),
        ran(a, 0, 1, [context]),
        ran('[a 4/4] LINK COPY a', 1, 2, [a]),
        ran(c, 2, 3, ['[a 4/4] LINK COPY a']),
      ),
    ).toMatchObject([{ first: 'RUN a', after: ['RUN c'] }])
  })

  test('not through a step that was cached: what ran behind it is another beginning', () => {
    expect(misses(ran(a, 0, 2), cached(b, [a]), ran(c, 2, 3, [b]))).toMatchObject([
      { first: 'RUN a', after: [] },
      { first: 'RUN c', after: [] },
    ])
  })

  test('a step that was cut off is neither a beginning nor made from one', () => {
    const cancelled = line(b, { started: 1, completed: 2, error: 'context canceled' }, b, [a])
    expect(misses(ran(a, 0, 1), [line(b, {}, b, [a]), cancelled])).toMatchObject([
      { first: 'RUN a', after: [] },
    ])
    expect(misses([cancelled])).toEqual([])
  })

  test('one that failed is made from what ran before it, and no beginning', () => {
    const failed = line(b, { started: 1, completed: 2, error: 'exit code: 1' }, b, [a])
    expect(misses(ran(a, 0, 1), [failed])).toMatchObject([{ first: 'RUN a', after: ['RUN b'] }])
    expect(misses(cached(a), [failed])).toEqual([])
  })

  test('one that mounts the context itself is its own beginning', () => {
    const from = '[1/4] FROM base'
    const mounts = '[b 2/2] RUN --mount=target=/src --mount=from=a,target=/a x'
    expect(
      misses(ran(context), ran(from), ran(a, 0, 1, [from, context]), ran(mounts, 1, 3, [from, context, a])),
    ).toMatchObject([
      { first: 'RUN --mount=target=/src --mount=from=a,target=/a x', after: [] },
      { first: 'RUN a', after: [] },
    ])
  })

  test('one that takes the context and stands on what ran is made from that', () => {
    const copy = '[a 3/4] COPY . .'
    expect(misses(ran(context), ran(a, 0, 1, ['from']), ran(copy, 1, 2, [a, context]))).toMatchObject([
      { first: 'RUN a', after: ['COPY . .'] },
    ])
  })

  test('one that copies onto nothing is made from what it copies', () => {
    const copy = '[z 1/1] COPY --from=a /a /'
    expect(misses(ran(a, 0, 1), ran(copy, 1, 2, [a]))).toMatchObject([
      { first: 'RUN a', after: ['COPY --from=a /a /'] },
    ])
  })

  test('thousands of COPY --link are walked through', () => {
    const links = Array.from({ length: 5000 }, (_, i) => [
      ...ran(`[a ${i + 2}/5001] COPY --link ${i} /`, 0, 1, [context]),
      ...ran(`[a ${i + 2}/5001] LINK COPY --link ${i} /`, 0, 1, [
        i === 0 ? 'from' : `[a ${i + 1}/5001] LINK COPY --link ${i - 1} /`,
        `[a ${i + 2}/5001] COPY --link ${i} /`,
      ]),
    ])
    const last = '[a 5001/5001] LINK COPY --link 4999 /'
    expect(misses(ran(context), ...links, ran('[b 1/1] RUN x', 1, 2, [last])).length).toBeGreaterThan(0)
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

describe('what a beginning takes from outside, and what could stand before it', () => {
  const from = '[1/9] FROM base'
  const context = '[internal] load build context'
  const git = '[internal] load git source https://github.com/o/a.git#0'
  const other = '[context other] load from client'
  const image = 'FROM docker.io/library/tools'
  const url = 'url'
  const takes = (...lines: string[][]) => {
    const vertices = parseRecord(lines.flat().join('\n'))
    return findMisses(vertices, findSteps(vertices)).map(({ step, takes: it }) => [
      step.instruction,
      ...it.contexts.map((name) => `context ${name}`.trim()),
      ...(it.isFetched ? ['url'] : []),
      ...it.stages.map((stage) => `stage ${stage}`),
      ...(it.hasImage ? ['image'] : []),
      ...(it.isOnBase ? ['base'] : []),
    ])
  }
  const all = [from, context, git, other, image].map((name) => ran(name))
  const miss = (name: string, inputs: string[], ...more: string[][]) =>
    takes(...all, ran(name, 0, 1, inputs), ...more)[0]

  test.each<[string, unknown, unknown]>([
    ['files', miss('[2/9] COPY a /', [from, context]), ['COPY a /', 'context', 'base']],
    ['files of a git context', miss('[2/9] COPY a /', [from, git]), ['COPY a /', 'context', 'base']],
    [
      'files of a named context',
      miss('[2/9] COPY a /', [from, other]),
      ['COPY a /', 'context other', 'base'],
    ],
    [
      'an image',
      miss('[2/9] COPY --from=tools a /', [from, image]),
      ['COPY --from=tools a /', 'image', 'base'],
    ],
    [
      'a URL',
      miss('[2/9] ADD http://x /', [from, url], [line('[2/9] ADD http://x /', {}, url)]),
      ['ADD http://x /', 'url', 'base'],
    ],
    ['nothing but what it stands on', miss('[2/9] RUN a', [from]), ['RUN a', 'base']],
    ['files that it mounts', miss('[2/9] RUN a', [from, context]), ['RUN a', 'context', 'base']],
    [
      'a base on which another step was cached has not moved',
      miss('[2/9] RUN a', [from], cached('[b 2/2] RUN b', [from])),
      ['RUN a'],
    ],
    [
      'a step that was cached is between',
      miss('[3/9] RUN a', ['[2/9] RUN x'], cached('[2/9] RUN x', [from])),
      ['RUN a'],
    ],
    [
      'the copy of a COPY --link stands on nothing',
      miss('[2/9] COPY --link a /', [context]),
      ['COPY --link a /', 'context'],
    ],
    [
      'a LINK is no step: the base is right below',
      miss('[3/9] RUN a', ['[2/9] LINK COPY a /'], ran('[2/9] LINK COPY a /', 0, 0, [from, 'c'])),
      ['RUN a', 'base'],
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })

  test('a stage that ran', () => {
    const built = '[one 2/2] RUN b'
    const mounts = '[two 2/2] RUN a'
    const sibling = cached('[three 2/2] RUN c', [from])
    expect(
      takes(...all, sibling, ran(built, 0, 1, [from, context]), ran(mounts, 1, 3, [from, context, built])),
    ).toEqual([
      ['RUN a', 'context', 'stage one'],
      ['RUN b', 'context'],
    ])
  })

  test('a COPY from a cached stage could stand before the files, nothing else can be told', () => {
    const copy = '[z 2/6] COPY . .'
    const names = ['COPY --from=one /a /', 'COPY b /', 'WORKDIR /x', 'RUN x', 'COPY --from=two /c /']
    const chain = names.map((name, i) => `[z ${i + 3}/7] ${name}`)
    const sources = ['[one 2/2] RUN a', context, undefined, undefined, '[two 2/2] RUN b']
    const lines = [
      ...all,
      cached('[one 2/2] RUN a', [from]),
      ran('[two 2/2] RUN b', 0, 1, ['nothing']),
      ran(copy, 0, 1, [from, context]),
      ...chain.map((name, i) => ran(name, 1, 2, [chain[i - 1] ?? copy, ...(sources[i] ? [sources[i]] : [])])),
    ]
    const vertices = parseRecord(lines.flat().join('\n'))
    const found = findMisses(vertices, findSteps(vertices)).map(({ step, movable }) => [
      step.instruction,
      movable.map(({ instruction }) => instruction),
    ])
    expect(found).toEqual([
      ['COPY . .', ['COPY --from=one /a /']],
      ['RUN b', []],
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
    bytes: 12,
    fetching: 4,
    importing: 4,
  })
})
