import { attribute, type Backend, replace } from './backend.ts'
import { boolean } from './check.ts'
import { exporter, ociManifest } from './common.ts'
import { parseReference } from './reference.ts'

/** An image registry: the key is the tag. Attributes: buildkit cache/remotecache/registry/registry.go. */
export const registry: Backend = {
  type: 'registry',
  attributes: {
    ref: {
      side: 'both',
      // readName() checks it: it has more than one thing to say.
      check: () => undefined,
      required: true,
      about: 'the repository, for instance ghcr.io/owner/app/cache; a tag is the cache name',
    },
    'registry.insecure': { side: 'both', check: boolean, about: 'plain http, or TLS that is not checked' },
    ...exporter,
    ...ociManifest,
  },
  readName: (given) => {
    const { repository, tag } = parseReference(attribute(given, 'ref') ?? '')
    return { given: replace(given, 'ref', repository), name: tag }
  },
  exportTo: (given, key) => replace(given, 'ref', `${attribute(given, 'ref')}:${key}`),
  importFrom: (given, key) => replace(given, 'ref', `${attribute(given, 'ref')}:${key}`),
  place: (given) => attribute(given, 'ref') ?? '',
}
