import { expect, test } from '@jest/globals'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { cleanOutputs, cleanSummary, deletionLines, formatAge } from '../../src/clean/report.ts'
import type { Row, Survey } from '../../src/clean/survey.ts'

const row = (more: Partial<Row> = {}): Row => ({
  scope: 'gone',
  branch: 'gone',
  store: 'gha',
  written: 0,
  size: 1_500_000,
  fate: 'dead',
  why: 'its branch is gone',
  ...more,
})
const survey = (rows: Row[], more: Partial<Survey> = {}): Survey => ({
  store: 'gha',
  rows,
  foreign: 0,
  notes: [],
  bytes: 0,
  remove: async () => [],
  ...more,
})
const DAY = 86_400_000
const cleaned = (rows: Row[], deleted = rows) => ({
  surveys: [survey(rows)],
  deleted,
  freed: 1_500_000,
  dryRun: false,
  troubles: [],
  now: 30 * DAY,
})

test.each([
  [undefined, ''],
  [Number.NEGATIVE_INFINITY, ''],
  [30 * DAY, '0 min'],
  [30 * DAY - 59 * 60_000, '59 min'],
  [29 * DAY, '24 h'],
  [28 * DAY, '2 d'],
])('written at %p: %j', (written, age) => {
  expect(formatAge(written, 30 * DAY)).toBe(age)
})

test('the log says what goes, one line each, and counts what stays', () => {
  const kept = row({ scope: 'main', fate: 'kept', why: 'its branch exists' })
  const nothingKnown = row({ scope: 'x', branch: '', written: undefined, size: undefined })
  const lines = deletionLines(
    survey([row(), nothingKnown, kept, kept], { foreign: 1, notes: ['a note'] }),
    30 * DAY,
  )
  expect(lines).toEqual([
    'delete gone (gone, 30 d old, 1.5 MB, its branch is gone)',
    'delete x (its branch is gone)',
    'keep   2: its branch exists',
    'ignore 1 other object that is not a cache of this repository',
    'note   a note',
  ])
})

test('no name breaks out of the table', () => {
  const names = ['a|b', 'a`b', '<img src=x>', '@all', '[x](http://y)', 'a\nb']
  const text = cleanSummary(cleaned(names.map((branch) => row({ branch }))))
  const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
  const rows = [...html.matchAll(/<tr>.*?<\/tr>/gs)].slice(1).map(([it]) => it)
  expect(rows).toHaveLength(names.length)
  for (const it of rows) expect(it.match(/<td/g)).toHaveLength(6)
  expect(html.replace(/<code>.*?<\/code>/gs, '')).not.toMatch(/<img|@all|<a /)
})

test('what could not be deleted is in the table as such', () => {
  expect(cleanSummary(cleaned([row()], []))).toContain('| not deleted: its branch is gone |')
})

test('of tens of thousands the table and the output are cut, each whole', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => row({ scope: `gone-${i}` }))
  const text = cleanSummary(cleaned(rows))
  expect(Buffer.byteLength(text)).toBeLessThan(1_000_000)
  expect(text).toMatch(/^\d+ more rows omitted\.$/m)
  const [[, list] = []] = cleanOutputs(cleaned(rows))
  expect(JSON.parse(list ?? '').length).toBeGreaterThan(1000)
  expect(list?.length).toBeLessThan(1_000_000)
})
