import type { Builder } from '../buildx/builder.ts'

/**
 * The BuildKits whose caches are marked: each has passed `script/prove caches` and `script/prove lost-steps`, or has
 * the same files in the packages `solver` and `cache` as one that has (docs/versions.md). A version that parsed a
 * record's digest would reject a marked cache completely, so with an untested version caches are not marked. Versions
 * before 0.25 do not need it.
 */
export const PROVEN: Readonly<Record<string, readonly string[]>> = {
  'v0.32.2': ['v0.32.0', 'v0.32.1'],
  'v0.33.1': [],
  'v0.34.2': ['v0.34.0', 'v0.34.1'],
}

const MARKED = Object.entries(PROVEN).flat(2)

/** Whether all nodes of a builder have versions that were tested with marked caches. */
export function canMark({ buildkits }: Pick<Builder, 'buildkits'>): boolean {
  return buildkits.length > 0 && buildkits.every((version) => MARKED.includes(version))
}
