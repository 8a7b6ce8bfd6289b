import { type CacheConfig, resultsMade } from '../marking/config.ts'
import { heldIn } from '../marking/held.ts'
import type { Entries, Entry } from '../plan/entries.ts'
import type { Missed } from './advice.ts'
import type { Outcome } from './outcome.ts'
import type { Source } from './sources.ts'
import type { Step } from './steps.ts'

/** The manifests of what this build wrote and of the caches that it read: references in registries, or files. */
export type Compared = { own: string; others: { source: Source; reference: string }[] }

/**
 * The manifests whose configs can show whether BuildKit lost a step among several caches: the one this build has just
 * written, which lists the steps that ran, and those it read. A directory still has the manifests that this build
 * replaced; for a registry `overwritten` has their digest references. Undefined if no step was missed, if none can have
 * been lost, or if there is nothing to compare. `written`: the file of the manifest that was written into a directory,
 * or empty.
 */
export function worthComparing(
  { advice, sources, exports }: Outcome,
  { to }: Pick<Entries, 'to'>,
  { written, overwritten }: { written: string; overwritten: ReadonlyMap<string, string> },
): Compared | undefined {
  const found = sources.filter(({ state }) => state === 'found')
  if (found.length < 2 || !advice.missed.some(({ loadError }) => loadError === '')) return undefined
  const isWritten = ({ backend, keys }: Entry): boolean =>
    exports.some((it) => it.backend === backend && it.state === 'written' && it.keys.includes(keys[0] ?? ''))
  const registries = to.filter(({ backend }) => backend === 'registry')
  const refs = registries.map(({ attributes }) => attributes.ref ?? '')
  const inDirectory = to.some((it) => it.backend === 'local' && isWritten(it)) ? written : ''
  const own = inDirectory || (refs[registries.findIndex(isWritten)] ?? '')
  const others = found.flatMap((source) => {
    if (source.backend !== 'registry' && source.backend !== 'local') return []
    const ref = source.backend === 'registry' && source.role === 'yours' ? source.scope : source.manifest
    const reference = refs.includes(ref) ? overwritten.get(ref) : ref
    return !reference || reference === own ? [] : [{ source, reference }]
  })
  return own === '' || others.length === 0 ? undefined : { own, others }
}

/**
 * The missed steps with the cache that has them. A record says when its result was created: if this build created it,
 * and another cache has an older one, the step ran although that cache has it. BuildKit stores a result right after its
 * step has ended (solver/edge.go, execOp), which identifies the step; if two ended at the same time, neither is
 * reported. Both configs as BuildKit wrote them.
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
    // A cache written in between did not have it yet.
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

/**
 * In milliseconds: a result is stored at most this long after its step; two steps must end further apart to be
 * distinguished.
 */
const SOON = 500
const APART = 2

/** The step whose result was created at a time, if certain. */
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
