import { digestOf } from '../lib/sha256.ts'
import { type CacheConfig, MOST, markConfig, parseConfig, withoutMarkers } from './config.ts'
import { RECORD_KEY, readRecord, type ScopeRecord, type StoredRecord } from './scope-record.ts'

/** A scope, and what its config says about its owner. */
export type Identity = {
  /** Any text that no other scope has: the store and the key. */
  place: string
  /** The scope record in the config; undefined for none. */
  record: StoredRecord | undefined
}

/**
 * The text of a config -> the same with the scope's own markers and record; undefined if it must not be changed:
 * BuildKit would not import it, it would become too large, or it already has them.
 */
export function markText(text: string, { place, record }: Identity): string | undefined {
  const config = parseConfig(text)
  const marked = config && markConfig(config, place)
  if (!marked) return undefined
  const result = JSON.stringify({ ...marked, ...(record ? { [RECORD_KEY]: record } : {}) })
  return result === text || Buffer.byteLength(result) > MOST ? undefined : result
}

/** The config in a text as BuildKit wrote it, and the record of its scope; undefined if it is not a config. */
export function readConfig(
  text: string,
): { config: CacheConfig; record: ScopeRecord | undefined } | undefined {
  const config = parseConfig(text)
  const plain = config && withoutMarkers(config)
  return plain && { config: plain, record: readRecord(plain[RECORD_KEY]) }
}

/** A manifest as it is stored, and its config. */
export type Manifest = { manifest: string; config: string }

const CONFIG_TYPE = 'application/vnd.buildkit.cacheconfig.v0'
const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json'

/**
 * The digest of the config in a cache manifest in the form of an image; undefined for any other manifest: an image's,
 * or a cache in the form of an index.
 */
export function configOf(manifest: string): string | undefined {
  const config = parseManifest(manifest)?.config
  const digest = config?.mediaType === CONFIG_TYPE ? config.digest : undefined
  return typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : undefined
}

/** The same cache with its config marked; undefined if it must not be changed. */
export function markManifest({ manifest, config }: Manifest, identity: Identity): Manifest | undefined {
  if (configOf(manifest) !== digestOf(config)) return undefined
  const marked = markText(config, identity)
  const before = parseManifest(manifest)
  if (marked === undefined || !before) return undefined
  const size = Buffer.byteLength(marked)
  const after = { ...before, config: { ...before.config, digest: digestOf(marked), size } }
  return { manifest: JSON.stringify(after), config: marked }
}

type Parsed = { config: Record<string, unknown> } & Record<string, unknown>

function parseManifest(text: string): Parsed | undefined {
  try {
    const it = JSON.parse(text)
    const isImage = it?.mediaType === MANIFEST_TYPE && typeof it.config === 'object' && it.config !== null
    return isImage ? it : undefined
  } catch {
    return undefined
  }
}
