import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { differences } from '../../bench/replay/compare.ts'
import { type Figures, figures, table } from '../../bench/replay/figures.ts'
import { identities, replayInModel } from '../../bench/replay/model.ts'
import { picture } from '../../bench/replay/picture.ts'
import { makeDockerfile } from '../../bench/replay/project.ts'
import { makeSchemes } from '../../bench/replay/schemes.ts'
import {
  type Merge,
  parseTrace,
  readTrace,
  stagesOf,
  type Trace,
  type TraceStep,
} from '../../bench/replay/trace.ts'

const root = join(import.meta.dirname, '../..')
const whole = readTrace(join(root, 'bench/replay/fx-private-relay.json'))

const replay = (trace: Trace, method?: Merge['method'], only?: string[]): Record<string, Figures> => {
  const schemes = makeSchemes(trace, method).filter(({ id }) => only?.includes(id) ?? true)
  const results = schemes.map((scheme) => ({ scheme, results: replayInModel(trace, scheme) }))
  return Object.fromEntries(figures(trace, results).map((it) => [it.scheme.id, it]))
}

describe('three months of a real repository', () => {
  let all: Record<string, Figures>
  beforeAll(() => {
    all = replay(whole)
  })
  const ratio = (id: string): number => all[id]?.ratio ?? Number.NaN

  test('with the merged branches the plan is as good as a builder that never forgets', () => {
    expect(ratio('ours')).toBeLessThanOrEqual(1.02)
  })

  test('without them it is not, and no other scheme is', () => {
    const others = ['none', 'one-scope', 'own-only', 'default-only', 'without-merged']
    for (const id of others) expect(ratio(id)).toBeGreaterThan(1.15)
  })

  test.each(['squash', 'rebase'] as const)('a %s, which the API tells, is as good as a merge', (method) => {
    expect(replay(whole, method, ['ours', 'kept']).ours).toMatchObject({
      steps: all.ours?.steps,
      ratio: all.ours?.ratio,
    })
  })

  test('the README says the same', () => {
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(
      `\n\n${table(Object.values(all), false)}\n\n`,
    )
  })

  test('the table and the picture have every scheme', () => {
    const list = Object.values(all)
    expect(table(list, false).split('\n')).toHaveLength(list.length + 2)
    const drawing = picture(list, 'A & B', ['c', '<d>'])
    expect(drawing.match(/class="needed" x="\d+" y="\d+" width="[\d.]+" height="22"/g)).toHaveLength(
      list.length,
    )
    expect(drawing).toContain('A &amp; B')
    expect(drawing).toContain('>&lt;d></text>')
  })
})

// Two stages, of which one copies from the other, and one that the image does not need.
const small = (events: object[]): Trace =>
  parseTrace({
    source: 'octo/app',
    steps: [
      { stage: 'test', step: 'not needed', seconds: 1 },
      { stage: 'web', step: 'copy web', input: 'web', seconds: 1 },
      { stage: 'web', step: 'build web', seconds: 10 },
      { stage: 'app', step: 'install', seconds: 20 },
      { stage: 'app', step: 'copy web out', from: 'web', seconds: 1 },
      { stage: 'app', step: 'version', input: 'sha', seconds: 1 },
    ],
    events: events.map((event, t) => ({
      t,
      event: 'push',
      branch: 'main',
      sha: String(t),
      inputs: { web: 'w' },
      ...event,
    })),
  })

const ranBy = (trace: Trace, id: string): string[] => {
  const scheme = makeSchemes(trace).find((it) => it.id === id)
  if (!scheme) throw new Error(id)
  return replayInModel(trace, scheme).map(({ ran }) =>
    ran.map((it) => (it === undefined ? '-' : it ? 'R' : '.')).join(''),
  )
}

describe('the model', () => {
  const pull = { event: 'pull_request', number: 7, branch: 'topic', base: 'main', inputs: { web: 'x' } }
  const merge = { inputs: { web: 'x' }, merges: { number: 7, branch: 'topic', fork: false } }

  test('a step is what it does, what it copies, and all before it', () => {
    const trace = small([{}, { sha: '0' }, { inputs: { web: 'x' } }])
    const [first, same, other] = trace.events.map((event) => identities(trace, event))
    expect(first).toEqual(same)
    expect(first?.map((it, i) => it === other?.[i])).toEqual([true, false, false, true, false, false])
    expect(first?.[0]).toBeUndefined()
  })

  test('each scheme', () => {
    const trace = small([{}, pull, merge])
    expect(ranBy(trace, 'none')).toEqual(['-RRRRR', '-RRRRR', '-RRRRR'])
    expect(ranBy(trace, 'one-scope')).toEqual(['-RRRRR', '-RR.RR', '-....R'])
    expect(ranBy(trace, 'own-only')).toEqual(['-RRRRR', '-RRRRR', '-RR.RR'])
    expect(ranBy(trace, 'default-only')).toEqual(['-RRRRR', '-RR.RR', '-RR.RR'])
    expect(ranBy(trace, 'without-merged')).toEqual(['-RRRRR', '-RR.RR', '-RR.RR'])
    expect(ranBy(trace, 'ours')).toEqual(['-RRRRR', '-RR.RR', '-....R'])
    expect(ranBy(trace, 'kept')).toEqual(['-RRRRR', '-RR.RR', '-....R'])
  })

  test('a fork writes nothing that main would read', () => {
    const trace = small([{}, { ...pull, fork: true }, { ...merge, merges: { ...merge.merges, fork: true } }])
    expect(ranBy(trace, 'ours')).toEqual(['-RRRRR', '-RR.RR', '-RR.RR'])
    expect(ranBy(trace, 'kept').at(-1)).toBe('-....R')
  })

  test('several merges in one push, and another default branch', () => {
    const trace = small([
      { branch: 'trunk' },
      { ...pull, base: 'trunk' },
      { ...pull, base: 'trunk', number: 8, branch: 'other', inputs: { web: 'y' } },
      { branch: 'trunk', inputs: { web: 'x' }, merges: [{ number: 8, branch: 'other' }, merge.merges] },
    ])
    expect(trace.defaultBranch).toBe('trunk')
    expect(ranBy(trace, 'ours').at(-1)).toBe('-....R')
  })
})

test('differences between BuildKit and the model are listed step by step', () => {
  const trace = small([{}])
  const model = [{ ran: [undefined, true, true, true, true, false], imports: 0, exports: 1 }]
  const real = [{ ran: [true, true, false, true, undefined, true], imports: 2, exports: 1 }]
  expect(differences(trace, model, model)).toEqual([])
  const run = 'run 1 (push of main, 0)'
  expect(differences(trace, model, real)).toEqual([
    `${run}, test: not needed: BuildKit runs it, the model leaves it out`,
    `${run}, web: build web: BuildKit has it cached, the model runs it`,
    `${run}, app: copy web out: BuildKit leaves it out, the model runs it`,
    `${run}, app: version: BuildKit runs it, the model has it cached`,
    `${run}: BuildKit has 2 imports, the model 0`,
  ])
})

test('the Dockerfile has the steps that the image needs, a stage after those it copies from', () => {
  const trace = small([{}])
  const file = `FROM base AS stage0
COPY step-1 /in/1
RUN echo 2 > /in/2
FROM base AS stage1
RUN echo 3 > /in/3
COPY --from=stage0 /in /in/4/
COPY step-5 /in/5
`
  expect(makeDockerfile(trace, 'base')).toBe(file)
  const [app, ...rest] = [3, 1, 2, 4, 5].map((i) => trace.steps[i] as TraceStep)
  const mixed = makeDockerfile({ ...trace, steps: [app as TraceStep, ...rest] }, 'base')
  expect(mixed.match(/^FROM.*|^COPY --from.*/gm)).toEqual(
    file.match(/^FROM.*|^COPY --from.*/gm)?.map((it) => it.replace('/in/4', '/in/3')),
  )
})

test('a stage that copies from itself is none', () => {
  const steps = [
    { stage: 'a', step: 'x', from: 'b', seconds: 1 },
    { stage: 'b', step: 'y', from: 'a', seconds: 1 },
  ]
  expect(() => stagesOf(steps)).toThrow('copies from itself')
})

test.each<[string, object]>([
  ['no steps or no events', { steps: [], events: [] }],
  ['is no stage', { steps: [{ stage: 'a', step: 'x', from: 'b', seconds: 1 }], events: [{}] }],
  [
    'from the checkout and from a stage',
    { steps: [{ stage: 'a', step: 'x', input: 'i', from: 'a', seconds: 1 }], events: [{}] },
  ],
  ['no seconds', { steps: [{ stage: 'a', step: 'x' }], events: [{}] }],
  ['lacks its branch', { steps: [{ stage: 'a', step: 'x', seconds: 1 }], events: [{ t: 1, event: 'push' }] }],
])('a trace that is not one: %s', (message, json) => {
  expect(() => parseTrace(json)).toThrow(message)
})
