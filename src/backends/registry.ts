import { attribute, type Backend, replace } from './backend.ts'
import { exporter, ociManifest } from './exporter-attributes.ts'
import { canonicalRepository, parseReference, reference } from './reference.ts'
import { boolean } from './value-types.ts'

/** An image registry: the key is the tag. Attributes: buildkit cache/remotecache/registry/registry.go. */
export const registry: Backend = {
  type: 'registry',
  attributes: {
    ref: {
      side: 'both',
      kind: reference,
      required: true,
      about: 'the repository, for instance `ghcr.io/owner/app/cache`; a tag is the cache name',
    },
    'registry.insecure': {
      side: 'both',
      kind: boolean,
      builtin: 'false',
      since: 'BuildKit 0.12',
      about: 'plain HTTP, or TLS without verification',
    },
    ...exporter,
    ...ociManifest,
  },
  readName: (given) => {
    const { repository, tag } = parseReference(attribute(given, 'ref') ?? '')
    return { given: replace(given, 'ref', repository), name: tag }
  },
  exportTo: (given, keys) => keys.map((key) => replace(given, 'ref', `${attribute(given, 'ref')}:${key}`)),
  importFrom: (given, key) => replace(given, 'ref', `${attribute(given, 'ref')}:${key}`),
  place: (given) => `registry ${canonicalRepository(attribute(given, 'ref') ?? '')}`,
}
