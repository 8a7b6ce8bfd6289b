import { type CacheConfig, identifyRecords } from './config.ts'

/**
 * The steps of one cache that another one has too: indexes in `records` of `own`, for the records with a result whose
 * identity, all the way down, also has a result in the other. Both configs as BuildKit wrote them (mark.ts,
 * readConfig). A step that ran although another imported cache has it was lost by BuildKit between the two.
 */
export function heldIn(own: CacheConfig, other: CacheConfig): number[] {
  const hasResult = (record: Record<string, unknown>): boolean =>
    [record.layers, record.chains].some((it) => Array.isArray(it) && it.length > 0)
  const withResults = ({ records = [] }: CacheConfig): [number, string][] => {
    const identities = identifyRecords(records) ?? []
    return records.flatMap((record, i) => (hasResult(record) ? [[i, identities[i] ?? '']] : []))
  }
  const there = new Set(withResults(other).map(([, identity]) => identity))
  return withResults(own).flatMap(([i, identity]) => (identity !== '' && there.has(identity) ? [i] : []))
}
