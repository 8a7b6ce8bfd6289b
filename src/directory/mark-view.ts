import { digestOf } from '../lib/sha256.ts'
import { readShared, replaceShared } from '../lib/shared-files.ts'
import { MOST } from '../marking/config.ts'
import { configOf, markManifest } from '../marking/mark.ts'
import { blobFile, type Descriptor } from './layout.ts'

/**
 * Marks a manifest in the view, so that BuildKit loses none of its steps when it reads several caches; the directory is
 * not changed. `place` is unique to this cache. Returns the given descriptor if it cannot be marked.
 */
export function setApart(path: string, descriptor: Descriptor, place: string): Descriptor {
  const textOf = (digest: string): string => readShared(blobFile(path, digest), MOST)?.toString() ?? ''
  const manifest = textOf(descriptor.digest)
  const config = configOf(manifest)
  if (config === undefined) return descriptor
  const marked = markManifest({ manifest, config: textOf(config) }, { place, record: undefined })
  if (!marked) return descriptor
  // Written as new files and renamed: the view's blobs are links to the directory's files.
  for (const text of [marked.config, marked.manifest])
    replaceShared(blobFile(path, digestOf(text)), text, path)
  return { ...descriptor, digest: digestOf(marked.manifest), size: Buffer.byteLength(marked.manifest) }
}
