import { expect, test } from '@jest/globals'
import { describeImage, writtenBefore } from '../../src/cache/written-before.ts'

const api = { places: ['registry r.io/cache main'], image: 'context ./api' }

test('what nobody wrote before is nothing to speak of', () => {
  expect(writtenBefore([], api)).toEqual({ warnings: [], lines: [] })
  expect(writtenBefore([{ ...api, places: ['registry r.io/cache dev'] }], api)).toEqual({
    warnings: [],
    lines: [],
  })
})

test('the same build again (load, test, push) is a line', () => {
  expect(writtenBefore([api], api)).toEqual({
    warnings: [],
    lines: ['the same build wrote registry r.io/cache main before in this job'],
  })
})

test('another build is a warning that names both', () => {
  const { warnings, lines } = writtenBefore([api], { ...api, image: 'context ./web' })
  expect(lines).toEqual([])
  expect(warnings).toEqual([
    'Two builds of this job write one cache, registry r.io/cache main, and the last one stays: first context ./api, ' +
      'now context ./web. Give each its own cache-name.',
  ])
})

test.each([
  [{ context: '', file: '', target: '' }, 'context (default)'],
  [{ context: '.', file: 'a/Dockerfile', target: 'prod' }, 'context ., file a/Dockerfile, target prod'],
])('%j', (image, words) => {
  expect(describeImage(image)).toBe(words)
})
