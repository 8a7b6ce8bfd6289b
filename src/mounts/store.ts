import { sha256 } from '../lib/sha256.ts'
import type { PackedFile } from './archive-file.ts'

/** An archive that a store has. */
export type StoredMounts = {
  /** The scope that it is of. */
  key: string
  /** Of what is in it, as the helper counts it; empty where the store does not tell. */
  fingerprint: string
  /** Brings it: the context of a build whose folder `out` holds `archive.tar`. */
  fetch: (into: Fetching) => Promise<string>
}

/** Where and how an archive is brought: a folder of our own, the most bytes that it may unpack to, until when. */
export type Fetching = { directory: string; most: number; signal: AbortSignal }

/** An archive that is to be stored. */
export type Storing = {
  key: string
  fingerprint: string
  /** Sends it, in the helper's layer, to an output of buildx. */
  exportTo: (output: string) => Promise<void>
  /** Brings it here, compressed. */
  pack: () => Promise<PackedFile>
  signal: AbortSignal
}

/** A place for the archives of scopes. Its calls throw an Error in words. */
export type MountStore = {
  /** For people, such as `registry`. */
  name: string
  /** GitHub's cache service has it: its rules hold for it. */
  isOnGithub: boolean
  /** The archive of the first of these scopes that has one, undefined for none. */
  find: (keys: readonly string[], signal: AbortSignal) => Promise<StoredMounts | undefined>
  /** Puts an archive in the place of the scope's earlier one; its size in bytes where that is known. */
  save: (storing: Storing) => Promise<number | undefined>
}

/**
 * How the archive of a scope is called beside its layers: no key has two `-` in a row, and where the name would be
 * longer than what a tag may be, the key's hash takes its place, which is longer than any part of a key.
 */
export function nameOfMounts(key: string): string {
  const name = `mounts--${key}`
  return name.length <= 128 ? name : `mounts--${sha256(key)}`
}

/** Of an archive in a registry: what is in it, and that it is one of ours. */
export const MOUNTS_ANNOTATION = 'io.github.buildx-branch-cache.mounts'

/** The first of several answers, in their order, that is one. */
export async function firstFound<T>(asked: readonly Promise<T | undefined>[]): Promise<T | undefined> {
  const settled = await Promise.allSettled(asked)
  for (const it of settled) {
    // What cannot be told of a scope that comes first, is not had from one that comes later.
    if (it.status === 'rejected') throw it.reason
    if (it.value !== undefined) return it.value
  }
  return undefined
}
