import { resolve } from 'node:path'
import { type Attributes, attribute, type Backend } from './backend.ts'
import { text } from './check.ts'
import { exporter, ociManifest } from './common.ts'

/**
 * A directory in the OCI layout: the key is the tag in its index.json, so that many scopes share the blobs.
 * Attributes: buildkit cache/remotecache/local/local.go and client/solve.go. `reset` is left out: it would
 * throw away what a build beside this one has just written.
 */
export const local: Backend = {
  type: 'local',
  oneExport: true,
  attributes: {
    dest: { side: 'both', check: text, required: true, about: 'the directory; it is also read from' },
    tag: { side: 'both', check: text, about: 'the cache name' },
    ...exporter,
    ...ociManifest,
  },
  readName: (given) => ({
    given: given.filter(([name]) => name !== 'tag'),
    name: attribute(given, 'tag') ?? '',
  }),
  exportTo: (given, key) => [...given, ['tag', key]],
  importFrom: (given, key) => [...given.map(fromDest), ['tag', key]],
  place: (given) => resolve(attribute(given, 'dest') ?? ''),
}

/** BuildKit calls the directory `dest` where it writes and `src` where it reads. */
function fromDest([name, value]: Attributes[number]): Attributes[number] {
  return name === 'dest' ? ['src', value] : [name, value]
}
