import { digestOf } from '../lib/sha256.ts'
import { readShared, replaceShared } from '../lib/shared-files.ts'
import { MOST } from '../marking/config.ts'
import { configOf, markManifest } from '../marking/mark.ts'
import { blobFile, type Descriptor } from './layout.ts'

/**
 * A manifest of a view, marked there, so that BuildKit loses nothing of it beside others; the directory stays as it
 * is. `place` is what no other cache has. What cannot be marked is read as it is: the descriptor that was given.
 */
export function setApart(path: string, descriptor: Descriptor, place: string): Descriptor {
  const textOf = (digest: string): string => readShared(blobFile(path, digest), MOST)?.toString() ?? ''
  const manifest = textOf(descriptor.digest)
  const config = configOf(manifest)
  if (config === undefined) return descriptor
  const marked = markManifest({ manifest, config: textOf(config) }, { place, record: undefined })
  if (!marked) return descriptor
  // Under names of their own, by rename: the view's blobs are links to the directory's files.
  for (const text of [marked.config, marked.manifest])
    replaceShared(blobFile(path, digestOf(text)), text, path)
  return { ...descriptor, digest: digestOf(marked.manifest), size: Buffer.byteLength(marked.manifest) }
}
