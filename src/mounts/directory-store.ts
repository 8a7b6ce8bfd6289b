import { createReadStream, readdirSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { checkFolders, placesIn } from '../directory/paths.ts'
import { makeFolder } from '../lib/make-folder.ts'
import { sha256 } from '../lib/sha256.ts'
import { copyShared, lookAt, lookAtFolder, openShared, SCRATCH } from '../lib/shared-files.ts'
import { decompressInto } from './archive-file.ts'
import type { MountStore, StoredMounts } from './store.ts'

/** The name of an archive: the hash of its scope's key, and the fingerprint of its content. */
const NAME = /^([0-9a-f]{64})-([0-9a-f]{32})$/
/** In milliseconds: a file that is still being written is never so old. */
const ABANDONED = 24 * 3_600_000

/**
 * The directory of a local cache: an archive is a file in the action's folder there. `keepMs`: how long it is kept
 * after its last use.
 */
export function directoryStore(directory: string, keepMs: number): MountStore {
  const folder = join(placesIn(directory).own, 'mounts')
  const find = (key: string): StoredMounts | undefined => {
    const name = archivesOf(folder, key)
      .map((it) => ({ name: it, time: lookAt(join(folder, it))?.mtimeMs ?? 0 }))
      .sort((a, b) => b.time - a.time)[0]?.name
    if (name === undefined) return undefined
    return {
      key,
      fingerprint: NAME.exec(name)?.[2] ?? '',
      fetch: async (into) => {
        const fd = openShared(join(folder, name))
        if (fd === undefined) throw new Error('the archive no longer exists')
        const source = createReadStream('', { fd, highWaterMark: 1024 * 1024 })
        try {
          const context = await decompressInto(into, source)
          touch(join(folder, name))
          return context
        } finally {
          source.destroy() // closes the file
        }
      },
    }
  }
  return {
    name: 'local',
    isOnGithub: false,
    find: async (keys) => {
      checkFolders(directory)
      for (const key of keys) {
        const found = find(key)
        if (found) return found
      }
      return undefined
    },
    save: async ({ key, fingerprint, pack }) => {
      const { file, size, hash } = await pack()
      checkFolders(directory)
      makeFolder(folder)
      lookAtFolder(folder)
      const name = `${sha256(key)}-${fingerprint}`
      // Renamed only when complete; the older archive is deleted afterwards.
      const temporary = join(folder, `new-${hash.slice(0, 16)}`)
      rmSync(temporary, { force: true })
      copyShared(file, temporary)
      renameSync(temporary, join(folder, name))
      const older = archivesOf(folder, key).filter((it) => it !== name)
      for (const it of older) rmSync(join(folder, it), { force: true })
      sweepMounts(folder, keepMs)
      return size
    },
  }
}

/** The archives of a scope in a directory: their files, and their sizes in bytes. */
export function mountsOf(directory: string, key: string): { file: string; size: number }[] {
  checkFolders(directory)
  const folder = join(placesIn(directory).own, 'mounts')
  return archivesOf(folder, key).map((it) => ({
    file: join(folder, it),
    size: lookAt(join(folder, it))?.size ?? 0,
  }))
}

/** The names of a scope's archives. */
function archivesOf(folder: string, key: string): string[] {
  if (!lookAtFolder(folder)) return []
  const hash = sha256(key)
  return readdirSync(folder).filter((it) => NAME.exec(it)?.[1] === hash)
}

/** Removes expired archives, and incomplete files. */
function sweepMounts(folder: string, keepMs: number): void {
  for (const name of readdirSync(folder)) {
    const most = NAME.test(name) ? keepMs : SCRATCH.test(name) ? ABANDONED : Number.POSITIVE_INFINITY
    const stat = lookAt(join(folder, name))
    if (stat?.isFile() && Date.now() - stat.mtimeMs > most) rmSync(join(folder, name), { force: true })
  }
}

/** Marks it as used; a run without write permission leaves it unchanged. */
function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    return
  }
}
