import { sha256 } from '../lib/sha256.ts'

/**
 * A cache config of BuildKit (`application/vnd.buildkit.cacheconfig.v0`, cache/remotecache/v1/types/spec.go) as far as
 * it is read here; whatever else it has is kept.
 */
export type CacheConfig = { records?: CacheRecord[] } & Record<string, unknown>

/** One step by its key. For each of its inputs the records that it can be made from; one without inputs is a root. */
export type CacheRecord = { digest?: string; inputs?: Link[][] } & Record<string, unknown>

/** `link` is the index of a record in the config. */
export type Link = { selector?: string; link?: number } & Record<string, unknown>

/** In bytes: BuildKit imports no config that is larger (cache/remotecache/import.go). */
export const MOST = 1024 * 1024

/**
 * The prefix of a marker's digest. BuildKit cannot parse it as a digest, so it never exports a marker
 * (solver/exporter.go, addBacklinks), and no build requests one.
 */
const MARKER = 'branch-cache:'

/** Parses a config, with or without markers; undefined if BuildKit could not import it. */
export function parseConfig(text: string): CacheConfig | undefined {
  if (Buffer.byteLength(text) > MOST) return undefined
  try {
    const config: unknown = JSON.parse(text)
    return isConfig(config) ? config : undefined
  } catch {
    return undefined
  }
}

/**
 * The same config, set apart from those of all other scopes: BuildKit makes the ids of records of what they are made
 * from, and of two caches that know one id it forgets one (docs/buildkit-two-caches.md). So each record that has a root
 * among its inputs can also be made from a marker, a root that nothing else has: its id, and those of all that is made
 * from it, are the scope's own, and what can be found stays as it was.
 *
 * A marker belongs to one record, by its identity all the way down: with one for several BuildKit would take them for
 * the same, and use the result of one for another. `scope` is any text that no other scope has. Markers that are there
 * are replaced, so that it makes no difference how often it is done. Undefined where a record is made from itself.
 */
export function markConfig(config: CacheConfig, scope: string): CacheConfig | undefined {
  const plain = withoutMarkers(config)
  const records = plain?.records ?? []
  const identities = identifyRecords(records)
  if (!plain || !identities) return undefined
  const markers = new Map<string, number>()
  const marked = records.map((record, i) => {
    const [first, ...others] = record.inputs ?? []
    if (!first || ![first, ...others].flat().some(({ link }) => isRoot(records[link ?? 0]))) return record
    const digest = `${MARKER}${hash([scope, identities[i]])}`
    const at = markers.get(digest) ?? records.length + markers.size
    markers.set(digest, at)
    return { ...record, inputs: [[...first, { link: at }], ...others] }
  })
  return { ...plain, records: [...marked, ...[...markers.keys()].map((digest) => ({ digest }))] }
}

/**
 * The config as BuildKit wrote it; undefined if a record can be made only from markers, which the action never writes.
 */
export function withoutMarkers(config: CacheConfig): CacheConfig | undefined {
  const { records } = config
  if (!records?.some(isMarker)) return config
  let count = 0
  const places = records.map((record) => (isMarker(record) ? -1 : count++))
  const rest = records
    .filter((record) => !isMarker(record))
    .map((record) => {
      if (!record.inputs) return record
      const inputs = record.inputs.map((links) =>
        links.flatMap((it) => {
          const link = places[it.link ?? 0] as number
          return link < 0 ? [] : [{ ...it, link }]
        }),
      )
      return { ...record, inputs }
    })
  const isWhole = rest.every(({ inputs }) => !inputs?.some((links) => links.length === 0))
  return isWhole ? { ...config, records: rest } : undefined
}

function isMarker({ digest }: CacheRecord): boolean {
  return digest?.startsWith(MARKER) === true
}

function isRoot(record: CacheRecord | undefined): boolean {
  return !record?.inputs?.length
}

/**
 * The identity of each record: the hash of its digest and, for each input in turn, of the selectors and identities of
 * its links in any order. Undefined if a record depends on itself, which BuildKit refuses. Linear in records and links;
 * a chain may be as long as the config allows.
 */
export function identifyRecords(records: readonly CacheRecord[]): string[] | undefined {
  const identities: string[] = []
  const isOpen = new Set<number>()
  for (const start of records.keys()) {
    const path = [start]
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const { digest, inputs = [] } = records[at] as CacheRecord
      const missing = identities[at]
        ? []
        : inputs.flat().flatMap(({ link = 0 }) => (identities[link] ? [] : [link]))
      if (missing.some((link) => isOpen.has(link) || link === at)) return undefined
      if (missing.length > 0 && !isOpen.has(at)) {
        isOpen.add(at)
        path.push(...missing)
        continue
      }
      identities[at] ??= hash([
        digest ?? '',
        ...inputs.map((links) =>
          links.map(({ selector = '', link = 0 }) => hash([selector, identities[link]])).sort(),
        ),
      ])
      isOpen.delete(at)
      path.pop()
    }
  }
  return identities
}

/** JSON is unambiguous, a plain join is not. */
function hash(of: unknown): string {
  return sha256(JSON.stringify(of))
}

/** Whether BuildKit would parse a value as a config, with the same result as this code. */
function isConfig(it: unknown): it is CacheConfig {
  return isObject(it, ['records', 'layers']) && isListOf(it.records, isRecord)
}

function isRecord(it: unknown, _: number, { length }: readonly unknown[]): boolean {
  if (!isObject(it, ['digest', 'inputs'])) return false
  const isLink = (link: unknown): boolean =>
    isObject(link, ['selector', 'link']) && isText(link.selector) && isPlace(link.link, length)
  const isInput = (links: unknown): boolean => Array.isArray(links) && links.length > 0 && links.every(isLink)
  return isText(it.digest) && isListOf(it.inputs, isInput)
}

/** An object whose names are spelled exactly like this: Go accepts any case. */
function isObject(it: unknown, names: readonly string[]): it is Record<string, unknown> {
  if (typeof it !== 'object' || it === null || Array.isArray(it)) return false
  return Object.keys(it).every((name) => names.includes(name) || !names.includes(name.toLowerCase()))
}

function isListOf(
  it: unknown,
  is: (element: unknown, i: number, all: readonly unknown[]) => boolean,
): boolean {
  return it === undefined || (Array.isArray(it) && it.every(is))
}

function isText(it: unknown): boolean {
  return it === undefined || typeof it === 'string'
}

function isPlace(it: unknown, length: number): boolean {
  return it === undefined || (Number.isInteger(it) && (it as number) >= 0 && (it as number) < length)
}

/** When the results of each record were created, in milliseconds since 1970 (`createdAt` of layers and chains). */
export function resultsMade({ records = [] }: CacheConfig): number[][] {
  return records.map(({ layers, chains }) =>
    [layers, chains].flatMap((results) =>
      Array.isArray(results)
        ? results.map((it) => Date.parse(String(it?.createdAt))).filter((time) => !Number.isNaN(time))
        : [],
    ),
  )
}
