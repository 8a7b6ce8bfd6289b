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

/** What the build itself came to, as upstream; what is not known is left out. */
export function resultOutputs({ imageId, digest, metadata }: Build['results']): Outputs {
  return known([
    ['imageid', imageId],
    ['digest', digest],
    ['metadata', metadata ? JSON.stringify(metadata, null, 2) : ''],
  ])
}

/** What the cache did in it; what is not known is left out. */
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

/** Two decimals; 1.00 only where it is all, 0.00 only where it is nothing. */
function ratioText(ratio: number): string {
  const between = Math.min(0.99, Math.max(0.01, ratio))
  return (ratio <= 0 || ratio >= 1 ? ratio : between).toFixed(2)
}

/** One object a source; texts are empty where nothing is known, `why` where nothing failed (docs/report.md). */
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
