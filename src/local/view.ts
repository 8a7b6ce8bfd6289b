import { constants, copyFileSync, linkSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  blobFile,
  blobFolder,
  type Descriptor,
  isSpoilt,
  isThere,
  needsOf,
  readIndex,
  tagOf,
  writeIndex,
} from './layout.ts'
import { type Release, takeLock, tryLock } from './lock.ts'
import { makeFolder } from './make-folder.ts'
import { placesIn, whyNotOurs } from './places.ts'
import { touch } from './used.ts'

/**
 * What one build sees of a directory: an OCI layout of its own, its blobs links to the same files. BuildKit reads
 * and writes there alone, so that builds do not meet in one index.json (which its client locks without waiting,
 * and writes in place), and what a sweep takes away stays for those that are at it.
 */
export type View = {
  /** The directory itself. */
  directory: string
  path: string
  /** Why a cache that is there cannot be read, by its tag; undefined where it can, and where there is none. */
  whyUnread: (tag: string) => string | undefined
  /** Held until the build's process ends, by which others know that the view is in use. */
  release: Release
}

const WAIT = 30_000
/** Marks what was in a view before its build. */
const BEFORE = 'buildx-branch-cache.before'
const BROKEN = 'a layer of it is missing or too short'
const SPOILT = 'the index.json of the directory cannot be read'
const HEX = /^[0-9a-f]{64}$/

/**
 * Makes a view with the wanted tags, as far as they are whole; throws an Error in words. A manifest whose layers
 * are not all there would fail the build (BuildKit finds out too late).
 */
export async function openView(directory: string, tags: readonly string[]): Promise<View> {
  const places = placesIn(directory)
  const why = whyNotOurs(directory)
  if (why) throw new Error(why)
  for (const folder of [blobFolder(directory), places.views, places.used]) makeFolder(folder)
  const unlock = await takeLock(places.lock, WAIT)
  if (!unlock) throw new Error(`another build holds its lock for more than ${WAIT / 1000} s`)
  try {
    const path = mkdtempSync(join(places.views, 'view-'))
    const release = (await tryLock(join(path, 'alive'))) as Release // nobody else knows it yet
    makeFolder(blobFolder(path))
    for (const name of blobNames(directory)) bring(name, blobFolder(directory), blobFolder(path), path)
    const index = readIndex(directory)
    const known = (index?.manifests ?? []).filter((it) => tags.includes(tagOf(it)))
    const whole = known.filter((it) => needsOf(path, it).isWhole)
    const broken = known.filter((it) => !whole.includes(it))
    for (const it of broken) dropShort(path, it)
    for (const it of whole) touch(directory, tagOf(it))
    writeIndex(path, undefined, whole.map(mark))
    const spoilt = isSpoilt(directory, index)
    const whyUnread = (tag: string): string | undefined =>
      spoilt ? SPOILT : broken.some((it) => tagOf(it) === tag) ? BROKEN : undefined
    return { directory, path, release, whyUnread }
  } finally {
    unlock()
  }
}

/** BuildKit takes a blob that is there for good, and would not write it again: what is not as long as it should be goes. */
function dropShort(path: string, manifest: Descriptor): void {
  for (const [digest, size] of needsOf(path, manifest).sizes) {
    if (!isThere(path, { digest, size })) rmSync(blobFile(path, digest), { force: true })
  }
}

/** The blobs of a directory: files whose names are a hash. */
export function blobNames(directory: string): string[] {
  return readdirSync(blobFolder(directory), { withFileTypes: true }).flatMap((it) =>
    it.isFile() && HEX.test(it.name) ? [it.name] : [],
  )
}

/** A file under the same name in another folder: a second name for it, or where there is no such thing, a copy. */
export function bring(name: string, from: string, to: string, scratch: string): void {
  try {
    linkSync(join(from, name), join(to, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return
    copyFileSync(join(from, name), join(scratch, name), constants.COPYFILE_FICLONE)
    renameSync(join(scratch, name), join(to, name))
  }
}

/** The manifest that a build has put under a tag of its view; undefined where it wrote none. */
export function writtenIn({ path }: View, tag: string): Descriptor | undefined {
  return readIndex(path)?.manifests.find((it) => tagOf(it) === tag && it.annotations?.[BEFORE] === undefined)
}

function mark(it: Descriptor): Descriptor {
  return { ...it, annotations: { ...it.annotations, [BEFORE]: 'true' } }
}
