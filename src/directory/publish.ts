import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyShared, linkShared } from '../lib/shared-files.ts'
import { shareExportLock } from './export-lock.ts'
import { touch } from './last-used.ts'
import {
  blobExists,
  blobFile,
  type Descriptor,
  isDescriptor,
  isOurKind,
  needsOf,
  readIndex,
  tagged,
  tagOf,
  writeIndex,
} from './layout.ts'
import { type Release, takeLock } from './lock.ts'
import { checkFolders, placesIn } from './paths.ts'
import type { View } from './view.ts'

const WAIT = 60_000
const WAIT_FOR_RESET = 5_000

/**
 * Puts a manifest of a view into its directory, with all it needs, under each of the tags; throws an Error in
 * words. Blobs come first and the index last, in one step: killed or stopped anywhere, it leaves the directory as it
 * was, with blobs that the next sweep takes away. `record`: that of the scopes, for their notes. `stop` takes effect
 * between blobs and while one is copied; its reason is thrown.
 */
export async function publish(
  view: View,
  manifest: Descriptor,
  tags: readonly string[],
  { record, stop }: { record?: string | undefined; stop?: AbortSignal } = {},
): Promise<void> {
  const { directory, path } = view
  const { sizes, isWhole, unknown } = needsOf(path, manifest)
  if (unknown !== undefined || ![...sizes.keys()].every(isOurKind)) {
    throw new Error(`the exported cache has an unknown format: ${unknown ?? 'a digest of another kind'}`)
  }
  checkFolders(directory)
  const lacking = [...sizes].filter(([digest, size]) => !blobExists(directory, digest, size))
  // What takes long is done before the lock is taken.
  const ready = new Map<string, string>()
  for (const [digest] of isWhole ? lacking : []) ready.set(digest, await readyBlob(path, digest, stop))
  const places = placesIn(directory)
  const unlock = await takeLock(places.lock, WAIT, stop)
  if (!unlock)
    throw new Error(`another build has held the lock of ${directory} for more than ${WAIT / 1000} s`)
  let unlockExports: Release = () => {}
  try {
    // Whoever resets by hand meanwhile would delete what the index does not name yet.
    unlockExports = await shareExportLock(directory, WAIT_FOR_RESET)
    const index = readIndex(directory)
    for (const [digest, size] of sizes) {
      if (blobExists(directory, digest, size)) continue
      // Too short, by a disk that was full: BuildKit takes what is there for good, and would never write it again.
      rmSync(blobFile(directory, digest), { force: true })
      if (!isWhole) continue
      renameSync(ready.get(digest) ?? (await readyBlob(path, digest, stop)), blobFile(directory, digest))
    }
    if (!isWhole) throw new Error('a layer of it is missing')
    for (const tag of tags) touch(directory, tag, record)
    const isOlder = (it: unknown): boolean => isDescriptor(it) && tags.includes(tagOf(it) ?? '')
    const others = (index?.entries ?? []).filter((it) => !isOlder(it))
    // Ours first: of several entries of a tag BuildKit reads the first.
    const ours = tags.map((tag) => tagged(manifest, tag))
    writeIndex(directory, index, [...ours, ...others], places.own)
  } finally {
    unlockExports()
    unlock()
  }
}

/** A blob of a view under one more name there, which can be moved into the directory in no time. */
async function readyBlob(path: string, digest: string, stop?: AbortSignal): Promise<string> {
  stop?.throwIfAborted()
  const [from, ready] = [blobFile(path, digest), join(path, `ready-${digest.replace(':', '-')}`)]
  if (!linkShared(from, ready)) await copyShared(from, ready, stop)
  return ready
}
