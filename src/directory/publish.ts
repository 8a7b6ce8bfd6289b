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
 * Adds a manifest of a view to its directory, with all the blobs it needs, under each of the tags; throws an Error for
 * the user. It adds the blobs first and replaces the index last, atomically: if interrupted anywhere, the index is
 * unchanged, and the next sweep deletes the blobs. `record`: the scope record for the tags' notes. `stop` takes effect
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
  // Do the slow part before taking the lock.
  const ready = new Map<string, string>()
  for (const [digest] of isWhole ? lacking : []) ready.set(digest, await readyBlob(path, digest, stop))
  const places = placesIn(directory)
  const unlock = await takeLock(places.lock, WAIT, stop)
  if (!unlock)
    throw new Error(`another build has held the lock of ${directory} for more than ${WAIT / 1000} s`)
  let unlockExports: Release = () => {}
  try {
    // A concurrent `reset=true` would delete what the index does not reference yet.
    unlockExports = await shareExportLock(directory, WAIT_FOR_RESET)
    const index = readIndex(directory)
    for (const [digest, size] of sizes) {
      if (blobExists(directory, digest, size)) continue
      // Truncated by a full disk: BuildKit assumes that an existing blob is valid, and would never rewrite it.
      rmSync(blobFile(directory, digest), { force: true })
      if (!isWhole) continue
      renameSync(ready.get(digest) ?? (await readyBlob(path, digest, stop)), blobFile(directory, digest))
    }
    if (!isWhole) throw new Error('a layer of it is missing')
    for (const tag of tags) touch(directory, tag, record)
    const isOlder = (it: unknown): boolean => isDescriptor(it) && tags.includes(tagOf(it) ?? '')
    const others = (index?.entries ?? []).filter((it) => !isOlder(it))
    // The new entry first: BuildKit reads the first of several with one tag.
    const ours = tags.map((tag) => tagged(manifest, tag))
    writeIndex(directory, index, [...ours, ...others], places.own)
  } finally {
    unlockExports()
    unlock()
  }
}

/** A second name for a blob in the view, which can be renamed into the directory at no cost. */
async function readyBlob(path: string, digest: string, stop?: AbortSignal): Promise<string> {
  stop?.throwIfAborted()
  const [from, ready] = [blobFile(path, digest), join(path, `ready-${digest.replace(':', '-')}`)]
  if (!linkShared(from, ready)) await copyShared(from, ready, stop)
  return ready
}
