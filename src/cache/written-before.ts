/** What a step of this job wrote: the places, and of what build. */
export type Written = { places: string[]; image: string }

/** What of a build makes its cache another's, in words. */
export function describeImage({
  context,
  file,
  target,
}: {
  context: string
  file: string
  target: string
}): string {
  const parts = [
    `context ${context === '' ? '(default)' : context}`,
    file && `file ${file}`,
    target && `target ${target}`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/**
 * What this step will write that an earlier step of the job wrote too: a warning where that was another build,
 * since the earlier cache is then lost; a line where it was the same (load, test, push).
 */
export function writtenBefore(
  earlier: readonly Written[],
  now: Written,
): { warnings: string[]; lines: string[] } {
  const [warnings, lines]: [string[], string[]] = [[], []]
  for (const place of now.places) {
    const before = earlier.findLast(({ places }) => places.includes(place))
    if (!before) continue
    if (before.image === now.image) lines.push(`the same build wrote ${place} before in this job`)
    else {
      warnings.push(
        `Two builds of this job write one cache, ${place}, and the last one stays: first ${before.image}, ` +
          `now ${now.image}. Give each its own cache-name.`,
      )
    }
  }
  return { warnings, lines }
}
