import { join } from 'node:path'
import { whyShort } from '../buildkit/error-messages.ts'
import { messages } from '../buildkit/messages.ts'
import type { Vertex } from '../buildkit/record.ts'
import { importedKey } from '../buildkit/vertex-names.ts'
import type { Import } from '../buildx/history.ts'
import { describeBranch } from '../events/branch.ts'
import { type Entry, flagOf } from '../plan/entries.ts'
import type { There } from '../stores/there.ts'

/** The result of reading one cache. */
export type Source = {
  backend: string
  /** The key of its scope; empty if it is unknown which of the backend's scopes it was. */
  scope: string
  /** `own`, `base`, `default` … as in the plan, `yours` for a --cache-from of the user's; empty with the scope. */
  role: string
  /** The branch, for people. */
  branch: string
  /** True: the scope that all jobs of the matrix read. */
  isCommon: boolean
  /**
   * `found`; `missing`: does not exist yet; `failed`; `read`: BuildKit reported success, which does not show whether it
   * exists; `unread`: the build stopped before it.
   */
  state: 'found' | 'missing' | 'failed' | 'read' | 'unread'
  /** Why it failed; empty otherwise. */
  why: string
  seconds: number
  /** Where its manifest can still be read unchanged: a reference in a registry, or a file; empty if nowhere. */
  manifest: string
}

/** The attributes of a --cache-from. */
type Told = Pick<Import, 'type' | 'attributes'>

type Result = Pick<Source, 'state' | 'why' | 'seconds'>

/**
 * The result of each of the action's entries, then the other imports. `imports`: the imports as BuildKit received them,
 * if known; `warnings`: buildx's warnings about directories that it skipped; `there`: the stores' answers for entries
 * that BuildKit does not report.
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

/** The result of an entry: buildx adds attributes to the given ones, and changes none. */
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
 * What the vertex of an import shows. azblob reports how many layers it found, and nothing if it found none; but
 * BuildKit drops one of two identical messages at the same time (util/progress), so of two caches with the same number
 * of layers one may report nothing either.
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

/** If BuildKit does not show it, the store's answer may. */
function withAnswer(result: Result, isThere: boolean | undefined): Result {
  if (result.state !== 'read' || isThere === undefined) return result
  return { ...result, state: isThere ? 'found' : 'missing' }
}

/** azblob's message if it found something. */
function hasLayers({ statuses }: Vertex): boolean {
  return statuses.some(({ id }) => messages.layersFound.test(id))
}

/** A registry's manifest by its tag, a directory's by its digest, which remains valid when the tag moves. */
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

/** buildx skips a directory that lacks the scope, with a warning (buildkit client/solve.go). */
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
  // It names a digest, not the scope, so it applies to all entries without another result.
  const digest = about.find((it) => it.startsWith('skipped: digest '))
  return digest === undefined
    ? undefined
    : { ...unread, state: 'failed', why: 'its index refers to a manifest that does not exist' }
}

/**
 * Entries whose vertices cannot be identified: if all vertices of their backend have the same result, each entry has it
 * (`same`); else there is a source without a scope for each vertex. Used vertices are removed from `rest`.
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

/** The result of the user's own cache-from. */
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
