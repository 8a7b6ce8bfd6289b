import { resolve } from 'node:path'
import { type Attributes, attribute, type Backend, nameIn } from './backend.ts'
import { exporter, ociManifest } from './common.ts'
import { text } from './kinds.ts'

/**
 * A directory in the OCI layout: the key is the tag in its index.json, so that many scopes share the blobs.
 * Attributes: buildkit cache/remotecache/local/local.go and client/solve.go. `reset` is left out: our own sweep
 * does what it does and knows of the builds beside this one (docs/local.md); and `digest`, which names one cache
 * for good.
 */
export const local: Backend = {
  type: 'local',
  attributes: {
    dest: {
      side: 'both',
      kind: text,
      builtin: 'a directory of our own',
      about:
        "the directory; it is also read from. Without it we keep one, which travels by GitHub's cache service",
    },
    tag: { side: 'both', kind: text, since: 'BuildKit 0.11', about: 'the cache name' },
    ...exporter,
    ...ociManifest,
  },
  readName: nameIn('tag'),
  // BuildKit writes one tag of a directory in a build; the others are ours to add (local/publish.ts).
  exportTo: (given, [key = '']) => [[...given, ['tag', key]]],
  importFrom: (given, key) => [...given.map(fromDest), ['tag', key]],
  place: (given) => `local ${resolve(attribute(given, 'dest') ?? 'a directory of our own')}`,
}

/** BuildKit calls the directory `dest` where it writes and `src` where it reads. */
function fromDest([name, value]: Attributes[number]): Attributes[number] {
  return name === 'dest' ? ['src', value] : [name, value]
}
