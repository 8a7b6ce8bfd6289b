import { resolve } from 'node:path'
import { type Attributes, attribute, type Backend, nameIn } from './backend.ts'
import { exporter, ociManifest } from './common.ts'
import { text } from './kinds.ts'

/**
 * A directory in the OCI layout: the key is the tag in its index.json, so that many scopes share the blobs.
 * Attributes: buildkit cache/remotecache/local/local.go and client/solve.go. `reset` is left out: it would
 * throw away what a build beside this one has just written; and `digest`, which names one cache for good.
 */
export const local: Backend = {
  type: 'local',
  oneExport: true,
  attributes: {
    dest: { side: 'both', kind: text, required: true, about: 'the directory; it is also read from' },
    tag: { side: 'both', kind: text, since: 'BuildKit 0.11', about: 'the cache name' },
    ...exporter,
    ...ociManifest,
  },
  readName: nameIn('tag'),
  exportTo: (given, keys) => keys.map((key) => [...given, ['tag', key]]),
  importFrom: (given, key) => [...given.map(fromDest), ['tag', key]],
  place: (given) => `local ${resolve(attribute(given, 'dest') ?? '')}`,
}

/** BuildKit calls the directory `dest` where it writes and `src` where it reads. */
function fromDest([name, value]: Attributes[number]): Attributes[number] {
  return name === 'dest' ? ['src', value] : [name, value]
}
