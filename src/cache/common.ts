import type { Attribute } from './backend.ts'
import { boolean, integer, oneOf } from './check.ts'

/** What every exporter takes (buildkit control/control.go). Ours unless given: all layers, and never a red build. */
export const exporter: Record<string, Attribute> = {
  mode: {
    side: 'export',
    check: oneOf('min', 'max'),
    default: 'max',
    about: 'which layers to export: those of the result, or of all stages',
  },
  'ignore-error': {
    side: 'export',
    check: boolean,
    default: 'true',
    about: 'a failed export leaves the build green',
  },
}

/** What the two backends of OCI manifests take (buildkit util/compression/attrs.go, cache/remotecache). */
export const ociManifest: Record<string, Attribute> = {
  'oci-mediatypes': { side: 'export', check: boolean, about: 'OCI media types in the manifest' },
  'image-manifest': { side: 'export', check: boolean, about: 'an image manifest rather than an index' },
  compression: {
    side: 'export',
    check: oneOf('uncompressed', 'gzip', 'estargz', 'zstd'),
    about: 'how layers are compressed; zstd is several times as fast as gzip',
  },
  'compression-level': {
    side: 'export',
    check: integer(0, 22),
    about: 'gzip and estargz 0 to 9, zstd 0 to 22',
  },
  'force-compression': {
    side: 'export',
    check: boolean,
    about: 'compress again what is compressed another way',
  },
}
