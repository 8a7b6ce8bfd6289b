import type { Backend } from './backend.ts'
import { reference } from './reference.ts'
import { registry } from './registry.ts'
import { boolean } from './value-types.ts'

/**
 * The cache inside the image itself: exported with it, whatever its tags, and imported from the image that is
 * tagged with the key. It has no mode: only the layers of the result are in it (buildkit cache/remotecache/inline).
 */
export const inline: Backend = {
  type: 'inline',
  importType: 'registry',
  attributes: {
    ref: {
      side: 'import',
      kind: reference,
      required: true,
      about: 'the image; a tag is the cache name',
    },
    'registry.insecure': {
      side: 'import',
      kind: boolean,
      builtin: 'false',
      since: 'BuildKit 0.12',
      about: 'plain HTTP, or TLS without verification',
    },
  },
  readName: registry.readName,
  exportTo: () => [[]],
  importFrom: registry.importFrom,
  place: registry.place,
}
