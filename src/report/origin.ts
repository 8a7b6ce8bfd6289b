import type { Source } from './sources.ts'
import type { Step } from './steps.ts'

/** Where the cached steps came from, as far as it is certain. */
export type Origin = {
  steps: number
  /** The sources that they can have come from: one alone is certain. */
  sources: Source[]
  /** True: the builder may have kept some of them itself. */
  maybeBuilder: boolean
}

/**
 * A cached step comes from the builder or from what was imported. Only of a builder that was empty before is it
 * certain that all were imported, and of one source alone that it was this one: BuildKit merges them all.
 */
export function findOrigin(
  steps: readonly Step[],
  sources: readonly Source[],
  builderWasEmpty: boolean,
): { origin: Origin; sources: Source[] } {
  const cached = steps.filter((step) => step.cached).length
  const could = sources.filter(({ state }) => state === 'found' || state === 'read')
  const only = cached > 0 && builderWasEmpty && could.length === 1 ? could[0] : undefined
  // What was only said to be read has been there, if all this came from it.
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
