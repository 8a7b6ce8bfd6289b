import { join } from 'node:path'
import { digestOf } from '../lib/sha256.ts'
import { lookAt, lookAtFile, readShared, replaceShared } from '../lib/shared-files.ts'

/** A reference to a blob (opencontainers/image-spec, descriptor.md); sizes in bytes. */
export type Descriptor = {
  mediaType?: string
  digest: string
  size: number
  annotations?: Record<string, string>
}

/**
 * The content of `index.json`: its entries as they were found, whatever they are, and the rest. Both are written back
 * unchanged.
 */
export type Index = { entries: readonly unknown[]; rest: Readonly<Record<string, unknown>> }

/** The blobs that a manifest needs, itself included: the size of each by its digest. */
export type Needs = {
  sizes: Map<string, number>
  /** Each blob exists and has the right size. */
  isWhole: boolean
  /** Why it may need more than that, for the user: some manifest exists and is not understood. */
  unknown: string | undefined
}

const TAG = 'org.opencontainers.image.ref.name'
const IMAGE = 'io.containerd.image.name'
const LISTS = /^application\/vnd\.(oci\.image\.(manifest|index)|docker\.distribution\.manifest(\.list)?)\./
/** Any digest of the OCI's grammar (image-spec, descriptor.md): neither part can leave its folder. */
const DIGEST = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([a-zA-Z0-9=_-]+)$/
const SHA256 = /^sha256:[0-9a-f]{64}$/
/** The fields of an index besides its manifests (opencontainers/image-spec, image-index.md). */
const MEMBERS = new Set(['schemaVersion', 'mediaType', 'artifactType', 'annotations'])
/** In bytes. BuildKit reads no manifest of more than 1 MiB (cache/remotecache/import.go), registries none of more than 4. */
const MOST_IN_MANIFEST = 4 * 1024 * 1024
const MOST_IN_INDEX = 32 * 1024 * 1024
/** The most blobs that one entry may reference. */
const MOST_BLOBS = 100_000

/** The folder of an OCI layout's blobs, and of one blob there. */
export const blobFolder = (directory: string): string => join(directory, 'blobs', 'sha256')
export function blobFile(directory: string, digest: string): string {
  const [, algorithm = '', encoded = ''] = DIGEST.exec(digest) ?? []
  return join(directory, 'blobs', algorithm, encoded)
}

export const indexFile = (directory: string): string => join(directory, 'index.json')

/** The tag of an entry, as BuildKit's client writes and reads it; undefined if it has none, or is a named image. */
export function tagOf(entry: unknown): string | undefined {
  const annotations = fieldsOf(fieldsOf(entry)?.annotations)
  const tag = annotations?.[TAG]
  return typeof tag === 'string' && !annotations?.[IMAGE] ? tag : undefined
}

/** The same manifest under a tag, as BuildKit's client spells it (client/ociindex/ociindex.go). */
export function tagged(descriptor: Descriptor, tag: string): Descriptor {
  return { ...descriptor, annotations: { ...descriptor.annotations, [TAG]: tag } }
}

/** The manifest that a tag points to: the first, as in BuildKit's client. */
export function findTag(index: Index | undefined, tag: string): Descriptor | undefined {
  return index?.entries.find((it): it is Descriptor => tagOf(it) === tag && isDescriptor(it))
}

/**
 * The content of `index.json`, undefined if there is none. Throws if it cannot be read or not be understood completely:
 * overwriting it, or deleting what it does not reference, could lose what others keep there.
 */
export function readIndex(directory: string): Index | undefined {
  const file = indexFile(directory)
  const bytes = readShared(file, MOST_IN_INDEX)
  if (bytes === undefined) return undefined
  const strange = (what: string): Error => new Error(`${file} ${what}; repair or remove it`)
  let parsed: unknown
  try {
    parsed = parseJson(bytes)
  } catch {
    throw strange(bytes.length === 0 ? 'is empty' : 'is not JSON, or is truncated')
  }
  const whole = fieldsOf(parsed)
  if (!whole) throw strange('is not an index')
  const { manifests = [], ...rest } = whole
  // The entries may be under another name, corrupt or not: then they are unknown.
  if (!('manifests' in whole) && !Object.keys(rest).every((it) => MEMBERS.has(it)))
    throw strange('is not an index')
  const version = rest.schemaVersion ?? 2
  const entries = manifests ?? []
  if (!Array.isArray(entries) || (version !== 2 && version !== 0))
    throw strange('is not an index of version 2')
  return { entries, rest }
}

/** Replaces `index.json`, and creates `oci-layout` if missing. `scratch`: see replaceShared. */
export function writeIndex(
  directory: string,
  index: Index | undefined,
  entries: readonly unknown[],
  scratch: string,
): void {
  const mediaType = 'application/vnd.oci.image.index.v1+json'
  const layout = join(directory, 'oci-layout')
  if (!lookAt(layout)) replaceShared(layout, '{"imageLayoutVersion":"1.0.0"}', scratch)
  const whole = { schemaVersion: 2, mediaType, ...index?.rest, manifests: entries }
  replaceShared(indexFile(directory), JSON.stringify(whole), scratch)
}

/** Everything that a manifest references, directly or not. Throws if the system refuses to read it. */
export function needsOf(directory: string, entry: Descriptor): Needs {
  const needs: Needs = { sizes: new Map(), isWhole: true, unknown: undefined }
  const strange = (why: string): void => {
    needs.isWhole = false
    needs.unknown ??= why
  }
  const waiting: { it: Descriptor; isEntry: boolean }[] = [{ it: entry, isEntry: true }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { it, isEntry } = next
    if (needs.sizes.has(it.digest)) continue
    needs.sizes.set(it.digest, it.size)
    if (needs.sizes.size > MOST_BLOBS) return { ...needs, isWhole: false, unknown: 'it lists too many blobs' }
    const file = blobFile(directory, it.digest)
    const stat = lookAt(file)
    if (!stat?.isFile() || stat.size !== it.size) needs.isWhole = false
    if (!stat) continue
    if (!isEntry && !LISTS.test(it.mediaType ?? '')) {
      if (!it.mediaType && stat.isFile() && namesBlobs(file, stat.size)) strange(`${file} has no media type`)
      continue
    }
    const children = stat.isFile() ? readChildren(file) : 'is not a file'
    if (typeof children === 'string') {
      // A truncated manifest is useless.
      if (stat.isFile() && stat.size < it.size && !hasItsHash(file, it.digest)) needs.isWhole = false
      else strange(`${file} ${children}`)
      continue
    }
    for (const child of children) {
      if (isDescriptor(child)) waiting.push({ it: child, isEntry: false })
      else strange(`${file} names something that is not a blob`)
    }
  }
  return needs
}

/** Whether a blob exists and has the right size; throws if its path is not a file. */
export function blobExists(directory: string, digest: string, size: number): boolean {
  return lookAtFile(blobFile(directory, digest))?.size === size
}

/** Whether the action keeps it: BuildKit uses no other hash for blobs. */
export const isOurKind = (digest: string): boolean => SHA256.test(digest)

/** Whether a file's content has the digest, whatever size was given for it. */
function hasItsHash(file: string, digest: string): boolean {
  const bytes = readShared(file, MOST_IN_MANIFEST)
  return bytes !== undefined && digestOf(bytes) === digest
}

/** Whether a file of a size could be a manifest of whatever kind, since a digest is in it. */
function namesBlobs(file: string, size: number): boolean {
  return size <= MOST_IN_MANIFEST && Buffer.from(readShared(file, MOST_IN_MANIFEST) ?? []).includes('sha256:')
}

/** What a manifest or an index of manifests references; or, for the user, why that is unknown. */
function readChildren(file: string): unknown[] | string {
  let manifest: Record<string, unknown> | undefined
  try {
    const bytes = readShared(file, MOST_IN_MANIFEST)
    manifest = bytes && fieldsOf(parseJson(bytes))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error
    return 'is not a manifest'
  }
  const { config, layers, manifests, blobs, subject } = manifest ?? {}
  const lists = [layers, manifests, blobs].filter((it) => it !== undefined && it !== null)
  if (lists.length === 0 || !lists.every(Array.isArray)) return 'is not a manifest'
  return [config, subject, ...lists.flat()].filter((it) => it !== undefined && it !== null)
}

/** Whether a value references a blob that can be found: its digest becomes a file's name. */
export function isDescriptor(it: unknown): it is Descriptor {
  const { digest, size, mediaType } = fieldsOf(it) ?? {}
  return (
    typeof digest === 'string' &&
    DIGEST.test(digest) &&
    Number.isSafeInteger(size) &&
    (size as number) >= 0 &&
    ['string', 'undefined'].includes(typeof mediaType)
  )
}

function fieldsOf(it: unknown): Record<string, unknown> | undefined {
  const isObject = typeof it === 'object' && it !== null && !Array.isArray(it)
  return isObject ? (it as Record<string, unknown>) : undefined
}

/** A number that JavaScript may write differently. */
const CHANGED = /[:,[]\s*-?\d+([.eE]|\d{15})/

/** Parses UTF-8 JSON, and keeps the spelling of numbers that JavaScript would change. Throws an Error. */
function parseJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const { rawJSON } = JSON as unknown as { rawJSON?: (source: string) => unknown }
  if (!rawJSON || !CHANGED.test(text)) return JSON.parse(text)
  const keep = (_: string, value: unknown, context?: { source?: string }): unknown => {
    const isExact = typeof value !== 'number' || String(value) === context?.source
    return isExact ? value : rawJSON(context?.source ?? String(value))
  }
  return JSON.parse(text, keep as (key: string, value: unknown) => unknown)
}
