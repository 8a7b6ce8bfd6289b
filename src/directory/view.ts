import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeFolder } from '../lib/make-folder.ts'
import { copyShared, linkShared, lookAtFolder } from '../lib/shared-files.ts'
import { renew } from './last-used.ts'
import {
  blobExists,
  blobFile,
  blobFolder,
  type Descriptor,
  findTag,
  type Index,
  isDescriptor,
  isOurKind,
  needsOf,
  readIndex,
  tagOf,
  writeIndex,
} from './layout.ts'
import { type Release, takeLock, tryLock } from './lock.ts'
import { setApart } from './mark-view.ts'
import { checkFolders, placesIn } from './paths.ts'

/**
 * One build's view of a directory: a separate OCI layout whose blobs are links to the same files. BuildKit reads and
 * writes only there, so that builds do not share an index.json (which its client locks without waiting, and writes in
 * place), and a sweep takes nothing from running builds.
 */
export type View = {
  /** The directory itself. */
  directory: string
  path: string
  /** Why an existing cache cannot be read, by its tag; undefined if it can, or if there is none. */
  whyUnread: (tag: string) => string | undefined
  /** Whether a tag exists and is complete. */
  has: (tag: string) => boolean
  /** Held until the build's process ends, to show others that the view is in use. */
  release: Release
}

/** A text unique to a tag's cache; if given, the view's caches are marked (mark-view.ts). */
export type PlaceOf = (tag: string) => string

const WAIT = 30_000
/** Marks the entries that were in a view before its build. */
const BEFORE = 'buildx-branch-cache.before'
const BROKEN = 'a layer of it is missing or too short'
const HEX = /^[0-9a-f]{64}$/

/** What is known about a requested tag: its manifest and the blobs that it needs, or why it cannot be read. */
type Wanted = {
  tag: string
  manifest: Descriptor
  sizes: ReadonlyMap<string, number>
  why: string | undefined
}

/**
 * Creates a view inside the directory, for a build that also writes. It contains all blobs, so that BuildKit writes
 * none of them again, and those requested tags that are complete. Throws an Error for the user, having changed only the
 * action's own folders.
 */
export async function openView(directory: string, tags: readonly string[], placeOf?: PlaceOf): Promise<View> {
  const places = placesIn(directory)
  checkFolders(directory)
  readIndex(directory)
  for (const folder of [blobFolder(directory), places.views, places.used]) makeFolder(folder)
  checkFolders(directory)
  const unlock = await takeLock(places.lock, WAIT)
  if (!unlock) throw new Error(`another build has held its lock for more than ${WAIT / 1000} s`)
  let wanted: Wanted[]
  let path: string
  let release: Release
  try {
    path = mkdtempSync(join(places.views, 'view-'))
    release = (await tryLock(join(path, 'alive'))) as Release // no other process knows it yet
    makeFolder(blobFolder(path))
    wanted = wantedIn(directory, readIndex(directory), tags)
    linkAll(directory, path)
    for (const { tag, why } of wanted) if (why === undefined) renew(directory, tag)
  } finally {
    unlock()
  }
  return fill({ directory, path, release }, wanted, placeOf)
}

/**
 * The same outside the directory, in a temporary folder, for a build that only reads. It contains the requested tags
 * and their blobs, and changes nothing in the directory, which need not be writable.
 */
export async function openReadView(
  directory: string,
  tags: readonly string[],
  tempDir: string,
  placeOf?: PlaceOf,
): Promise<View> {
  for (const folder of [join(directory, 'blobs'), blobFolder(directory)]) lookAtFolder(folder)
  const wanted = wantedIn(directory, readIndex(directory), tags)
  const temporary = tempDir || tmpdir()
  makeFolder(temporary)
  const path = mkdtempSync(join(temporary, 'buildx-branch-cache-view-'))
  makeFolder(blobFolder(path))
  return fill({ directory, path, release: () => {} }, wanted, placeOf)
}

/**
 * Adds the missing blobs of the requested tags, copying them if links are not possible, and returns the complete tags.
 */
async function fill(
  view: Omit<View, 'whyUnread' | 'has'>,
  wanted: readonly Wanted[],
  placeOf?: PlaceOf,
): Promise<View> {
  const { directory, path } = view
  const whyUnread = new Map<string, string>()
  const whole: Descriptor[] = []
  const tags = new Set<string>()
  for (const { tag, manifest, sizes, why } of wanted) {
    const broken = why ?? (await whyNotBrought(directory, path, sizes))
    if (broken === undefined) {
      whole.push(placeOf ? apart(path, manifest, placeOf(tag)) : manifest)
      tags.add(tag)
    } else {
      whyUnread.set(tag, broken)
      dropShort(path, sizes)
    }
  }
  writeIndex(path, undefined, whole.map(mark), path)
  return { ...view, whyUnread: (tag) => whyUnread.get(tag), has: (tag) => tags.has(tag) }
}

function apart(path: string, manifest: Descriptor, place: string): Descriptor {
  try {
    return setApart(path, manifest, place)
  } catch {
    return manifest
  }
}

/**
 * The manifests of tags and the blobs they need. BuildKit would notice a missing layer too late, and fail the build.
 */
function wantedIn(directory: string, index: Index | undefined, tags: readonly string[]): Wanted[] {
  return [...new Set(tags)].flatMap((tag): Wanted[] => {
    const manifest = findTag(index, tag)
    if (!manifest) return []
    try {
      const { sizes, isWhole, unknown } = needsOf(directory, manifest)
      const isOurs = [...sizes.keys()].every(isOurKind)
      const why = unknown ?? (isWhole && isOurs ? undefined : BROKEN)
      return [{ tag, manifest, sizes, why }]
    } catch (error) {
      return [{ tag, manifest, sizes: new Map(), why: (error as Error).message }]
    }
  })
}

/** Why not all blobs could be added to the view; undefined if they were. */
async function whyNotBrought(
  directory: string,
  path: string,
  sizes: ReadonlyMap<string, number>,
): Promise<string | undefined> {
  try {
    for (const [digest, size] of sizes) {
      if (blobExists(path, digest, size)) continue
      const [from, to] = [blobFile(directory, digest), blobFile(path, digest)]
      if (blobExists(directory, digest, size) && !linkShared(from, to)) await copyShared(from, to)
      if (!blobExists(path, digest, size)) return BROKEN
    }
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/** BuildKit assumes that an existing blob is valid and would not rewrite it, so blobs of a wrong size are removed. */
function dropShort(path: string, sizes: ReadonlyMap<string, number>): void {
  for (const [digest, size] of sizes) {
    if (!blobExists(path, digest, size)) rmSync(blobFile(path, digest), { force: true })
  }
}

/** Links every blob, if the file system supports it. */
function linkAll(directory: string, path: string): void {
  for (const name of blobNames(directory)) {
    try {
      linkShared(join(blobFolder(directory), name), join(blobFolder(path), name))
    } catch {
      // Deleted in between, or not a file: either no build needs it, or the check below reports it.
    }
  }
}

/** The blobs of a directory: files named by a hash. */
export function blobNames(directory: string): string[] {
  return readdirSync(blobFolder(directory), { withFileTypes: true }).flatMap((it) =>
    it.isFile() && HEX.test(it.name) ? [it.name] : [],
  )
}

/** The manifest that a build wrote to a tag of its view; undefined if none. */
export function writtenIn({ path }: View, tag: string): Descriptor | undefined {
  return readIndex(path)?.entries.find(
    (it): it is Descriptor => tagOf(it) === tag && isDescriptor(it) && it.annotations?.[BEFORE] === undefined,
  )
}

function mark(it: Descriptor): Descriptor {
  return { ...it, annotations: { ...it.annotations, [BEFORE]: 'true' } }
}
