import type { Build } from '../buildx/build.ts'
import type { Entries } from '../cache/entries.ts'
import { cacheHit, type Outcome } from './outcome.ts'

/** Outputs of the action: name and value. */
export type Outputs = [name: string, value: string][]

/** What is known before the build. */
export function planOutputs(entries: Entries): Outputs {
  return [
    ['cache-from', entries.from.map(({ shown }) => shown).join('\n')],
    ['cache-to', entries.to.map(({ shown }) => shown).join('\n')],
    ['cache-scope', entries.ownKey],
    ['cache-written', 'false'],
  ]
}

/** What the build came to; what is not known is left out. */
export function buildOutputs({ results }: Build, outcome: Outcome, hasCache: boolean): Outputs {
  const { imageId, digest, metadata } = results
  const { steps } = outcome
  const outputs: Outputs = [
    ['imageid', imageId],
    ['digest', digest],
    ['metadata', metadata ? JSON.stringify(metadata, null, 2) : ''],
    ['steps-total', steps ? String(steps.total) : ''],
    ['steps-cached', steps ? String(steps.cached) : ''],
    ['cache-hit-ratio', steps ? steps.ratio.toFixed(2) : ''],
    ['cache-hit', cacheHit(outcome, hasCache)],
    ['cache-written', String(outcome.written)],
  ]
  return outputs.filter(([, value]) => value !== '')
}
