import { describeBranch } from '../events/branch.ts'
import { parseKey } from '../keys/parse-key.ts'
import { readConfig } from '../marking/mark.ts'
import { nameOfMounts } from '../mounts/store.ts'
import { judgeScope, type Rules } from './alive.ts'
import { several } from './ask.ts'
import type { Found, IsDead, Row, Survey } from './survey.ts'

// s3 and azblob: a manifest is an object named after its key. It references its layers, which all scopes share.

/** An object as its store lists it; sizes in bytes, times in milliseconds since 1970. */
export type StoredObject = { name: string; size: number; modified: number; etag: string }

/** An object store. All functions throw Errors for the user. */
export type ObjectStore = {
  /** All objects whose names begin with a prefix, page by page; each page is requested when needed. */
  pages: (prefix: string) => AsyncIterable<StoredObject[]>
  /** The text of an object; undefined if it is gone. */
  read: (name: string) => Promise<string | undefined>
  /** Deletes an object as it was listed; false if it has changed or is gone. */
  removeOne: (object: StoredObject) => Promise<boolean>
  /** Deletes some objects of a page; returns the names of those that could not be deleted. */
  removeSome: (objects: readonly StoredObject[]) => Promise<string[]>
}

/** The name prefixes of manifests and of layers. `mayShare`: why other manifests may reference the layers too. */
export type Folders = { manifests: string; blobs: string; mayShare: string | undefined }

/** In milliseconds: an export may have written layers that no manifest references yet. */
const YOUNG = 24 * 3_600_000

type Manifest = {
  object: StoredObject
  layers: ReadonlySet<string>
  problem: string | undefined
  /** Its layers, if its record says that it belongs to this repository. */
  parts?: readonly string[]
}
type Read = Manifest & { text: string }

/** Archives of cache mounts are stored among the manifests: they reference nothing, and are not read. */
const isMounts = ({ name }: StoredObject, { manifests }: Folders): boolean =>
  name.startsWith(`${manifests}mounts--`)

/**
 * Lists manifests and layers. If all manifests could be read, the layers that no remaining manifest references are
 * swept.
 */
export async function surveyObjects(
  objects: ObjectStore,
  folders: Folders,
  rules: Rules,
  store: string,
): Promise<Survey> {
  const names = new Map<string, string>()
  const judged: Found<Manifest>[] = []
  const listed = await listAll(objects, folders.manifests)
  const mounts = listed.filter((it) => isMounts(it, folders))
  const manifests = listed.filter((it) => !isMounts(it, folders))
  const read = await several(manifests, async (object): Promise<Found<Manifest> | undefined> => {
    const manifest = await readManifest(objects, object, folders, names)
    return manifest && findScope(manifest, folders, rules, store)
  })
  const archives = new Map(mounts.map((it) => [it.name.slice(folders.manifests.length), it]))
  for (const it of read) {
    if (!it) continue
    // Before its scope, whose record names the owner.
    const name = nameOfMounts(it.row.scope)
    const archive = it.row.fate === 'foreign' ? undefined : archives.get(name)
    if (archive) judged.push(withMounts(it, archive, name))
    judged.push(it)
  }
  const blobs = await listAll(objects, folders.blobs)
  const found = withBroken(judged, blobs, folders)
  const problem = found.find(({ it }) => it.problem !== undefined)?.it.problem
  const spared = problem ?? folders.mayShare
  const stay = found.filter(({ row }) => row.fate !== 'dead')
  const idle =
    spared === undefined ? idleBlobs(blobs, folders, namedBy(stay.map(({ it }) => it)), rules.now) : []
  const ours = found.filter(({ row }) => row.fate !== 'foreign')
  const doomed = found.filter(({ row }) => row.fate === 'dead')
  const rest: Row[] =
    idle.length === 0
      ? []
      : [
          {
            scope: `${idle.length} layers that no scope needs`,
            branch: '',
            store,
            written: undefined,
            size: sizeOf(idle),
            fate: 'dead',
            why: 'older than a day, and referenced by no manifest that is kept',
          },
        ]
  return {
    store,
    rows: [...ours.map(({ row }) => row), ...rest],
    foreign: listed.length - ours.length,
    notes: spared === undefined ? [] : [`no layer is deleted: ${spared}`],
    bytes: sizeOf(idle) + sizeOf(doomed.map(({ it }) => it.object)),
    remove: (isDead, gone) =>
      remove({ objects, folders, names, rules }, { found, doomed, idle, row: rest[0] }, isDead, gone),
  }
}

/** The archive of a scope, which is deleted with it. */
function withMounts({ row, who }: Found<Manifest>, object: StoredObject, scope: string): Found<Manifest> {
  const its = { ...row, scope, written: object.modified, size: object.size }
  return { row: its, who, it: { object, layers: new Set(), problem: undefined } }
}

async function listAll({ pages }: ObjectStore, prefix: string): Promise<StoredObject[]> {
  const found: StoredObject[] = []
  for await (const page of pages(prefix)) for (const it of page) found.push(it)
  return found
}

const sizeOf = (them: readonly StoredObject[]): number => them.reduce((sum, { size }) => sum + size, 0)
const namedBy = (them: readonly Manifest[]): Set<string> => new Set(them.flatMap(({ layers }) => [...layers]))

const isKeyed = (name: string): boolean => parseKey(name) !== undefined

/**
 * A manifest and the layers that it references; undefined if it has been deleted. Never throws because of its content.
 */
async function readManifest(
  objects: ObjectStore,
  object: StoredObject,
  { manifests }: Folders,
  names: Map<string, string>,
): Promise<Read | undefined> {
  let text: string | undefined
  try {
    text = await objects.read(object.name)
  } catch (error) {
    return {
      object,
      layers: new Set(),
      text: '',
      problem: `${object.name} cannot be read: ${(error as Error).message}`,
    }
  }
  if (text === undefined) return undefined
  // Whatever the object is, each digest in it may be a layer's. Each digest is kept once, since many manifests share
  // it.
  const digests = (text.match(/sha256:[0-9a-f]{64}/g) ?? []).map((it) => {
    const known = names.get(it)
    if (known !== undefined) return known
    // A slice would keep the whole text in memory.
    const own = Buffer.from(it).toString()
    names.set(own, own)
    return own
  })
  const isOurs = isKeyed(object.name.slice(manifests.length))
  const problem = isOurs && !isJson(text) ? `${object.name} is corrupt` : undefined
  return { object, layers: new Set(digests), text, problem }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function findScope(read: Read, { manifests }: Folders, rules: Rules, store: string): Found<Manifest> {
  const { object, text, layers, problem } = read
  const key = object.name.slice(manifests.length)
  const size = object.size + layerSizes(text)
  const record = readConfig(text)?.record
  const verdict = judgeScope({ key, record, written: object.modified, size }, rules)
  const who = verdict.branch
  // An unreadable manifest has no owner.
  const { fate, why } =
    verdict.fate === 'dead' && problem !== undefined ? { fate: 'kept' as const, why: problem } : verdict
  const row: Row = {
    scope: key,
    branch: who ? describeBranch(who) : '',
    store,
    written: object.modified,
    size,
    fate,
    why,
  }
  const isOurs = record?.repository === rules.repository && fate === 'kept'
  const parts = isOurs ? [...layers].filter((it) => text.includes(`"blob":"${it}"`)) : undefined
  return { row, who, it: { object, layers, problem, ...(parts ? { parts } : {}) } }
}

/** The size of a manifest's layers in bytes, as far as it says so. */
function layerSizes(text: string): number {
  try {
    const { layers } = JSON.parse(text) as { layers?: { annotations?: { size?: unknown } }[] }
    const sizes = (Array.isArray(layers) ? layers : []).map((it) => Number(it?.annotations?.size ?? 0))
    return sizes.reduce((sum, it) => sum + (Number.isFinite(it) ? it : 0), 0)
  } catch {
    return 0
  }
}

/**
 * A scope of this repository that lacks a layer is deleted even if its branch is alive: it fails the builds that read
 * it. If all scopes lack some, the layers are stored elsewhere. `blobs` were listed after the manifests were read, and
 * an export writes blobs first.
 */
function withBroken(
  found: readonly Found<Manifest>[],
  blobs: readonly StoredObject[],
  folders: Folders,
): Found<Manifest>[] {
  const there = new Set(blobs.map(({ name }) => name.slice(folders.blobs.length)))
  const isWhole = ({ it }: Found<Manifest>): boolean => (it.parts ?? []).every((part) => there.has(part))
  const isThePlace = found.some((scope) => (scope.it.parts ?? []).length > 0 && isWhole(scope))
  return found.map((scope) => {
    const isBroken = isThePlace && !isWhole(scope)
    // Without an owner: whether the branch is alive does not matter.
    return isBroken
      ? { ...scope, row: { ...scope.row, fate: 'dead', why: 'a layer of it is missing' }, who: undefined }
      : scope
  })
}

/** Layers that nothing references and that no export has written or renewed today. */
function idleBlobs(
  blobs: readonly StoredObject[],
  folders: Folders,
  named: ReadonlySet<string>,
  now: number,
): StoredObject[] {
  return blobs.filter(({ name, modified }) => {
    const digest = name.slice(folders.blobs.length)
    return /^sha256:[0-9a-f]{64}$/.test(digest) && !named.has(digest) && modified < now - YOUNG
  })
}

type Where = { objects: ObjectStore; folders: Folders; names: Map<string, string>; rules: Rules }
type What = {
  found: Found<Manifest>[]
  doomed: Found<Manifest>[]
  idle: StoredObject[]
  row: Row | undefined
}

/**
 * Deletes manifests first, so that none ever references a deleted layer; then the layers that no newly written manifest
 * references and no export has renewed. Then the manifests are read once more: one that was written in between and
 * lacks a layer is deleted, since a build that reads it would fail.
 */
async function remove(
  where: Where,
  { found, doomed, idle, row }: What,
  isDead: IsDead,
  gone: (row: Row, bytes: number) => void,
): Promise<string[]> {
  const { objects, folders, rules } = where
  const notes: string[] = []
  for (const { row: its, who, it } of doomed) {
    if (!(await isDead(who))) continue
    if (await objects.removeOne(it.object)) gone(its, it.object.size)
    else notes.push(`${its.scope} was overwritten in the meantime and is kept`)
  }
  if (!row) return notes
  const known = new Map(found.map(({ it }) => [versionOf(it.object), it]))
  const now = await readAll(where, known)
  if (typeof now === 'string') return [...notes, `no layer was deleted: ${now}`]
  const ids = new Set(idle.map(({ name }) => name))
  const named = namedBy(now)
  const deleted: StoredObject[] = []
  let failed = 0
  try {
    // Each page is listed again and its layers deleted at once, so that a renewal up to then is seen.
    for await (const page of objects.pages(folders.blobs)) {
      const some = idleBlobs(page, folders, named, rules.now).filter(({ name }) => ids.has(name))
      if (some.length === 0) continue
      const left = new Set(await objects.removeSome(some))
      failed += left.size
      deleted.push(...some.filter(({ name }) => !left.has(name)))
    }
  } finally {
    if (deleted.length > 0) gone(row, sizeOf(deleted))
    notes.push(...(await dropBroken(where, now, deleted)))
  }
  if (failed > 0) notes.push(`${failed} layers could not be deleted; the next run tries again`)
  return notes
}

const versionOf = ({ name, etag, modified }: StoredObject): string => JSON.stringify([name, etag, modified])

/** All current manifests, reading only unknown ones; or why one could not be read, for the user. */
async function readAll(
  { objects, folders, names }: Where,
  known: ReadonlyMap<string, Manifest>,
): Promise<Manifest[] | string> {
  const listed = (await listAll(objects, folders.manifests)).filter((it) => !isMounts(it, folders))
  const all = await several(listed, async (object) => {
    return known.get(versionOf(object)) ?? (await readManifest(objects, object, folders, names))
  })
  const manifests = all.filter((it) => it !== undefined)
  return manifests.find(({ problem }) => problem !== undefined)?.problem ?? manifests
}

/** Deletes manifests that reference a layer deleted while they were written; a sentence for each. */
async function dropBroken(
  where: Where,
  before: readonly Manifest[],
  deleted: readonly StoredObject[],
): Promise<string[]> {
  if (deleted.length === 0) return []
  const { objects, folders } = where
  const known = new Map(before.map((it) => [versionOf(it.object), it]))
  const lost = new Set(deleted.map(({ name }) => name.slice(folders.blobs.length)))
  const now = await readAll(where, known)
  if (typeof now === 'string') return [`it is unknown whether a new manifest lacks layers: ${now}`]
  const broken = now.filter(({ layers }) => [...layers].some((it) => lost.has(it)))
  const notes: string[] = []
  for (const { object } of broken) {
    const scope = object.name.slice(folders.manifests.length)
    // Another repository's manifest is kept, whatever it references.
    const isGone = isKeyed(scope) && (await objects.removeOne(object))
    notes.push(
      isGone
        ? `${scope} was written while one of its layers was deleted; it was reset`
        : `${scope} may lack a layer`,
    )
  }
  return notes
}
