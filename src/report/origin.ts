import type { Source } from './sources.ts'
import type { Step } from './steps.ts'

/** Where the cached steps came from, as far as is certain. */
export type Origin = {
  steps: number
  /** The possible sources: certain if there is only one. */
  sources: Source[]
  /** True: the builder may have kept some of them itself. */
  maybeBuilder: boolean
}

/**
 * A cached step comes from the builder or from an import. It is certain that all were imported only if the builder was
 * empty before, and from which source only if there was one, since BuildKit merges all caches.
 */
export function findOrigin(
  steps: readonly Step[],
  sources: readonly Source[],
  builderWasEmpty: boolean,
): { origin: Origin; sources: Source[] } {
  const cached = steps.filter((step) => step.cached).length
  const could = sources.filter(({ state }) => state === 'found' || state === 'read')
  const only = cached > 0 && builderWasEmpty && could.length === 1 ? could[0] : undefined
  // If all cached steps came from this source, it existed.
  const judged = sources.map((source) => (source === only ? { ...source, state: 'found' as const } : source))
  return {
    origin: {
      steps: cached,
      sources: cached === 0 ? [] : judged.filter((_, i) => could.includes(sources[i] as Source)),
      maybeBuilder: cached > 0 && !builderWasEmpty,
    },
    sources: judged,
  }
}
