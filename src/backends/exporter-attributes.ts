import type { Attribute } from './backend.ts'
import { boolean, integer, oneOf } from './value-types.ts'

/**
 * The attributes of every exporter (buildkit control/control.go). The defaults export all layers, and never fail the
 * build.
 */
export const exporter: Record<string, Attribute> = {
  mode: {
    side: 'export',
    kind: oneOf('min', 'max'),
    default: 'max',
    about: 'layers of the result only, or of all stages',
  },
  'ignore-error': {
    side: 'export',
    kind: boolean,
    default: 'true',
    about: 'a failed export does not fail the build',
  },
}

/**
 * The attributes of the two backends that write OCI manifests (buildkit util/compression/attrs.go, cache/remotecache).
 */
export const ociManifest: Record<string, Attribute> = {
  'oci-mediatypes': {
    side: 'export',
    kind: boolean,
    builtin: 'true',
    about: 'OCI media types in the manifest',
  },
  'image-manifest': {
    side: 'export',
    kind: boolean,
    builtin: 'true since BuildKit 0.21',
    since: 'BuildKit 0.12',
    about: 'an image manifest rather than an index',
  },
  ...compression('uncompressed', 'gzip', 'estargz', 'zstd'),
}

/** How an export compresses its layers (buildkit util/compression/attrs.go). */
export function compression(...kinds: string[]): Record<string, Attribute> {
  return {
    compression: {
      side: 'export',
      kind: oneOf(...kinds),
      builtin: 'gzip; zstd if every image is written in zstd',
      about: 'how layers are compressed: [zstd or gzip](compression.md)',
    },
    'compression-level': {
      side: 'export',
      kind: integer(0, 22),
      about: 'gzip and estargz 0 to 9, zstd 0 to 22',
    },
    'force-compression': {
      side: 'export',
      kind: boolean,
      builtin: 'false',
      about: 'recompress layers with another compression',
    },
  }
}
