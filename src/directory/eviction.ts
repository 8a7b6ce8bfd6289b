import type { Limits } from '../inputs/cache-inputs.ts'

/** A tag of a directory. */
export type DirectoryTag = {
  tag: string
  /** When it was last used, in milliseconds since 1970; undefined for a tag that is not the action's, which is kept. */
  used: number | undefined
  /** The size of each blob that it needs, by digest; tags may share blobs. */
  sizes: ReadonlyMap<string, number>
}

export type Eviction = { tooOld: string[]; tooMuch: string[] }

/** The tags to evict: those that have expired, then, while the total is too large, the least recently used. */
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

/** The total size of scopes, in bytes: a shared blob counts once. */
export function sizeOf(scopes: readonly DirectoryTag[]): number {
  const all = new Map(scopes.flatMap(({ sizes }) => [...sizes]))
  return [...all.values()].reduce((sum, size) => sum + size, 0)
}
