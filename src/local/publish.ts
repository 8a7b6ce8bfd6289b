import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import {
  blobFile,
  blobFolder,
  type Descriptor,
  isThere,
  needsOf,
  readIndex,
  tagged,
  tagOf,
  writeIndex,
} from './layout.ts'
import { takeLock } from './lock.ts'
import { placesIn } from './places.ts'
import { touch } from './used.ts'
import { bring, type View } from './view.ts'

const WAIT = 60_000

/**
 * Puts a manifest of a view into its directory, with all it needs, under each of the tags; throws an Error in
 * words. Blobs come first and the index last, in one step: killed anywhere, it leaves blobs that the next sweep
 * takes away.
 */
export async function publish(view: View, manifest: Descriptor, tags: readonly string[]): Promise<void> {
  const { directory, path } = view
  const { sizes, isWhole } = needsOf(path, manifest)
  const unlock = await takeLock(placesIn(directory).lock, WAIT)
  if (!unlock) throw new Error(`another build holds the lock of ${directory} for more than ${WAIT / 1000} s`)
  try {
    for (const [digest, size] of sizes) {
      const file = blobFile(directory, digest)
      if (isThere(directory, { digest, size })) continue
      // Too short, by a disk that was full: BuildKit takes what is there for good, and would never write it again.
      rmSync(file, { force: true })
      if (isWhole) bring(basename(file), blobFolder(path), blobFolder(directory), path)
    }
    if (!isWhole) throw new Error('a layer of it is missing')
    for (const tag of tags) touch(directory, tag)
    const index = readIndex(directory)
    const others = (index?.manifests ?? []).filter((it) => !tags.includes(tagOf(it)))
    writeIndex(directory, index, [...others, ...tags.map((tag) => tagged(manifest, tag))])
  } finally {
    unlock()
  }
}
