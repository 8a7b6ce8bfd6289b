import { resolve } from 'node:path'
import { readLayers } from '../buildx/manifests.ts'
import type { Entry } from '../plan/entries.ts'
import type { Surely } from './fallback-types.ts'

/** Where to look manifests up. */
type Where = Pick<Surely, 'buildx' | 'builder' | 'env' | 'outside'>

/**
 * The imports whose manifests list a layer; a base image's layer is in none. All candidates if a manifest cannot be
 * read, which is always so for s3, azblob and gha.
 */
export async function filterByLayer(
  entries: readonly Entry[],
  layer: string,
  where: Where,
): Promise<Entry[]> {
  if (layer === '') return [...entries]
  const layers = await Promise.all(entries.map((entry) => layersOf(entry, where)))
  const holders = entries.filter((_, i) => layers[i]?.includes(layer))
  const isKnown = layers.every((it) => it !== undefined)
  return holders.length > 0 || isKnown ? holders : [...entries]
}

async function layersOf(
  { type, attributes }: Entry,
  { buildx, builder, env, outside }: Where,
): Promise<string[] | undefined> {
  const read = (manifest: string): Promise<string[] | undefined> =>
    readLayers(buildx, builder.name, manifest, env, outside.query)
  if (type === 'registry') return read(attributes.ref ?? '')
  return type === 'local' ? read(await localManifest(attributes)) : undefined
}

/** The file of the manifest that a tag of a directory points to; empty if there is none. */
async function localManifest({ src = '', tag = 'latest' }: Record<string, string>): Promise<string> {
  const { blobFile, findTag, readIndex } = await import('../directory/layout.ts')
  try {
    const found = findTag(readIndex(src), tag)
    return found ? resolve(blobFile(src, found.digest)) : ''
  } catch {
    return ''
  }
}
