import type { Limits } from '../inputs/cache-inputs.ts'

/** A tag of a directory. */
export type DirectoryTag = {
  tag: string
  /** When it was last used, in milliseconds since 1970; undefined for one that is not ours, which stays. */
  used: number | undefined
  /** Bytes of each blob that it needs, by digest; others may need it too. */
  sizes: ReadonlyMap<string, number>
}

export type Eviction = { tooOld: string[]; tooMuch: string[] }

/** The tags that have to go: those that nobody used for long, then, as long as all are too large, the oldest. */
export function chooseTags(
  scopes: readonly DirectoryTag[],
  { keep, maxSize }: Limits,
  now: number,
  justWritten: readonly string[],
): Eviction {
  const free = scopes
    .filter(
      (it): it is DirectoryTag & { used: number } => it.used !== undefined && !justWritten.includes(it.tag),
    )
    .sort((a, b) => a.used - b.used)
  const tooOld = free.filter(({ used }) => used < now - keep).map(({ tag }) => tag)
  const left = (gone: readonly string[]): DirectoryTag[] => scopes.filter(({ tag }) => !gone.includes(tag))
  const tooMuch: string[] = []
  for (const { tag } of free) {
    if (maxSize === undefined || sizeOf(left([...tooOld, ...tooMuch])) <= maxSize) break
    if (!tooOld.includes(tag)) tooMuch.push(tag)
  }
  return { tooOld, tooMuch }
}

/** What scopes need together, in bytes: a blob that several need counts once. */
export function sizeOf(scopes: readonly DirectoryTag[]): number {
  const all = new Map(scopes.flatMap(({ sizes }) => [...sizes]))
  return [...all.values()].reduce((sum, size) => sum + size, 0)
}
