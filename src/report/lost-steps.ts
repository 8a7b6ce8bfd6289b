import { type CacheConfig, resultsMade } from '../marking/config.ts'
import { heldIn } from '../marking/held.ts'
import type { Entries } from '../plan/entries.ts'
import { parseEntry } from '../plan/entry-fields.ts'
import type { Missed } from './advice.ts'
import type { Outcome } from './outcome.ts'
import type { Source } from './sources.ts'
import type { Step } from './steps.ts'

/** What this build wrote, and the caches that it read, by their references in registries. */
export type Compared = { own: string; others: { source: Source; reference: string }[] }

/**
 * The configs that can tell whether BuildKit lost a step among several caches: the one that this build has just
 * written, which names the steps that ran, and those that it read and did not write. Undefined where no step was
 * missed, where it cannot have been lost, or where no registry has both.
 */
export function worthComparing(
  { advice, sources, exports }: Outcome,
  { to }: Pick<Entries, 'to'>,
): Compared | undefined {
  const found = sources.filter(({ state }) => state === 'found')
  if (found.length < 2 || !advice.missed.some(({ loadError }) => loadError === '')) return undefined
  const registries = to.filter(({ backend }) => backend === 'registry')
  const refs = registries.map(({ csv }) => parseEntry(csv).attributes.ref ?? '')
  const at = registries.findIndex(({ keys }) =>
    exports.some(
      (it) => it.backend === 'registry' && it.state === 'written' && it.keys.includes(keys[0] ?? ''),
    ),
  )
  const own = refs[at] ?? ''
  const others = found.flatMap((source) => {
    if (source.backend !== 'registry') return []
    const reference = source.role === 'yours' ? source.scope : source.manifest
    return reference === '' || refs.includes(reference) ? [] : [{ source, reference }]
  })
  return own === '' || others.length === 0 ? undefined : { own, others }
}

/**
 * The missed steps with the cache that holds them all the same. A record says when its result was made: one that was
 * made in this build, and before it in another cache, belongs to a step that ran although that cache has it. BuildKit
 * stores a result right after its step has ended (solver/edge.go, execOp), which tells the step; where two ended at
 * once nothing is said. Both configs as BuildKit wrote them.
 */
export function withLost(
  missed: readonly Missed[],
  steps: readonly Step[],
  own: CacheConfig,
  others: readonly { source: Source; config: CacheConfig }[],
): Missed[] {
  const began = Math.min(...steps.map((step) => step.began))
  const made = resultsMade(own)
  const lostBy = new Map<string, Source>()
  for (const { source, config } of others) {
    // One that was written meanwhile did not have it yet.
    const before = { ...config, records: keepResultsBefore(config, began) }
    for (const i of heldIn(own, before)) {
      const step = endedAt(Math.min(...(made[i] ?? [])), began, steps)
      const key = step && keyOf(step)
      if (key !== undefined && !lostBy.has(key)) lostBy.set(key, source)
    }
  }
  return missed.map((it) => {
    const source = it.loadError === '' && it.platforms.length < 2 ? lostBy.get(keyOf(it)) : undefined
    return source ? { ...it, heldBy: source } : it
  })
}

/** In milliseconds: how long after its step a result is stored at most, and how far apart two steps are told. */
const SOON = 500
const APART = 2

/** The step whose result was made at a time, where that is certain. */
function endedAt(time: number, began: number, steps: readonly Step[]): Step | undefined {
  if (!(time >= began)) return undefined
  const ended = steps
    .filter(({ state }) => state === 'ran')
    .map((step) => ({ step, late: time - Math.max(...step.times.map(([, end]) => end)) }))
    .filter(({ late }) => late >= -APART && late <= SOON)
    .sort((a, b) => a.late - b.late)
  const [first, second] = ended
  return first && (!second || second.late - first.late > APART) ? first.step : undefined
}

function keepResultsBefore(config: CacheConfig, time: number): NonNullable<CacheConfig['records']> {
  const made = resultsMade(config)
  return (config.records ?? []).map((record, i) => {
    const { layers: _, chains: __, ...bare } = record
    return made[i]?.some((it) => it < time) ? record : bare
  })
}

function keyOf({ stage, instruction }: { stage: string; instruction: string }): string {
  return JSON.stringify([stage, instruction])
}
