import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
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
