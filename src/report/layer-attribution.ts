import type { Entries } from '../plan/entries.ts'
import type { Cost, Layer } from './cost.ts'
import type { Source } from './sources.ts'

/** How many of the fetched layers one source has; others may have them too. */
export type Held = { source: Source; layers: number; bytes: number }

/**
 * The sources whose manifests to read: only if layers were fetched and several sources could have provided them. A
 * manifest that this build overwrote is lost, except in a directory, where it is found by its digest.
 */
export function worthReading(
  { sources, cost }: { sources: readonly Source[]; cost: Pick<Cost, 'layers'> },
  { to }: Entries,
): Source[] {
  const found = sources.filter(({ state }) => state === 'found')
  if (found.length < 2 || cost.layers.length === 0) return []
  const written = new Set(to.flatMap(({ backend, keys }) => keys.map((key) => `${backend} ${key}`)))
  return found.filter(
    ({ manifest, backend, scope }) =>
      manifest !== '' && backend !== 'inline' && (backend === 'local' || !written.has(`${backend} ${scope}`)),
  )
}

export function countHeld(source: Source, digests: readonly string[], brought: readonly Layer[]): Held {
  const has = new Set(digests)
  const layers = brought.filter(({ digest }) => has.has(digest))
  return { source, layers: layers.length, bytes: layers.reduce((sum, { bytes }) => sum + bytes, 0) }
}
