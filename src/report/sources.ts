import { join } from 'node:path'
import { whyShort } from '../buildkit/error-messages.ts'
import { messages } from '../buildkit/messages.ts'
import type { Vertex } from '../buildkit/record.ts'
import { importedKey } from '../buildkit/vertex-names.ts'
import type { Import } from '../buildx/history.ts'
import { describeBranch } from '../events/branch.ts'
import { type Entry, flagOf } from '../plan/entries.ts'
import type { There } from '../stores/there.ts'

/** What came of reading one cache. */
export type Source = {
  backend: string
  /** The key of its scope; empty where nothing tells which of the backend's scopes it was. */
  scope: string
  /** `own`, `base`, `default` … as in the plan, `yours` for a --cache-from of the user's; empty with the scope. */
  role: string
  /** The branch, for people. */
  branch: string
  /** True: the scope that all jobs of the matrix read. */
  isCommon: boolean
  /**
   * `found`; `missing`: not there yet; `failed`; `read`: BuildKit was content, and says no more, whether it was
   * there or not; `unread`: the build stopped before it.
   */
  state: 'found' | 'missing' | 'failed' | 'read' | 'unread'
  /** Why it failed; empty otherwise. */
  why: string
  seconds: number
  /** Where its manifest can still be read as it was: the reference of a registry, a file; empty for nowhere. */
  manifest: string
}

/** What a --cache-from says. */
type Told = Pick<Import, 'type' | 'attributes'>

type Result = Pick<Source, 'state' | 'why' | 'seconds'>

/**
 * How each of our entries was read, then what else was imported. `imports` is what BuildKit was told, where that
 * is known, `warnings` what buildx said of directories that it left out, and `there` what the stores said of entries
 * of which BuildKit does not tell.
 */
export function findSources(
  vertices: readonly Vertex[],
  entries: readonly Entry[],
  imports: readonly Import[] | undefined,
  warnings: readonly string[],
  there: There = new Map(),
): Source[] {
  const rest = new Map(
    vertices.flatMap((vertex) => {
      const key = importedKey(vertex.name)
      return key === undefined ? [] : [[key, vertex] as const]
    }),
  )
  const judgeVertex = judgeAmong([...rest.values()])
  const named = entries.map((entry) => {
    const { type, attributes } = entry
    const told = { type, attributes }
    const key = keyOf(told, imports ?? [])
    const vertex = key === undefined ? undefined : rest.get(key)
    if (key !== undefined) rest.delete(key)
    const result = vertex
      ? withAnswer(judgeVertex(told.type, key ?? '', vertex), there.get(flagOf(entry)))
      : (skipped(told, warnings) ?? (key === undefined && !isLocal(told) ? undefined : unread))
    return { entry, told, result }
  })
  const unnamed = byBackend(
    named.filter(({ result }) => !result).map(({ told }) => told.type),
    rest,
    judgeVertex,
  )
  const ours = named.flatMap(({ entry, told, result }) => {
    const same = unnamed.same.get(told.type)
    const known = result ?? (same && withAnswer(same, there.get(flagOf(entry))))
    return known ? [{ ...describe(entry, entries), ...known, manifest: manifestOf(told, imports) }] : []
  })
  return [...ours, ...unnamed.sources, ...usersOwn(rest, judgeVertex, imports)]
}

const unread: Result = { state: 'unread', why: '', seconds: 0 }

/** BuildKit's key of an entry. */
function keyOf(told: Told, imports: readonly Import[]): string | undefined {
  return told.type === 'registry' ? told.attributes.ref : findImport(told, imports)?.key
}

/** What an entry came to: buildx adds attributes to those that it was given, and changes none. */
function findImport(told: Told, imports: readonly Import[]): Import | undefined {
  return imports.find(
    ({ type, attributes }) =>
      type === told.type &&
      Object.entries(told.attributes).every(([name, value]) => attributes[name] === value),
  )
}

type JudgeVertex = (type: string, key: string, vertex: Vertex) => Result

/** In milliseconds. */
const SOON = 1000

/**
 * What the vertex of an import tells of it. azblob says how many layers it found, and nothing where it found none;
 * but BuildKit keeps one of two messages with one text that come at one time (util/progress), so that of two caches
 * with as many layers one says nothing either.
 */
function judgeAmong(imports: readonly Vertex[]): JudgeVertex {
  const found = imports.filter(hasLayers)
  const atOneTime = (a: Vertex, b: Vertex): boolean => {
    const [from, to] = [a, b].map(({ times }) => [times[0]?.[0] ?? 0, times.at(-1)?.[1] ?? 0] as const)
    return !from || !to || (from[0] <= to[1] + SOON && to[0] <= from[1] + SOON)
  }
  return (type, key, vertex) => {
    const { error, completed, seconds } = vertex
    if (type === 'registry' && messages.registryMissing.exec(error)?.[1] === key) {
      return { state: 'missing', why: '', seconds }
    }
    if (error !== '' || !completed) {
      return { state: 'failed', why: error === '' ? 'it was interrupted' : whyShort(error), seconds }
    }
    if (type === 'registry' || type === 'local') return { state: 'found', why: '', seconds }
    if (type !== 'azblob') return { state: 'read', why: '', seconds }
    if (hasLayers(vertex)) return { state: 'found', why: '', seconds }
    return { state: found.some((it) => atOneTime(it, vertex)) ? 'read' : 'missing', why: '', seconds }
  }
}

/** What BuildKit leaves open its store may have said. */
function withAnswer(result: Result, isThere: boolean | undefined): Result {
  if (result.state !== 'read' || isThere === undefined) return result
  return { ...result, state: isThere ? 'found' : 'missing' }
}

/** What azblob says where it found something. */
function hasLayers({ statuses }: Vertex): boolean {
  return statuses.some(({ id }) => messages.layersFound.test(id))
}

/** A registry's manifest by its tag, a directory's by its digest, which stays when the tag moves on. */
function manifestOf(told: Told, imports: readonly Import[] | undefined): string {
  if (told.type === 'registry') return told.attributes.ref ?? ''
  if (told.type !== 'local') return ''
  return fileOf(findImport(told, imports ?? []))
}

/** The file of the manifest that an import of a directory read. */
function fileOf(it: Import | undefined): string {
  const { src, digest } = it?.attributes ?? {}
  return src && digest ? join(src, 'blobs', digest.replace(':', '/')) : ''
}

function isLocal({ type }: Told): boolean {
  return type === 'local'
}

/** buildx leaves out a directory that does not hold the scope, with a warning (buildkit client/solve.go). */
function skipped({ type, attributes }: Told, warnings: readonly string[]): Result | undefined {
  if (type !== 'local') return undefined
  const { src = '', tag = 'latest' } = attributes
  const about = warnings.flatMap(
    (line) => line.replace(/"$/, '').split(`local cache import at ${src} `)[1] ?? [],
  )
  if (about.includes(`skipped: no digest found for tag ${tag}`)) return { ...unread, state: 'missing' }
  const whole = about.find((it) => /^(skipped|not found) due to err: /.test(it))
  if (whole?.endsWith('index.json: no such file or directory')) return { ...unread, state: 'missing' }
  if (whole !== undefined) {
    return { ...unread, state: 'failed', why: whyShort(whole.replace(/^.*? due to err: /, '')) }
  }
  // It names a digest and not the scope; all that is not told otherwise has met it.
  const digest = about.find((it) => it.startsWith('skipped: digest '))
  return digest === undefined
    ? undefined
    : { ...unread, state: 'failed', why: 'its index refers to a manifest that does not exist' }
}

/**
 * Entries whose vertices nothing names: where all vertices of their backend went the same way, so did each of
 * them (`same`); else there is a source without a scope for each vertex. What is used is taken out of `rest`.
 */
function byBackend(
  types: readonly string[],
  rest: Map<string, Vertex>,
  judgeVertex: JudgeVertex,
): { same: Map<string, Result>; sources: Source[] } {
  const same = new Map<string, Result>()
  const sources: Source[] = []
  for (const type of new Set(types)) {
    const keys = [...rest.keys()].filter(
      (key) => key.startsWith(`${type}:`) && /^\d+$/.test(key.slice(type.length + 1)),
    )
    const results = keys.map((key) => judgeVertex(type, key, rest.get(key) as Vertex))
    for (const key of keys) rest.delete(key)
    const [first = unread] = results
    const alike = results.every(({ state, why }) => state === first.state && why === first.why)
    if (alike && (results.length === 0 || results.length >= types.filter((it) => it === type).length)) {
      same.set(type, first)
    } else {
      sources.push(...results.map((result) => ({ ...nobody(type), ...result, manifest: '' })))
    }
  }
  return { same, sources }
}

function nobody(backend: string): Omit<Source, keyof Result | 'manifest'> {
  return { backend, scope: '', role: '', branch: '', isCommon: false }
}

export function describe(entry: Entry, entries: readonly Entry[]): Omit<Source, keyof Result | 'manifest'> {
  const [scope = ''] = entry.keys
  const hasShards = entries.some(({ keys }) => keys.some((key) => key.includes('..')))
  return {
    backend: entry.backend,
    scope,
    role: entry.role,
    branch: describeBranch(entry.branch),
    isCommon: hasShards && !scope.includes('..'),
  }
}

/** What the user's own cache-from brought. */
function usersOwn(
  rest: Map<string, Vertex>,
  judgeVertex: JudgeVertex,
  imports: readonly Import[] | undefined,
): Source[] {
  return [...rest].map(([key, vertex]) => {
    const [, hashed] = /^([a-z0-9]+):\d{15,20}$/.exec(key) ?? []
    const type = hashed ?? 'registry'
    const scope = hashed === undefined ? key : ''
    const manifest = type === 'local' ? fileOf(imports?.find((it) => it.key === key)) : ''
    return { ...nobody(type), scope, role: 'yours', ...judgeVertex(type, key, vertex), manifest }
  })
}
