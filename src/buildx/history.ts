import { importKey } from '../buildkit/import-hash.ts'
import { isAtLeast } from './builder.ts'
import { type Bounds, type Buildx, type Completed, query } from './run.ts'

/** An import as BuildKit received it, with the credentials that buildx filled in, and its name in the record. */
export type Import = { key: string; type: string; attributes: Record<string, string> }

/** What the builder's history has of a build. */
export type History = {
  /** The record of each node, as JSON lines mixed with other lines (rawjson). */
  records: string[]
  /** The imports as BuildKit received them, with credentials; undefined if unknown. */
  imports: Import[] | undefined
}

/** How to find a build: `ref` is `buildx.build.ref` of the metadata, which a failed build lacks. */
export type Wanted = {
  ref: string | undefined
  /** The input `builder`; empty for the chosen one. */
  builder: string
  /** How many nodes the builder has: each keeps a record of its own. */
  nodes: number
  /** When it began and ended, in milliseconds since 1970. */
  began: number
  ended: number
  /** Whether to ask for the imports. */
  withImports: boolean
}

const NO_RECORD = 'the builder keeps no record of its builds'
const NO_ANSWER = 'the builder did not return the build record in time'

type Ask = (args: string[], bounds?: Bounds) => Promise<Completed>

/** The output of steps is most of a record, and is skipped. */
const isNoLog = (line: string): boolean => !line.startsWith('{"logs"')

/** The history of a build, or why there is none, for the user; never throws. `version`: of buildx. */
export async function readHistory(
  buildx: Buildx,
  wanted: Wanted,
  env: Record<string, string>,
  version = '0.20.0',
): Promise<History | string> {
  const name = wanted.ref?.includes('/') ? (wanted.ref.split('/')[0] ?? '') : wanted.builder
  const builder = name === '' ? [] : ['--builder', name]
  const ask: Ask = (args, bounds) => query(buildx, ['history', ...args, ...builder], env, bounds)
  try {
    const ref = wanted.ref ?? chooseFailed(await readList(ask), wanted)
    const id = idOf(ref)
    const [records, inspection] = await Promise.all([
      wanted.nodes > 1 ? readNodes(ask, id) : readRecord(ask, id).then((record) => [record]),
      wanted.withImports ? ask(['inspect', id, '--format', 'json']) : undefined,
    ])
    return { records, imports: parseImports(inspection?.stdout ?? '') }
  } catch (error) {
    const { message } = error as Error
    return isAtLeast(version, '0.20.0') ? message : `${message}; buildx 0.20 or newer can read it`
  }
}

/** `id`: a build's ID, or `^2` for the build before the last two. */
async function readRecord(ask: Ask, id: string): Promise<string> {
  const { exitCode, isLate, stdout, stderr } = await ask(['logs', id, '--progress', 'rawjson'], {
    keep: isNoLog,
  })
  if (isLate) throw new Error(NO_ANSWER)
  const record = `${stdout}\n${stderr}`
  if (exitCode !== 0 || !/^\{/m.test(record)) throw new Error(NO_RECORD)
  return record
}

/**
 * buildx prints the record of an arbitrary node; another node's can be requested only by its position among all builds,
 * so the positions must not change in between.
 */
async function readNodes(ask: Ask, id: string): Promise<string[]> {
  const places = placesOf(await readList(ask), id)
  if (places.length < 2) return [await readRecord(ask, id)]
  const records = await Promise.all(places.map((place) => readRecord(ask, `^${place}`)))
  if (String(placesOf(await readList(ask), id)) !== String(places)) {
    throw new Error('other builds started on this builder while the record of this one was being read')
  }
  return records
}

/** The output of `history ls` -> the positions of a build's records, counted from 0 for the newest. */
export function placesOf(list: readonly ListedBuild[], id: string): number[] {
  return [...list]
    .sort((a, b) => b.created.localeCompare(a.created))
    .flatMap(({ ref }, place) => (idOf(ref) === id ? [place] : []))
}

/** One build on one node. */
export type ListedBuild = { ref: string; status: string; created: string }

async function readList(ask: Ask): Promise<ListedBuild[]> {
  const { exitCode, isLate, stdout } = await ask(['ls', '--format', 'json'])
  if (isLate) throw new Error(NO_ANSWER)
  if (exitCode !== 0) throw new Error(NO_RECORD)
  return parseListedBuilds(stdout)
}

/**
 * How many builds a builder is running, this one included; undefined if it does not answer within `limitMs`
 * milliseconds.
 */
export async function countRunning(
  buildx: Buildx,
  builder: string,
  env: Record<string, string>,
  limitMs: number,
  ask = query,
): Promise<number | undefined> {
  const args = ['history', 'ls', '--format', 'json', '--builder', builder]
  const { exitCode, stdout } = await ask(buildx, args, env, { limitMs })
  if (exitCode !== 0) return undefined
  const running = parseListedBuilds(stdout).filter(({ status }) => status === 'Running')
  return new Set(running.map(({ ref }) => idOf(ref))).size
}

/** The output of `history ls`, JSON lines. */
export function parseListedBuilds(text: string): ListedBuild[] {
  return text.split('\n').flatMap((line) => {
    const { ref, status, created_at: created } = parse(line) ?? {}
    return typeof ref === 'string' ? [{ ref, status: String(status), created: String(created) }] : []
  })
}

/** The one build that failed between the two times; throws an Error for the user. */
export function chooseFailed(
  list: readonly ListedBuild[],
  { began, ended }: Pick<Wanted, 'began' | 'ended'>,
): string {
  const refs = list.flatMap(({ ref, status, created }) => {
    const at = Date.parse(created)
    return status !== 'Completed' && status !== 'Running' && at >= began && at <= ended ? [ref] : []
  })
  const [only] = refs
  if (only === undefined) throw new Error('the builder keeps no record of this build')
  if (refs.some((ref) => idOf(ref) !== idOf(only))) {
    throw new Error(
      'several builds failed on this builder at the same time, so this one cannot be identified',
    )
  }
  return only
}

/** `builder/node/id`: all nodes of a build have one id. */
function idOf(ref: string): string {
  return ref.split('/').at(-1) ?? ''
}

/** The output of `history inspect` -> the imports (buildx commands/history/inspect.go: the rest of the attributes). */
export function parseImports(inspection: string): Import[] | undefined {
  const rest = (parse(inspection)?.Config as { RestRaw?: unknown } | undefined)?.RestRaw
  if (!Array.isArray(rest)) return undefined
  const value = rest.find((pair) => pair?.Name === 'cache-imports')?.Value
  const imports: unknown = typeof value === 'string' ? parse(value) : undefined
  if (!Array.isArray(imports)) return undefined
  return imports.map((it) => {
    const told = { type: String(it?.Type), attributes: { ...it?.Attrs } }
    return { key: importKey(told), ...told }
  })
}

function parse(json: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(json) ?? undefined
  } catch {
    return undefined
  }
}
