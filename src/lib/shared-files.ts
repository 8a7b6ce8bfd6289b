import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'

// All access to files in a folder that others can write. Anything may be there: a link, a named pipe, a device, a
// folder. It is checked before it is opened: no link is followed, nothing blocks, and anything but a regular file is an
// Error for the user and stays unchanged.

// Windows has no such flags, and only administrators can create such links there.
const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants as Partial<typeof constants>
const SAFELY = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY

const PIECE = 1024 * 1024

/** The stat of a path, links not followed: undefined if nothing is there; throws the system's Error, for the user. */
export function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw inWords(path, error)
  }
}

/** The regular file at a path, undefined if nothing is there; throws for anything else. */
export function lookAtFile(path: string): Stats | undefined {
  const stat = lookAt(path)
  if (stat && !stat.isFile()) throw new Error(`${path} is ${fileKind(stat)}, not a file`)
  return stat
}

/** Whether there is a folder, not a link to one; throws for anything else. */
export function lookAtFolder(path: string): boolean {
  const stat = lookAt(path)
  if (stat && !stat.isDirectory()) throw new Error(`${path} is ${fileKind(stat)}, not a folder`)
  return stat !== undefined
}

/** The content of a file, undefined if missing. Throws for more than `most` bytes. */
export function readShared(path: string, most: number): Buffer | undefined {
  const fd = openShared(path)
  if (fd === undefined) return undefined
  try {
    const size = fstatSync(fd).size
    if (size > most) throw new Error(`${path} is larger than ${most} bytes`)
    // The file may be truncated while it is read; appended data is not read.
    const bytes = Buffer.alloc(size)
    let length = 0
    for (let read = 1; length < size && read > 0; length += read) {
      read = readSync(fd, bytes, length, size - length, length)
    }
    return bytes.subarray(0, length)
  } catch (error) {
    throw inWords(path, error)
  } finally {
    closeSync(fd)
  }
}

/** Opens a file for reading; undefined if missing. The caller closes the descriptor. */
export function openShared(path: string): number | undefined {
  // Check before opening: opening alone has effects on some devices.
  if (!lookAtFile(path)) return undefined
  let fd: number
  try {
    fd = openSync(path, constants.O_RDONLY | SAFELY)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw inWords(path, error)
  }
  const stat = fstatSync(fd)
  if (stat.isFile()) return fd
  closeSync(fd)
  throw new Error(`${path} is ${fileKind(stat)}, not a file`)
}

/** Creates a file; false if anything exists at the path. */
export function createShared(path: string, content: string | Uint8Array = '', mode = 0o666): boolean {
  try {
    const fd = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | SAFELY, mode)
    try {
      if (content.length > 0) writeFileSync(fd, content)
    } finally {
      closeSync(fd)
    }
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw inWords(path, error)
  }
}

/**
 * Creates or replaces a file atomically: readers see the old content or the new, even if the process is killed. Keeps
 * the mode and, if permitted, the owner of the old file. The new file is first written to `scratch`, a folder of the
 * same file system.
 */
export function replaceShared(path: string, content: string | Uint8Array, scratch: string): void {
  const before = lookAtFile(path)
  const temporary = scratchFile(scratch)
  if (!createShared(temporary, content)) throw new Error(`${temporary} already exists`)
  try {
    settle(temporary, before, content.length > 0)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw inWords(path, error)
  }
}

/** The name that `replaceShared` gives to an incomplete file. */
export const SCRATCH = /^new-[0-9a-f]{16}$/

function scratchFile(folder: string): string {
  return join(folder, `new-${randomBytes(8).toString('hex')}`)
}

/** Flushed to disk before the rename, with the owner of the old file. */
function settle(path: string, before: Stats | undefined, holdsSomething: boolean): void {
  const fd = openSync(path, constants.O_WRONLY | SAFELY)
  try {
    if (before) {
      const now = fstatSync(fd)
      try {
        if (now.uid !== before.uid || now.gid !== before.gid) fchownSync(fd, before.uid, before.gid)
      } catch {
        // Only root can change the owner; whoever can replace the file can also read the new one.
      }
      fchmodSync(fd, before.mode & 0o777)
    }
    if (holdsSomething) fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/**
 * Creates a hard link; false if the file system does not support or allow it. Throws if the file is missing, or if `to`
 * exists.
 */
export function linkShared(from: string, to: string): boolean {
  try {
    // link(2) does not follow a symbolic link; the type is checked afterwards, at the new name.
    linkSync(from, to)
  } catch (error) {
    if (['EEXIST', 'ENOENT', 'ENOTDIR'].includes(codeOf(error))) throw inWords(to, error)
    return false
  }
  const stat = lookAt(to)
  if (stat?.isFile()) return true
  rmSync(to, { force: true })
  throw new Error(`${from} is ${stat ? fileKind(stat) : 'gone'}, not a file`)
}

/**
 * Copies a file to a new path; throws if the file is missing or the path exists. Signals and timers run between the
 * chunks; if `stop` is aborted, its reason is thrown and nothing is left at `to`.
 */
export async function copyShared(from: string, to: string, stop?: AbortSignal): Promise<void> {
  const source = openShared(from)
  if (source === undefined) throw new Error(`${from} no longer exists`)
  try {
    const target = openSync(to, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | SAFELY, 0o644)
    try {
      const size = fstatSync(source).size
      const piece = Buffer.allocUnsafe(Math.min(PIECE, Math.max(size, 1)))
      for (let at = 0; at < size; ) {
        await turn()
        stop?.throwIfAborted()
        const read = readSync(source, piece, 0, Math.min(piece.length, size - at), at)
        if (read === 0) break
        for (let done = 0; done < read; ) done += writeSync(target, piece, done, read - done)
        at += read
      }
    } finally {
      closeSync(target)
    }
  } catch (error) {
    rmSync(to, { force: true })
    throw inWords(to, error)
  } finally {
    closeSync(source)
  }
}

/** The type of what is at a path, with an article. */
export function fileKind(stat: Stats): string {
  if (stat.isFile()) return 'a file'
  if (stat.isDirectory()) return 'a folder'
  if (stat.isSymbolicLink()) return 'a link'
  if (stat.isFIFO()) return 'a named pipe'
  if (stat.isSocket()) return 'a socket'
  return 'a device'
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''

/** The system's Error with the path first and its code last; any other unchanged. */
function inWords(path: string, error: unknown): Error {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) return error as Error
  return Object.assign(new Error(`${path}: ${REASONS[code] ?? `${syscall} failed`} (${code})`), {
    code,
  })
}

const REASONS: Record<string, string> = {
  EACCES: 'no permission',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is exceeded',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ELOOP: 'it is a link',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a parent folder is a file',
  EEXIST: 'it already exists',
  ESTALE: 'the file handle is stale',
}
