import type { Trace } from './trace.ts'

/**
 * The steps of a run that BuildKit (0.25 to 0.34) may run though a cache has them: of two caches that both hold a
 * COPY, of the checkout or (more seldom) --from a stage, it goes on in one alone, by chance, and loses sight of what
 * only the other has after it (solver/combinedcache.go, Query). `steps`: what identifies each step; `caches`: what each cache that was found holds.
 */
export function lostByChance(
  { steps: all }: Trace,
  steps: readonly (string | undefined)[],
  caches: readonly Set<string>[],
): boolean[] {
  // For each stage, the caches that BuildKit may have settled on, or undefined where it sees them all.
  const settled = new Map<string, Set<string>[]>()
  const lost = new Map<string, boolean>()
  return all.map(({ stage, input, from }, i) => {
    const id = steps[i]
    const having = id === undefined ? [] : caches.filter((cache) => cache.has(id))
    const among = settled.get(stage)
    const canBeLost = having.length > 0 && among?.some((cache) => !having.includes(cache)) === true
    if ((input ?? from) !== undefined && having.length > 1) settled.set(stage, having)
    if (canBeLost || (from !== undefined && lost.get(from) === true)) lost.set(stage, true)
    return lost.get(stage) === true && having.length > 0
  })
}
