import { join, resolve } from 'node:path'
import type { Variables } from '../runner/environment.ts'
import { type Attributes, attribute, type Backend, nameIn } from './backend.ts'
import { exporter, ociManifest } from './exporter-attributes.ts'
import { text } from './value-types.ts'

/**
 * A directory in the OCI layout: the key is the tag in its index.json, so that many scopes share the blobs. Attributes:
 * buildkit cache/remotecache/local/local.go and client/solve.go. Not supported: `reset`, since the action's sweep does
 * the same and respects concurrent builds (docs/local.md), and `digest`, which pins one cache.
 */
export const local: Backend = {
  type: 'local',
  attributes: {
    dest: {
      side: 'both',
      kind: text,
      builtin: "the action's own directory",
      about:
        "the directory, `~/` for the home folder; imports read it too. Without it, the action keeps its own, carried by GitHub's cache service",
    },
    tag: { side: 'both', kind: text, since: 'BuildKit 0.11', about: 'the cache name' },
    ...exporter,
    ...ociManifest,
  },
  readName: nameIn('tag'),
  // BuildKit writes one tag of a directory per build; the action adds the others (directory/publish.ts).
  exportTo: (given, [key = '']) => [[...given, ['tag', key]]],
  importFrom: (given, key) => [...given.map(fromDest), ['tag', key]],
  place: (given) => `local ${resolve(attribute(given, 'dest') ?? "the action's own directory")}`,
}

/**
 * The attributes with `~` and `~/…` in dest expanded, which neither buildx nor a shell does here; throws an Error for
 * the user if there is no home directory.
 */
export function atHome(
  given: Attributes,
  { HOME, USERPROFILE }: Variables,
  fail: (sentence: string) => never,
): Attributes {
  return given.map(([name, value]) => {
    if (name !== 'dest' || !value.startsWith('~')) return [name, value]
    const home = HOME || USERPROFILE
    if (!/^~(\/|$)/.test(value)) return fail('dest begins with "~" and a name; write the full path')
    if (!home) return fail('dest begins with "~", and HOME is not set; write the full path')
    return [name, join(home, value.slice(1))]
  })
}

/** BuildKit calls the directory `dest` in --cache-to and `src` in --cache-from. */
function fromDest([name, value]: Attributes[number]): Attributes[number] {
  return name === 'dest' ? ['src', value] : [name, value]
}
