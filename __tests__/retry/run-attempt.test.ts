import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Builder } from '../../src/buildx/builder.ts'
import { type Attempt, attempt } from '../../src/retry/run-attempt.ts'
import type { Sign } from '../../src/stores/health-check.ts'
import { entries } from './entries.ts'
import { fakeOutside, own, remote, type Start, surelyWith } from './outside.ts'

const all = entries(['type=registry,ref=r.io/c:main'], ['type=registry,ref=r.io/c:main,mode=max'])
const STORE = 'the registry cache at r.io'
const IMPORT = '#3 importing cache manifest from r.io/c:main\n'
const EXPORT =
  '#9 exporting cache to registry\n#9 preparing build cache for export 0.1s done\n#9 sending cache export\n'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

/** buildx that prints a text, and ends 2 s later or a second after it was interrupted. */
function printing(text: string, seconds = 2): Start {
  return (_buildx, _args, _env, { onOutput, cut }) =>
    new Promise((done) => {
      onOutput(text, false)
      const timer = setTimeout(() => done(0), seconds * 1000)
      cut?.addEventListener('abort', () => {
        clearTimeout(timer)
        setTimeout(() => done(1), 1000)
      })
    })
}

type Tried = { attempt: Attempt; said: string[]; questions: string[]; urls: [string, boolean][] }

/** A run: what it prints, for how many seconds it goes on by itself, on which builder, with which store. */
type Given = {
  text: string
  seconds?: number
  builder?: Builder
  timeout?: number
  /** The store's sign of life as the build began, and after a cut. */
  first?: Sign
  sign?: Sign
  /** The stores that have answered the builder in an earlier run. */
  heard?: string[]
  mayHang?: string
}

const defaults = {
  seconds: 2,
  builder: own,
  timeout: 3_000,
  first: 'unknown',
  sign: 'silent',
  mayHang: '',
} as const

function begin(given: Given, stream?: Start): Omit<Tried, 'attempt'> & { trying: Promise<Attempt> } {
  const { text, seconds, builder, timeout, first, sign, heard, mayHang } = {
    ...defaults,
    heard: [],
    ...given,
  }
  const said: string[] = []
  const { outside, questions, urls } = fakeOutside({
    stream: stream ?? printing(text, seconds),
    sign: () => sign,
  })
  const surely = surelyWith(all, outside, { builder, timeout, say: (line) => said.push(line) })
  const trying = attempt(surely, all, surely.commandOf(all, false), {
    signs: new Map([[STORE, first]]),
    heard: new Set(heard),
    mayHang,
    onBegun: () => {},
    stop: new AbortController().signal,
  })
  return { trying, said, questions, urls }
}

async function tried(given: Given): Promise<Tried> {
  const { trying, ...rest } = begin(given)
  await jest.advanceTimersByTimeAsync(200_000)
  return { attempt: await trying, ...rest }
}

test('a run that ends by itself is not cut, and nothing is asked', async () => {
  const seen = await tried({ text: IMPORT })
  expect(seen.attempt).toMatchObject({ run: { exitCode: 0 }, cut: undefined, isHealed: false })
  expect(seen.attempt.silent).toEqual(new Set())
  expect([seen.questions, seen.urls]).toEqual([[], []])
})

test('the exports that were under way as it ended are told', async () => {
  expect((await tried({ text: EXPORT })).attempt.exporting).toEqual(['registry'])
  expect((await tried({ text: `${EXPORT}#9 DONE 0.1s\n` })).attempt.exporting).toEqual([])
})

describe('a run that waits is cut', () => {
  test('for an import: the builder is restarted, while buildx ends', async () => {
    const { attempt: seen, questions } = await tried({ text: IMPORT, seconds: 100 })
    expect(seen).toMatchObject({
      run: { exitCode: 1 },
      cut: { kind: 'import', limit: 3_000 },
      isHealed: true,
    })
    expect(questions).toEqual(['kill buildx_buildkit_n0'])
  })

  test('for an export: the builder is left alone', async () => {
    const { attempt: seen, questions } = await tried({ text: EXPORT, seconds: 100 })
    expect(seen).toMatchObject({ cut: { kind: 'export', limit: 3_000 }, isHealed: false })
    expect(questions).toEqual([])
  })

  test('a builder that the action did not create is not restarted', async () => {
    const { attempt: seen, questions } = await tried({ text: IMPORT, seconds: 100, builder: remote })
    expect(seen).toMatchObject({ cut: { kind: 'import' }, isHealed: false })
    expect(questions).toEqual([])
  })
})

describe('after a cut a store is asked once more: it is silent', () => {
  const text = IMPORT

  test.each<[what: string, Omit<Given, 'text'>, isSilent: boolean]>([
    ['where it does not answer', { sign: 'silent' }, true],
    ['not where it answers', { sign: 'answers' }, false],
    ['not where it cannot be asked', { sign: 'unknown' }, false],
    ['where only the builder reaches it and has heard nothing', { builder: remote, sign: 'unknown' }, true],
    ['not where the builder has heard it', { builder: remote, sign: 'unknown', heard: [STORE] }, false],
  ])('%s', async (_, given, isSilent) => {
    const { attempt: seen } = await tried({ text, seconds: 100, ...given })
    expect([...seen.silent]).toEqual(isSilent ? [STORE] : [])
  })

  test.each<[what: string, Omit<Given, 'text'>, isElsewhere: boolean]>([
    ['a builder on this machine is asked for from here', {}, false],
    ['one elsewhere may reach what we do not', { builder: remote }, true],
    ['so may one that has heard the store', { heard: [STORE] }, true],
  ])('%s', async (_, given, isElsewhere) => {
    expect((await tried({ text, seconds: 100, ...given })).urls).toEqual([['https://r.io/v2/', isElsewhere]])
  })
})

describe('an import of a store that was silent from the start', () => {
  const given = { seconds: 100, timeout: 40_000, first: 'silent' } as const

  test('is given 15 s', async () => {
    const { attempt: seen } = await tried({ text: IMPORT, ...given })
    expect(seen.cut).toMatchObject({ kind: 'import', limit: 15_000 })
  })

  test('is given its time where the store has answered the builder', async () => {
    const text = `${IMPORT}#3 DONE 0.1s\n${IMPORT.replace('#3', '#4')}`
    const { attempt: seen } = await tried({ text, ...given })
    expect(seen.cut).toMatchObject({ kind: 'import', limit: 40_000 })
  })
})

test('of a builder that may hang, silence is enough', async () => {
  const text = '#0 building with "b" instance\n'
  const seen = await tried({ text, seconds: 100, mayHang: 'It may hang.' })
  expect(seen.attempt.cut).toEqual({ kind: 'builder', entries: [], limit: 3_000 })
  expect((await tried({ text, seconds: 100 })).attempt.cut).toBeUndefined()
})

test('an import that is the user’s own is named, once, and not cut', async () => {
  const text = '#3 importing cache manifest from r.io/mine\n'
  const { attempt: seen, said } = await tried({ text, seconds: 30 })
  expect(seen).toMatchObject({ run: { exitCode: 0 }, cut: undefined })
  expect(said.filter((it) => it.includes('r.io/mine'))).toEqual([
    'The import of r.io/mine, which you specified, has not responded for 3 s.',
  ])
})

test('where the process cannot be started, it throws, and nothing goes on', async () => {
  const { trying } = begin({ text: '' }, () => Promise.reject(new Error('spawn docker ENOENT')))
  await expect(trying).rejects.toThrow('ENOENT')
  expect(jest.getTimerCount()).toBe(0)
})
