import { expect, test } from '@jest/globals'
import { judgeOutcome } from '../../src/report/outcome.ts'
import { outcomeLines, outcomeWarnings } from '../../src/report/outcome-lines.ts'
import { aboutOf, readRecorded } from './recorded.ts'

function linesOf(name: string, notWritten: string[] = []) {
  const { record, imports } = readRecorded(name)
  const outcome = judgeOutcome({ records: [record], imports }, aboutOf(name))
  return { ...outcomeLines(outcome, notWritten, 'Dockerfile'), warnings: outcomeWarnings(outcome) }
}

test('a build that did not start has no line about records', () => {
  const outcome = judgeOutcome('the build did not start', aboutOf('cold'))
  expect(outcomeLines(outcome, [], 'Dockerfile')).toEqual({
    title: 'Cache: the build did not start',
    lines: [],
  })
})

test('a branch that takes all from main', () => {
  const { title, lines } = linesOf('registry-found')
  expect(title).toBe('Cache: 7 of 7 steps cached')
  expect(lines).toEqual([
    'steps       They came from main (own).',
    'read        registry feature (own): not there yet',
    'read        registry main (own): found',
    expect.stringMatching(/^write {7}registry feature: written in 0\.\d s$/),
  ])
})

test('a branch that changed something: what, where, and what ran again', () => {
  expect(linesOf('registry-partly').lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(
        /^not cached {2}Dockerfile:7 COPY source \/app\/: it was not found in the caches: it ran, and so did the 3 steps made from it, [\d.]+ s\. Possible causes: the files that it copies, the Dockerfile up to this line or BuildKit lost it among the caches that it read$/,
      ),
      expect.stringMatching(/^steps {7}Downloaded \d layers \(\d+ B, base images included\) in \d/),
    ]),
  )
})

test('a store that is gone', () => {
  const { lines, warnings } = linesOf('registry-down')
  expect(lines).toEqual([
    'read        registry main (own): failed: connection refused',
    'write       registry main: not written: connection refused',
  ])
  expect(warnings).toEqual([
    expect.stringMatching(/^The registry cache was not written: .*connection refused$/),
  ])
})

test('why nothing is written', () => {
  expect(linesOf('cold', ['nothing on gha: the token']).lines).toContain(
    'write       nothing on gha: the token',
  )
})

test('a build of which there is no record', () => {
  const outcome = judgeOutcome('the builder keeps no record of its builds', aboutOf('cold'))
  expect(outcomeLines(outcome, [], 'Dockerfile')).toEqual({
    title: 'Cache: what was cached is not known',
    lines: ['note        the builder keeps no record of its builds'],
  })
})

test('ten lines or so, whatever the build', () => {
  for (const name of ['many', 'two-misses', 'registry-partly', 'registry-two-exports', 'markup']) {
    expect(linesOf(name).lines.length).toBeLessThanOrEqual(12)
  }
})

test('whose cache could not be read, where steps ran', () => {
  const lines = (name: string, unreadable: string[]) => {
    const { record, imports } = readRecorded(name)
    const outcome = judgeOutcome({ records: [record], imports }, { ...aboutOf(name), unreadable })
    return outcomeLines(outcome, [], 'Dockerfile').lines.join('\n')
  }
  const said =
    'GitHub does not let this run read the cache of feature/x: steps that only that cache has ran again.'
  expect(lines('registry-partly', ['feature/x'])).toContain(said)
  expect(lines('registry-found', ['feature/x'])).not.toContain('GitHub')
  expect(lines('registry-partly', [])).not.toContain('GitHub')
})

test('an export that was cut off with the build is no warning of its own', () => {
  const outcome = judgeOutcome('no record', aboutOf('cold'))
  const of = (why: string) => ({
    backend: 'registry',
    keys: ['main'],
    isCertain: true,
    state: 'failed' as const,
    why,
    isLost: false,
    seconds: 0,
    preparing: 0,
    tellsSending: false,
    fetched: 0,
  })
  const warnings = (why: string) => outcomeWarnings({ ...outcome, exports: [of(why)] })
  expect(warnings('context canceled')).toEqual([])
  expect(warnings('denied')).toEqual(['The registry cache was not written: denied'])
})

test('two exports that nothing tells apart are listed once', () => {
  const writes = linesOf('registry-two-exports').lines.filter((it) => it.startsWith('write'))
  expect(writes).toEqual([expect.stringMatching(/^write {7}registry \S+ and \S+: written in [\d.]+ s$/)])
})

test('a store that is gone, in a run that does not write: one warning', () => {
  const { record, imports } = readRecorded('registry-down')
  const outcome = judgeOutcome({ records: [record], imports }, aboutOf('registry-down'))
  const warningsOf = (sources: typeof outcome.sources): string[] =>
    outcomeWarnings({ ...outcome, sources, exports: [] })
  expect(warningsOf([...outcome.sources, ...outcome.sources])).toEqual([
    'The registry cache was not read: connection refused',
  ])
  expect(warningsOf(outcome.sources.map((it) => ({ ...it, state: 'missing' })))).toEqual([])
  expect(warningsOf(outcome.sources.map((it) => ({ ...it, role: 'yours' })))).toEqual([])
})

test('an export is warned about once, and not if the build was interrupted', () => {
  const { record, imports } = readRecorded('registry-down')
  const outcome = judgeOutcome({ records: [record], imports }, aboutOf('registry-down'))
  const { exports } = outcome
  expect(exports).toHaveLength(1)
  expect(outcomeWarnings({ ...outcome, exports: [...exports, ...exports] })).toHaveLength(1)
  const cut = exports.map((it) => ({ ...it, why: 'context canceled' }))
  expect(outcomeWarnings({ ...outcome, sources: [], exports: cut })).toEqual([])
})
