import { sha256 } from '../lib/sha256.ts'
import type { Fetching, PackedFile } from './archive-file.ts'

/** An archive in a store. */
export type StoredMounts = {
  /** Its scope. */
  key: string
  /** The fingerprint of its content, as computed by the helper; empty if the store does not know it. */
  fingerprint: string
  /** Downloads it: returns a build context whose folder `out` contains `archive.tar`. */
  fetch: (into: Fetching) => Promise<string>
}

/** An archive that is to be stored. */
export type Storing = {
  key: string
  fingerprint: string
  /** Exports it, in the helper's layer, to an output of buildx. */
  exportTo: (output: string) => Promise<void>
  /** Downloads it from the builder, compressed. */
  pack: () => Promise<PackedFile>
  signal: AbortSignal
}

/** A store for the archives of scopes. Its functions throw Errors for the user. */
export type MountStore = {
  /** For people, such as `registry`. */
  name: string
  /** It is GitHub's cache service, whose rules apply. */
  isOnGithub: boolean
  /** The archive of the first of these scopes that has one; undefined for none. */
  find: (keys: readonly string[], signal: AbortSignal) => Promise<StoredMounts | undefined>
  /** Replaces the scope's archive; returns its size in bytes if known. */
  save: (storing: Storing) => Promise<number | undefined>
}

/**
 * The name of a scope's archive next to its layers: no key contains `--`, and if the name would be too long for a tag,
 * a hash replaces the key, which is longer than any part of a key.
 */
export function nameOfMounts(key: string): string {
  const name = `mounts--${key}`
  return name.length <= 128 ? name : `mounts--${sha256(key)}`
}

/** Annotations of an archive in a registry: its fingerprint, and the mark that the action wrote it. */
export const MOUNTS_ANNOTATION = 'io.github.buildx-branch-cache.mounts'

/** The first of several answers, in order, that is not empty. */
export async function firstFound<T>(asked: readonly Promise<T | undefined>[]): Promise<T | undefined> {
  const settled = await Promise.allSettled(asked)
  for (const it of settled) {
    // If an earlier scope is unknown, a later one must not be used.
    if (it.status === 'rejected') throw it.reason
    if (it.value !== undefined) return it.value
  }
  return undefined
}
