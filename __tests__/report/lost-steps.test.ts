import { describe, expect, test } from '@jest/globals'
import { branch } from '../../src/events/branch.ts'
import type { Missed } from '../../src/report/advice.ts'
import { withLost, worthComparing } from '../../src/report/lost-steps.ts'
import type { Outcome } from '../../src/report/outcome.ts'
import { causeSentence, missedSentence, originSentence } from '../../src/report/outcome-text.ts'
import type { Source } from '../../src/report/sources.ts'
import type { Step } from '../../src/report/steps.ts'
import { entryOf } from '../entry.ts'

const at = (ms: number): string => new Date(1_000_000_000_000 + ms).toISOString()

const source = (branch: string, role: string): Source => ({
  backend: 'registry',
  scope: branch,
  role,
  branch,
  isCommon: false,
  state: 'found',
  why: '',
  seconds: 0,
  manifest: `r.example/cache:${branch}`,
})
const main = source('main', 'default')

const step = (instruction: string, from: number, to: number): Step =>
  ({
    instruction,
    stage: 'build',
    platform: '',
    index: 1,
    of: 2,
    digest: instruction,
    state: 'ran',
    cached: false,
    loadError: '',
    seconds: 1,
    began: 1_000_000_000_000 + from,
    times: [[1_000_000_000_000 + from, 1_000_000_000_000 + to]],
  }) as Step
const missed = (instruction: string): Missed => ({
  stage: 'build',
  instruction,
  platforms: [],
  line: 1,
  after: 0,
  seconds: 1,
  loadError: '',
  causes: [{ what: 'the base image', names: [] }],
  movable: [],
})
const run = (digest: string, ms: number) => ({
  digest,
  inputs: [[{ link: 0 }]],
  layers: [{ layer: 0, createdAt: at(ms) }],
})
const config = (...records: ReturnType<typeof run>[]) => ({
  records: [{ digest: 'sha256:base' }, ...records],
})

const steps = [step('RUN make', 100, 1000), step('RUN test', 100, 2000)]
const own = config(run('sha256:make', 1010), run('sha256:test', 2010))

describe('a step that was missed', () => {
  test.each([
    ['that main had before is lost', config(run('sha256:make', -5000)), ['RUN make']],
    ['that main has under another key is not', config(run('sha256:other', -5000)), []],
    ['that main has since this build alone is not', config(run('sha256:make', 1500)), []],
    [
      'whose record in main has no time is not known to be',
      config({ ...run('sha256:make', 0), layers: [] }),
      [],
    ],
    ['of an empty config is not known to be', {}, []],
  ])('%s', (_, other, wanted) => {
    const result = withLost([missed('RUN make'), missed('RUN test')], steps, own, [
      { source: main, config: other },
    ])
    expect(result.filter(({ heldBy }) => heldBy === main).map((it) => it.instruction)).toEqual(wanted)
  })

  const lost = [{ source: main, config: config(run('sha256:make', -5000)) }]

  test('is not named where two steps ended at once', () => {
    const both = [step('RUN make', 100, 1000), step('RUN test', 100, 1001)]
    expect(withLost([missed('RUN make')], both, own, lost)[0]?.heldBy).toBeUndefined()
  })

  test('was not lost where its result is from before this build', () => {
    const old = config(run('sha256:make', -9000))
    expect(withLost([missed('RUN make')], steps, old, lost)[0]?.heldBy).toBeUndefined()
  })

  test('is reported in the cache that has it, and no other cause is listed', () => {
    const [first] = withLost([missed('RUN make')], steps, own, lost) as [Missed]
    expect(missedSentence(first, (it) => `<${it}>`)).toBe(
      'is in the cache of <main> (default), but BuildKit lost it among the caches that it read: it ran, 1.0 s',
    )
    expect(causeSentence(first, String)).toMatch(/^BuildKit loses no step among caches/)
  })
})

// BuildKit may have lost them, and no config was read to tell.
test('where nothing was cached, the caches are not said to hold none of the steps', () => {
  const outcome = {
    sources: [main],
    withoutCache: false,
    steps,
    count: { total: 2, cached: 0 },
    origin: { steps: 0, sources: [], maybeBuilder: false },
  } as unknown as Outcome
  expect(originSentence(outcome, String)).toBe('None of the steps was found in the caches that were read.')
})

describe('configs are read', () => {
  const file = (name: string): string => `/view/blobs/sha256/${name}`
  const nothing = { written: '', overwritten: new Map<string, string>() }
  const wrote = (name: string) => ({ ...nothing, written: name && file(name) })
  const to = [entryOf('type=registry,ref=r.example/cache:a,mode=max', { keys: ['a'], branch: branch('a') })]
  const outcome = {
    advice: { missed: [missed('RUN make')], zstd: undefined },
    sources: [main, source('a', 'own')],
    exports: [{ backend: 'registry', state: 'written', keys: ['a'] }],
  } as unknown as Outcome

  test('of what this build wrote, and of what it read and did not write', () => {
    expect(worthComparing(outcome, { to }, nothing)).toEqual({
      own: 'r.example/cache:a',
      others: [{ source: main, reference: 'r.example/cache:main' }],
    })
  })

  test('and of the own cache as it was, where that is known by its digest', () => {
    const overwritten = new Map([['r.example/cache:a', 'r.example/cache@sha256:1']])
    const { others } = worthComparing(outcome, { to }, { written: '', overwritten }) ?? {}
    expect(others?.map(({ source: { role }, reference }) => [role, reference])).toEqual([
      ['default', 'r.example/cache:main'],
      ['own', 'r.example/cache@sha256:1'],
    ])
  })

  test('of the user’s own cache-from in a registry', () => {
    const yours = { ...main, role: 'yours', scope: 'r.example/old:1', manifest: '' }
    const { others } =
      worthComparing({ ...outcome, sources: [yours, source('a', 'own')] }, { to }, nothing) ?? {}
    expect(others?.map(({ reference }) => reference)).toEqual(['r.example/old:1'])
  })

  test.each<[string, Partial<Outcome>]>([
    ['nothing was missed', { advice: { missed: [], zstd: undefined } }],
    [
      'layers could not be loaded',
      { advice: { missed: [{ ...missed('RUN x'), loadError: 'gone' }], zstd: undefined } },
    ],
    ['one cache was found', { sources: [main] }],
    ['nothing was written', { exports: [] }],
    ['the other one is no registry’s', { sources: [{ ...main, backend: 's3' }, source('a', 'own')] }],
  ])('of none where %s', (_, change) => {
    expect(worthComparing({ ...outcome, ...change }, { to }, nothing)).toBeUndefined()
  })

  describe('in a directory', () => {
    const inView = (it: Source): Source => ({ ...it, backend: 'local', manifest: file(it.branch) })
    const local = [entryOf('type=local,dest=/view,tag=a,mode=max', { keys: ['a'], branch: branch('a') })]
    const own = inView(source('a', 'own'))
    const inDirectory = {
      ...outcome,
      sources: [inView(main), own],
      exports: [{ backend: 'local', state: 'written', keys: ['a'] }],
    } as unknown as Outcome

    test('of what this build wrote, and of all that it read, what it has written over too', () => {
      expect(worthComparing(inDirectory, { to: local }, wrote('new'))).toEqual({
        own: file('new'),
        others: [
          { source: inView(main), reference: file('main') },
          { source: own, reference: file('a') },
        ],
      })
    })

    test('not of the own cache where it is what was written', () => {
      const { others } = worthComparing(inDirectory, { to: local }, wrote('a')) ?? {}
      expect(others?.map(({ reference }) => reference)).toEqual([file('main')])
    })

    test('and of a registry as well', () => {
      const yours = { ...source('b', 'yours'), scope: 'r.example/old:1', manifest: '' }
      const { others } =
        worthComparing({ ...inDirectory, sources: [inView(main), yours] }, { to: local }, wrote('new')) ?? {}
      expect(others?.map(({ reference }) => reference)).toEqual([file('main'), 'r.example/old:1'])
    })

    test.each<[string, Outcome, string]>([
      ['nothing was written', { ...inDirectory, exports: [] }, 'new'],
      ['what was written is not known', inDirectory, ''],
      [
        'no manifest of the others is known',
        { ...inDirectory, sources: [main, main].map((it) => ({ ...it, backend: 'local', manifest: '' })) },
        'new',
      ],
    ])('not where %s', (_, it, written) => {
      expect(worthComparing(it, { to: local }, wrote(written))).toBeUndefined()
    })
  })
})
