import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import type { Limits } from '../inputs/cache-inputs.ts'
import { lookAt, lookAtFolder, SCRATCH } from '../lib/shared-files.ts'
import { chooseTags, type DirectoryTag, type Eviction, sizeOf } from './eviction.ts'
import { tryExportLock } from './export-lock.ts'
import { usedAt } from './last-used.ts'
import {
  blobFile,
  blobFolder,
  type Index,
  isDescriptor,
  type Needs,
  needsOf,
  readIndex,
  tagOf,
  writeIndex,
} from './layout.ts'
import { takeLock, tryLock } from './lock.ts'
import { checkFolders, placesIn, usedFile } from './paths.ts'
import { blobNames } from './view.ts'

/**
 * What a sweep did; sizes in bytes. `condemned`: the requested tags that were deleted. `spared`: why no layer was
 * deleted; undefined if everything unused was deleted.
 */
export type Swept = Eviction & {
  condemned: string[]
  freed: number
  size: number
  scopes: number
  spared: string | undefined
}

/** An entry of the index: one without `used` is not the action's, and is kept. */
type Found = DirectoryTag & { entry: unknown; isWhole: boolean; unknown: string | undefined }

const WAIT = 10_000
const HOUR = 3_600_000
const HEX = /^[0-9a-f]{64}$/
const NAMES_A_BLOB = /[0-9a-f]{32}|digest/i
const VIEW = /^view-[0-9A-Za-z]{6}$/
const TRASH = /^trash(-[0-9A-Za-z]{6})?$/
/** containerd's files for a blob that is being written (plugins/content/local). */
const HALF = new Set(['data', 'ref', 'startedat', 'updatedat', 'total'])

/**
 * Deletes the evicted tags, then the blobs that no tag needs, the remains of killed builds, and partial blobs more than
 * a day old; throws an Error for the user if it did nothing. The index is written first, so that it never references a
 * deleted blob. Running builds have their own views and lose nothing. Whatever is not understood is kept, with all that
 * it may need. `condemned`: further tags to delete, with the last use of each, in milliseconds since 1970: a tag used
 * since then is kept. `stop` takes effect while the tags are read: its reason is thrown, and nothing was changed.
 */
export async function sweep(
  directory: string,
  limits: Limits,
  justWritten: readonly string[],
  condemned: ReadonlyMap<string, number> = new Map(),
  stop?: AbortSignal,
): Promise<Swept | string> {
  checkFolders(directory)
  const places = placesIn(directory)
  const unlock = await takeLock(places.lock, WAIT, stop)
  if (!unlock) return 'another build is using the directory'
  const rubbish: string[] = []
  try {
    const index = readIndex(directory)
    const known = new Map<string, Needs>()
    const all: Found[] = []
    for (const entry of index?.entries ?? []) {
      await turn() // a large directory takes a while: let signals and timers run
      stop?.throwIfAborted()
      all.push(findScope(directory, entry, known))
    }
    // An incomplete cache fails the builds that read it; other tools' tags may be incomplete on purpose.
    const usable = all.filter((it) => it.isWhole || it.used === undefined || it.unknown !== undefined)
    const choice = chooseTags(usable, limits, Date.now(), justWritten)
    const named = usable.flatMap(({ tag, used }) =>
      used !== undefined && condemned.get(tag) === used ? [tag] : [],
    )
    const gone = new Set([...choice.tooOld, ...choice.tooMuch, ...named])
    const stay = usable.filter(({ tag, used }) => used === undefined || !gone.has(tag))
    if (stay.length < all.length)
      writeIndex(
        directory,
        index,
        stay.map(({ entry }) => entry),
        places.own,
      )
    if (index)
      forget(
        places.used,
        new Set(stay.flatMap(({ tag, used }) => (used === undefined ? [] : [usedFile(directory, tag)]))),
      )
    const half = halfWritten(join(directory, 'ingest'))
    for (const { path } of half.filter(({ age }) => age > 24 * HOUR)) remove(path)
    const unknown = stay.find((it) => it.unknown !== undefined)?.unknown
    let spared =
      whyNoSweep(index) ??
      unknown ??
      (half.some(({ age }) => age < HOUR) ? 'another program is writing to the directory' : undefined)
    const needed = new Set(stay.flatMap(({ sizes }) => [...sizes.keys()]))
    const useless =
      spared === undefined ? blobNames(directory).filter((it) => !needed.has(`sha256:${it}`)) : []
    const freed = useless.length === 0 ? 0 : await discard(directory, useless, rubbish)
    if (freed === undefined) spared = 'another program is writing to the directory (cache.lock)'
    rubbish.push(...leftBehind(places.own), ...(await deadViews(places.views)))
    return { ...choice, condemned: named, freed: freed ?? 0, size: sizeOf(stay), scopes: stay.length, spared }
  } finally {
    unlock()
    // A folder for each sweep: deleting gigabytes takes time, and no other build has to wait for it.
    for (const path of rubbish) {
      await turn()
      remove(path)
    }
  }
}

/** A scope of a directory; `isWhole`: none of its blobs is missing. */
export type FoundScope = DirectoryTag & { isWhole: boolean }

/** The content of a directory, read only. `idle`: the sizes of the blobs that nothing needs, by digest. */
export type Contents = { scopes: FoundScope[]; idle: Map<string, number>; spared: string | undefined }

/** What a sweep would find; undefined if there is no such directory. Throws an Error for the user. */
export function lookOver(directory: string): Contents | undefined {
  checkFolders(directory)
  const index = readIndex(directory)
  if (!index) return undefined
  const known = new Map<string, Needs>()
  const scopes = index.entries.map((entry) => findScope(directory, entry, known))
  const needed = new Set(scopes.flatMap(({ sizes }) => [...sizes.keys()]))
  const idle = blobNames(directory)
    .map((name) => `sha256:${name}`)
    .filter((digest) => !needed.has(digest))
    .map((digest) => [digest, lookAt(blobFile(directory, digest))?.size ?? 0] as const)
  return {
    scopes,
    idle: new Map(idle),
    spared: whyNoSweep(index) ?? scopes.find((it) => it.unknown !== undefined)?.unknown,
  }
}

/** Why the entries of a directory's index may not lead to all layers in use; undefined if they do. */
function whyNoSweep(index: Index | undefined): string | undefined {
  if (!index) return 'there is no index.json'
  return NAMES_A_BLOB.test(JSON.stringify(index.rest))
    ? 'index.json refers to blobs outside its entries'
    : undefined
}

/** `known`: the blobs of manifests that were read already; many tags may point to one manifest. */
function findScope(directory: string, entry: unknown, known: Map<string, Needs>): Found {
  const nothing = { entry, tag: '', used: undefined, sizes: new Map<string, number>(), isWhole: false }
  const strange = { ...nothing, unknown: 'an entry of index.json has an unknown format' }
  if (!isDescriptor(entry)) {
    // Whatever it is, the only layer it can need is the one that it references.
    return NAMES_A_BLOB.test(JSON.stringify(entry)) ? strange : { ...nothing, unknown: undefined }
  }
  const tag = tagOf(entry)
  try {
    const used = tag === undefined ? undefined : usedAt(directory, tag)
    const name = `${entry.digest} ${entry.size}`
    const needs = known.get(name) ?? needsOf(directory, entry)
    known.set(name, needs)
    return { entry, tag: tag ?? '', used, ...needs }
  } catch (error) {
    return { ...strange, unknown: (error as Error).message }
  }
}

/**
 * Renames blobs that nothing needs to another folder, which is fast however large they are; returns their total size.
 * Undefined if an export outside this action is running, whose layers no index references yet.
 */
async function discard(
  directory: string,
  names: readonly string[],
  rubbish: string[],
): Promise<number | undefined> {
  const release = await tryExportLock(directory, 'exclusive')
  if (!release) return undefined
  try {
    const trash = mkdtempSync(join(placesIn(directory).own, 'trash-'))
    rubbish.push(trash)
    let freed = 0
    for (const name of names) {
      const file = join(blobFolder(directory), name)
      const size = lookAt(file)?.size
      if (size === undefined) continue // another process was faster
      renameSync(file, join(trash, name))
      freed += size
    }
    return freed
  } finally {
    release()
  }
}

/** The partial writes of BuildKit's client, which no index references yet, and the age of each, in milliseconds. */
function halfWritten(folder: string): { path: string; age: number }[] {
  return list(folder).flatMap((name) => {
    const path = join(folder, name)
    if (!HEX.test(name) || !lookAt(path)?.isDirectory()) return []
    const files = readdirSync(path)
    if (!files.every((it) => HALF.has(it))) return []
    // The folder's modification time does not change while its file grows.
    const times = [path, ...files.map((it) => join(path, it))].map((it) => lookAt(it)?.mtimeMs ?? 0)
    return [{ path, age: Date.now() - Math.max(...times) }]
  })
}

/** The notes of tags that are gone. */
function forget(folder: string, stay: ReadonlySet<string>): void {
  for (const name of list(folder)) {
    const file = join(folder, name)
    if (!stay.has(file) && HEX.test(name) && lookAt(file)?.isFile()) remove(file)
  }
}

/** What killed sweeps and builds left in the action's folder; it is created only under the lock. */
function leftBehind(own: string): string[] {
  return list(own)
    .map((name) => ({ name, path: join(own, name), stat: lookAt(join(own, name)) }))
    .filter(
      ({ name, stat }) => (TRASH.test(name) && stat?.isDirectory()) || (SCRATCH.test(name) && stat?.isFile()),
    )
    .map(({ path }) => path)
}

/** The views of builds that have ended: nobody holds their locks. */
async function deadViews(folder: string): Promise<string[]> {
  const dead: string[] = []
  for (const name of list(folder)) {
    const view = join(folder, name)
    if (!VIEW.test(name) || !lookAt(view)?.isDirectory()) continue
    // A view is created under the directory's lock: one without its own lock was never finished.
    const release = await tryLock(join(view, 'alive')).catch(() => undefined)
    if (!release) continue
    release()
    dead.push(view)
  }
  return dead
}

function list(folder: string): string[] {
  try {
    return lookAtFolder(folder) ? readdirSync(folder) : []
  } catch {
    return [] // no folder: the action has nothing here
  }
}

/** Deletes without following links; what cannot be deleted is left to the next sweep. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // Two sweeps may delete the same files.
  }
}
