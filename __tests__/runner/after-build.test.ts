import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { afterBuild } from '../../src/runner/after-build.ts'

const log: string[] = []
beforeEach(() => {
  log.length = 0
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => log.push(String(text)) > 0)
})
afterEach(() => {
  jest.restoreAllMocks()
})

test('what goes well says nothing', async () => {
  expect(await afterBuild().attempt('X failed', async () => {})).toBe(true)
  expect(log).toEqual([])
})

test.each<[string, () => Promise<void> | void, RegExp]>([
  [
    'thrown at once',
    () => {
      throw new TypeError("Cannot read properties of null (reading 'secret-value')")
    },
    /^::notice::X failed: TypeError at after-build\.test\.ts:\d+:\d+\. The build is not affected\.$/,
  ],
  [
    'thrown later',
    () => Promise.reject(new RangeError('secret-value')),
    /^::notice::X failed: RangeError at /,
  ],
  [
    'of the system',
    () => Promise.reject(Object.assign(new Error('secret-value'), { code: 'ENOSPC' })),
    /failed: ENOSPC/,
  ],
  ['no error at all', () => Promise.reject(null), /^::notice::X failed: Error\. /],
])('an error %s becomes a note without its message', async (_, work, note) => {
  expect(await afterBuild().attempt('X failed', work)).toBe(false)
  expect(log.map((it) => it.trim())).toEqual([expect.stringMatching(note)])
  expect(log.join()).not.toContain('secret-value')
})

test('all of it together has an end', async () => {
  const { attempt, left } = afterBuild(40)
  const forever = (): Promise<void> => new Promise(() => {})
  expect(await attempt('X failed', forever)).toBe(false)
  expect(await attempt('Y failed', forever)).toBe(false)
  expect(log.map((it) => it.trim())).toEqual([
    '::notice::X failed: it took too long. The build is not affected.',
    '::notice::Y failed: it took too long. The build is not affected.',
  ])
  expect(left()).toBe(0)
})

describe('work that can be stopped gets a signal in time', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  test('so that what follows has the rest', async () => {
    const { attempt, left, until } = afterBuild(300_000)
    const stop = until(60_000)
    const working = attempt(
      'X failed',
      () => new Promise<void>((done) => stop.addEventListener('abort', () => done())),
    )
    await jest.advanceTimersByTimeAsync(239_999)
    expect(stop.aborted).toBe(false)
    await jest.advanceTimersByTimeAsync(1)
    expect(await working).toBe(true)
    expect(left()).toBe(60_000)
    expect((stop.reason as Error).message).toBe('it took too long')
  })

  test('at once, where no more than that is left', async () => {
    const stop = afterBuild(1_000).until(60_000)
    await jest.advanceTimersByTimeAsync(0)
    expect(stop.aborted).toBe(true)
  })
})
