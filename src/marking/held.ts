import { type CacheConfig, identifyRecords } from './config.ts'

/**
 * The steps of one cache that another one holds too: of the records that have a result, those of the same identity all
 * the way down that have one there, as they stand in `records` of `own`. Both as BuildKit wrote them (mark.ts,
 * readConfig). A step that ran although another cache that was read holds it was lost by BuildKit between the two.
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
