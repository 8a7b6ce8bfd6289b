import type { Entries } from '../cache/entries.ts'
import { findExports } from './exports.ts'
import { parseRecord } from './record.ts'
import { countSteps, findSteps } from './steps.ts'

/** What the cache did in one build. */
export type Outcome = {
  steps: { total: number; cached: number; ratio: number } | undefined
  /** True: every planned export succeeded, and there was one. */
  written: boolean
  failedExports: { backend: string; why: string }[]
}

/** The record of a build (undefined where it cannot be had) and what was planned -> what came of it. */
export function judge(record: string | undefined, entries: Entries): Outcome {
  if (record === undefined) return { steps: undefined, written: false, failedExports: [] }
  const vertices = parseRecord(record)
  const planned = entries.to.map((entry) => entry.backend)
  const found = findExports(vertices)
  // Every image has an export; it is a cache's only where one was planned.
  const failed = found.failed.filter(({ backend }) => backend !== 'inline' || planned.includes('inline'))
  const all = planned.every((type) => count(found.written, type) >= count(planned, type))
  return {
    steps: countSteps(findSteps(vertices)),
    written: planned.length > 0 && all && failed.length === 0,
    failedExports: failed,
  }
}

function count(list: readonly string[], item: string): number {
  return list.filter((it) => it === item).length
}

/** `true`, `partial` or `false`; empty where there was no cache or nothing is known. */
export function cacheHit(outcome: Outcome, hasCache: boolean): string {
  if (!hasCache || !outcome.steps) return ''
  if (outcome.steps.cached === outcome.steps.total) return 'true'
  return outcome.steps.cached > 0 ? 'partial' : 'false'
}
