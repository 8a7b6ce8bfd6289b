import { lstatSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Choice, chooseTags, type Limits, type Scope, sizeOf } from './choose.ts'
import { blobFolder, type Descriptor, needsOf, readIndex, tagOf, writeIndex } from './layout.ts'
import { takeLock, tryLock } from './lock.ts'
import { makeFolder } from './make-folder.ts'
import { placesIn, usedFile, whyNotOurs } from './places.ts'
import { usedAt } from './used.ts'
import { blobNames } from './view.ts'

/** What a sweep did; sizes in bytes. */
export type Swept = Choice & { freed: number; size: number; scopes: number; spared: boolean }

const WAIT = 10_000
const HOUR = 3_600_000

/**
 * Takes away the tags that have to go, then the blobs that no tag needs, what killed builds left behind, and
 * half-written blobs of the day before; in words why it did not. The index goes first, so that it never names a
 * blob that is gone. Builds that run have views of their own and lose nothing.
 */
export async function sweep(
  directory: string,
  limits: Limits,
  justWritten: readonly string[],
): Promise<Swept | string> {
  const places = placesIn(directory)
  const why = whyNotOurs(directory)
  if (why) return why
  const unlock = await takeLock(places.lock, WAIT)
  if (!unlock) return 'another build is at it'
  try {
    const index = readIndex(directory)
    const all = (index?.manifests ?? []).map((it) => ({ it, ...scopeOf(directory, it) }))
    // What is not whole is of no use, and fails the builds that read it; of others' tags it may be so by intent.
    const whole = all.filter(({ isWhole, used }) => isWhole || used === undefined)
    const choice = chooseTags(whole, limits, Date.now(), justWritten)
    const gone = new Set([...choice.tooOld, ...choice.tooMuch])
    const stay = whole.filter(({ tag }) => !gone.has(tag))
    if (stay.length < all.length)
      writeIndex(
        directory,
        index,
        stay.map(({ it }) => it),
      )
    forget(
      places.used,
      stay.map(({ tag }) => usedFile(directory, tag)),
    )
    const needed = new Set(stay.flatMap(({ sizes }) => [...sizes.keys()]))
    const half = halfWritten(directory)
    for (const { path } of half.filter(({ age }) => age > 24 * HOUR))
      rmSync(path, { recursive: true, force: true })
    // Somebody may write here who does not go by our lock: `docker buildx build` by hand.
    const spared = half.some(({ age }) => age < HOUR)
    const freed = spared ? 0 : discard(directory, needed)
    await removeViews(places.views)
    return { ...choice, freed, size: sizeOf(stay), scopes: stay.length, spared }
  } finally {
    unlock()
    rmSync(places.trash, { recursive: true, force: true })
  }
}

function scopeOf(directory: string, it: Descriptor): Scope & { isWhole: boolean } {
  const tag = tagOf(it)
  return { tag, used: usedAt(directory, tag), ...needsOf(directory, it) }
}

/** Moves the blobs that nothing needs out of the way, which takes no time however large they are; their bytes. */
function discard(directory: string, needed: ReadonlySet<string>): number {
  const { trash } = placesIn(directory)
  makeFolder(trash)
  let freed = 0
  for (const name of blobNames(directory)) {
    if (needed.has(`sha256:${name}`)) continue
    const file = join(blobFolder(directory), name)
    freed += lstatSync(file).size
    renameSync(file, join(trash, name))
  }
  return freed
}

/** What BuildKit's client has begun to write and not ended, and how old it is, in milliseconds; no index names it yet. */
function halfWritten(directory: string): { path: string; age: number }[] {
  const folder = join(directory, 'ingest')
  return list(folder).map((name) => {
    const path = join(folder, name)
    return { path, age: Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) }
  })
}

/** When tags that are gone were used. */
function forget(folder: string, stay: readonly string[]): void {
  for (const name of list(folder)) {
    const file = join(folder, name)
    if (!stay.includes(file)) rmSync(file, { force: true })
  }
}

/** The views of builds that have ended, however they did: nobody holds their locks. */
async function removeViews(folder: string): Promise<void> {
  for (const name of list(folder)) {
    const view = join(folder, name)
    const release = await tryLock(join(view, 'alive')).catch(() => undefined)
    if (!release) continue
    release()
    rmSync(view, { recursive: true, force: true })
  }
}

function list(folder: string): string[] {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : []
}
