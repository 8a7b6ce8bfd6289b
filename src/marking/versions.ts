import type { Builder } from '../buildx/builder.ts'

/**
 * The BuildKits whose caches are marked: each has passed `script/prove caches` and `script/prove lost-steps`, or has the
 * same files in the packages `solver` and `cache` as one that has (docs/versions.md). A version that looked at a record's
 * digest would take a marked cache for none at all, so one that was not tried writes as it always does. One from before
 * 0.25 has no need of it.
 */
export const PROVEN: Readonly<Record<string, readonly string[]>> = {
  'v0.32.2': ['v0.32.0', 'v0.32.1'],
  'v0.33.1': [],
  'v0.34.2': ['v0.34.0', 'v0.34.1'],
}

const MARKED = Object.entries(PROVEN).flat(2)

/** Whether all nodes of a builder are of versions that marked caches were proven on. */
export function canMark({ buildkits }: Pick<Builder, 'buildkits'>): boolean {
  return buildkits.length > 0 && buildkits.every((version) => MARKED.includes(version))
}
