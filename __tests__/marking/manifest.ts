import { digestOf } from '../../src/lib/sha256.ts'

/** A cache config of two records, the second made from the first. */
export const config = '{"records":[{"digest":"sha256:r"},{"digest":"sha256:s","inputs":[[{"link":0}]]}]}'

/** The manifest of a cache without layers, of its config. */
export function manifestOf(text: string, more: object = {}): string {
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: {
      mediaType: 'application/vnd.buildkit.cacheconfig.v0',
      digest: digestOf(text),
      size: Buffer.byteLength(text),
    },
    layers: [],
    ...more,
  })
}
