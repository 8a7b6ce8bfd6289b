import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type Cut, type Guard, guard } from '../../src/retry/watchdog.ts'
import type { Sign } from '../../src/stores/health-check.ts'
import { storeOf } from '../../src/stores/store.ts'
import { entries } from './entries.ts'

const all = entries(['type=registry,ref=r.io/c:main'], ['type=registry,ref=r.io/c:main,mode=max'])
const STORE = 'the registry cache at r.io'
const IMPORT = '#3 importing cache manifest from r.io/c:main'
const EXPORT = ['#9 exporting cache to registry', '#9 preparing build cache for export']
const SENDING = [...EXPORT, '#9 preparing build cache for export 0.1s done', '#9 sending cache export']

type Watched = { guarded: Guard; cuts: Cut[]; questions: () => number; read: (...lines: string[]) => void }

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

/** A run that is watched; its store gives `first` at the start, and then `ask`'s sign. */
function watch(first: Sign, ask: () => Promise<Sign> = async () => 'silent'): Watched {
  const cuts: Cut[] = []
  let questions = 0
  const guarded = guard({
    entries: all,
    patience: { timeout: 60_000, signs: new Map([[STORE, first]]) },
    storeOf: (entry) => storeOf(entry, {}),
    ask: () => {
      questions++
      return ask()
    },
    heard: new Set(),
    holders: async (imports) => imports,
    mayBeStuck: false,
    onForeign: () => {},
    onCut: (cut) => cuts.push(cut),
  })
  const read = (...lines: string[]): void => lines.forEach(guarded.watch.read)
  return { guarded, cuts, questions: () => questions, read }
}

const pass = (seconds: number): Promise<void> => jest.advanceTimersByTimeAsync(seconds * 1000)

describe('an import', () => {
  test.each<[Sign, number]>([
    ['silent', 15],
    ['unknown', 60],
    ['answers', 60],
  ])('whose store was %s is cut after %i s', async (sign, seconds) => {
    const { guarded, cuts, read } = watch(sign)
    read(IMPORT)
    await pass(seconds - 1)
    expect(cuts).toEqual([])
    await pass(2)
    expect(cuts).toMatchObject([{ kind: 'import', limit: seconds * 1000 }])
    guarded.end()
  })

  test('of a store that has answered the builder has all its time, whatever it says to us', async () => {
    const { guarded, cuts, read } = watch('silent')
    read(IMPORT, '#3 DONE 0.1s', IMPORT.replace('#3', '#4'))
    await pass(59)
    expect(cuts).toEqual([])
    await pass(2)
    expect(cuts).toMatchObject([{ kind: 'import', limit: 60_000 }])
    guarded.end()
  })
})

describe('an export without a line', () => {
  const cases: [what: string, first: Sign, now: Sign, lines: string[], seconds: number | undefined][] = [
    ['a store that answers', 'answers', 'answers', SENDING, undefined],
    ['a store that has gone silent', 'answers', 'silent', SENDING, 60],
    ['a store that was never reached', 'silent', 'silent', SENDING, 60],
    ['a store that only the builder reaches', 'unknown', 'unknown', SENDING, 600],
    [
      'one that has answered the builder alone',
      'silent',
      'unknown',
      [IMPORT, '#3 DONE 0.1s', ...SENDING],
      600,
    ],
    ['a silent store, while it compresses', 'answers', 'silent', EXPORT, 300],
    ['an unknown one, while it compresses', 'unknown', 'unknown', EXPORT, undefined],
  ]
  test.each(cases)('to %s', async (_, first, now, lines, seconds) => {
    const { guarded, cuts, read } = watch(first, async () => now)
    read(...lines)
    await pass((seconds ?? 2_000) - 1)
    expect(cuts).toEqual([])
    await pass(62)
    if (seconds === undefined) expect(cuts).toEqual([])
    else expect(cuts).toMatchObject([{ kind: 'export', limit: seconds * 1000 }])
    guarded.end()
  })

  test('of a BuildKit before 0.12, which calls registries and directories the same', async () => {
    const { guarded, cuts, read } = watch('answers', async () => 'silent')
    read('#9 exporting content cache', '#9 preparing build cache for export 0.1s done')
    expect(guarded.exporting()).toEqual(['registry', 'local'])
    await pass(122)
    expect(cuts).toMatchObject([{ kind: 'export', limit: 60_000 }])
    guarded.end()
  })

  test('each line is a sign of life', async () => {
    const { guarded, cuts, read } = watch('answers')
    read(...SENDING)
    for (let i = 0; i < 20; i++) {
      await pass(50)
      read(`#9 writing layer sha256:${String(i).padStart(64, '0')}`)
    }
    expect(cuts).toEqual([])
    guarded.end()
  })
})

describe('after the end nothing is done', () => {
  test('with an answer that comes late', async () => {
    let answer = (_: Sign): void => {}
    const { guarded, cuts, read } = watch('answers', () => new Promise((done) => (answer = done)))
    read(...SENDING)
    await pass(61)
    expect(guarded.end()).toBeUndefined()
    answer('silent')
    await pass(10)
    expect(cuts).toEqual([])
    expect(guarded.watch.cut.aborted).toBe(false)
  })

  test('nor is anything asked', async () => {
    const { guarded, questions, read } = watch('answers')
    read(...SENDING)
    await pass(30)
    guarded.end()
    await pass(600)
    expect(questions()).toBe(0)
  })
})

test('a question that fails is no answer', async () => {
  const { guarded, cuts, read } = watch('answers', () => Promise.reject(new Error()))
  read(...SENDING)
  await pass(120)
  expect(cuts).toEqual([])
  guarded.end()
})
