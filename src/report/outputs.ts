import type { Build } from '../buildx/build.ts'
import { commandOrder } from '../plan/command-order.ts'
import { type Entries, shownFlag } from '../plan/entries.ts'
import { cacheHit, type Outcome } from './outcome.ts'

/** Outputs of the action: name and value. */
export type Outputs = [name: string, value: string][]

/** What is known before the build. */
export function planOutputs(entries: Entries): Outputs {
  return [
    ['cache-from', commandOrder(entries.from).map(shownFlag).join('\n')],
    ['cache-to', entries.to.map(shownFlag).join('\n')],
    ['cache-scope', entries.ownKey],
    ['cache-written', 'false'],
  ]
}

/** The results of the build itself, as upstream; unknown ones are omitted. */
export function resultOutputs({ imageId, digest, metadata }: Build['results']): Outputs {
  return known([
    ['imageid', imageId],
    ['digest', digest],
    ['metadata', metadata ? JSON.stringify(metadata, null, 2) : ''],
  ])
}

/** The results of the cache; unknown ones are omitted. */
export function cacheOutputs(outcome: Outcome, hasCache: boolean): Outputs {
  const { count } = outcome
  return known([
    ['steps-total', count ? String(count.total) : ''],
    ['steps-cached', count ? String(count.cached) : ''],
    ['cache-hit-ratio', count ? ratioText(count.ratio) : ''],
    ['cache-hit', cacheHit(outcome, hasCache)],
    ['cache-sources', hasCache && count ? sourcesOutput(outcome) : ''],
    ['cache-written', String(outcome.written)],
  ])
}

function known(outputs: Outputs): Outputs {
  return outputs.filter(([, value]) => value !== '')
}

/** Two decimals; 1.00 only for exactly 1, 0.00 only for exactly 0. */
function ratioText(ratio: number): string {
  const between = Math.min(0.99, Math.max(0.01, ratio))
  return (ratio <= 0 || ratio >= 1 ? ratio : between).toFixed(2)
}

/** One object per source; texts are empty if unknown, `why` if nothing failed (docs/report.md). */
function sourcesOutput({ sources }: Outcome): string {
  return JSON.stringify(
    sources.map(({ backend, scope, role, branch, isCommon, state, why }) => ({
      backend,
      scope,
      role,
      branch,
      common: isCommon,
      state,
      why,
    })),
  )
}
