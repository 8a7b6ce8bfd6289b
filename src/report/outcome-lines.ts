import type { Entries } from '../cache/entries.ts'
import type { Outcome } from './outcome.ts'

/** What the cache did, in a few lines for the log. */
export function outcomeLines(outcome: Outcome, entries: Entries): string[] {
  return [stepsLine(outcome), ...writtenLines(outcome, entries)]
}

function stepsLine({ steps }: Outcome): string {
  if (!steps) return 'The builder keeps no record of the build (buildx 0.20 does): its steps are not counted.'
  return `${steps.cached} of ${steps.total} steps were cached (${Math.round(steps.ratio * 100)} %).`
}

function writtenLines(outcome: Outcome, entries: Entries): string[] {
  const keys = entries.to.map(({ backend, keys }) => `${backend} ${keys.join(' and ')}`).join(', ')
  return outcome.written ? [`The cache was written: ${keys}.`] : []
}

/** What went wrong with the caches, a sentence each. */
export function outcomeWarnings(outcome: Outcome): string[] {
  return outcome.failedExports.map(({ backend, why }) => `The ${backend} cache was not written: ${why}`)
}
