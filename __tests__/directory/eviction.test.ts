import { describe, expect, test } from '@jest/globals'
import { chooseTags, type DirectoryTag, sizeOf } from '../../src/directory/eviction.ts'

const NOW = 1_800_000_000_000
const HOUR = 3_600_000
const scope = (tag: string, hours: number | undefined, ...blobs: [string, number][]): DirectoryTag => ({
  tag,
  used: hours === undefined ? undefined : NOW - hours * HOUR,
  sizes: new Map(blobs),
})
const choose = (scopes: DirectoryTag[], keep: number, maxSize?: number, justWritten: string[] = []) =>
  chooseTags(scopes, { keep: keep * HOUR, maxSize }, NOW, justWritten)

describe('by age', () => {
  test.each<[string, number | undefined, string[]]>([
    ['used now', 0, []],
    ['used within the time', 24, []],
    ['used before', 24.1, ['a']],
    ['not ours', undefined, []],
  ])('%s', (_, hours, tooOld) => {
    expect(choose([scope('a', hours)], 24)).toEqual({ tooOld, tooMuch: [] })
  })

  test('what was just written stays, whatever its time', () => {
    expect(choose([scope('a', 99)], 24, undefined, ['a'])).toEqual({ tooOld: [], tooMuch: [] })
  })
})

describe('by size', () => {
  const shared: [string, number] = ['shared', 100]
  const scopes = [
    scope('new', 1, shared, ['n', 10]),
    scope('old', 3, shared, ['o', 20]),
    scope('older', 5, shared, ['p', 30]),
  ]

  test('a blob that several need counts once', () => {
    expect(sizeOf(scopes)).toBe(160)
  })

  test.each<[number, string[]]>([
    [160, []],
    [159, ['older']],
    [130, ['older']],
    [129, ['older', 'old']],
    [1, ['older', 'old', 'new']],
  ])('at most %d bytes', (maxSize, tooMuch) => {
    expect(choose(scopes, 24, maxSize)).toEqual({ tooOld: [], tooMuch })
  })

  test('what is too old counts no more', () => {
    expect(choose(scopes, 4, 130)).toEqual({ tooOld: ['older'], tooMuch: [] })
    expect(choose(scopes, 4, 129)).toEqual({ tooOld: ['older'], tooMuch: ['old'] })
  })

  test('neither a scope just written nor a foreign tag is evicted', () => {
    const others = scope('by hand', undefined, ['h', 500])
    expect(choose([...scopes, others], 24, 1, ['old'])).toEqual({ tooOld: [], tooMuch: ['older', 'new'] })
  })
})
