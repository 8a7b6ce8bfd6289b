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

// The one way to files in a folder that others can write. Whatever may lie there, a link, a named pipe, a device, a
// folder, is seen before it is touched: nothing is followed, nothing keeps us waiting, and what is no regular file is
// an Error in words and stays as it is.

// Windows has no such flags, and no such links for those who are not administrators.
const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants as Partial<typeof constants>
const SAFELY = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY

const PIECE = 1024 * 1024

/** What is at a place, without following a link: undefined for nothing; throws the system's Error, in words. */
export function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw inWords(path, error)
  }
}

/** The regular file at a place, undefined for nothing; anything else is an Error. */
export function lookAtFile(path: string): Stats | undefined {
  const stat = lookAt(path)
  if (stat && !stat.isFile()) throw new Error(`${path} is ${fileKind(stat)}, not a file`)
  return stat
}

/** Whether there is a folder, and no link to one; anything else is an Error. */
export function lookAtFolder(path: string): boolean {
  const stat = lookAt(path)
  if (stat && !stat.isDirectory()) throw new Error(`${path} is ${fileKind(stat)}, not a folder`)
  return stat !== undefined
}

/** What a file holds, undefined where there is none. More than `most` bytes are an Error. */
export function readShared(path: string, most: number): Buffer | undefined {
  const fd = openShared(path)
  if (fd === undefined) return undefined
  try {
    const size = fstatSync(fd).size
    if (size > most) throw new Error(`${path} is larger than ${most} bytes`)
    // It may be cut while it is read; what is added meanwhile is not read.
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

/** Opens a file for reading; undefined where there is none. Who gets the descriptor closes it. */
export function openShared(path: string): number | undefined {
  // Not even opened, where it is something else: that alone has effects on some devices.
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

/** Makes a file where there is nothing yet; false where there is something, whatever it is. */
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
 * Puts a file in the place of another, or of nothing, in one step: whoever reads sees the old or the new, also when
 * we are killed on the way. It keeps mode and, where we may, owner of the old one. What is being written has a name
 * of its own in `scratch`, a folder of the same file system.
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

/** What `replaceShared` calls a file that is not whole yet. */
export const SCRATCH = /^new-[0-9a-f]{16}$/

function scratchFile(folder: string): string {
  return join(folder, `new-${randomBytes(8).toString('hex')}`)
}

/** On disk before it has its name, and whose the one before it was. */
function settle(path: string, before: Stats | undefined, holdsSomething: boolean): void {
  const fd = openSync(path, constants.O_WRONLY | SAFELY)
  try {
    if (before) {
      const now = fstatSync(fd)
      try {
        if (now.uid !== before.uid || now.gid !== before.gid) fchownSync(fd, before.uid, before.gid)
      } catch {
        // Only root may give a file away; whoever may replace it may also read ours.
      }
      fchmodSync(fd, before.mode & 0o777)
    }
    if (holdsSomething) fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/**
 * A second name for a file, its content shared; false where the file system has no such thing or does not allow it
 * here. An Error where there is no such file, or something at `to`.
 */
export function linkShared(from: string, to: string): boolean {
  try {
    // A link is not followed (link(2)); what it is shows afterwards, under a name that is ours.
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
 * Copies a file to a place where there is nothing yet; an Error where there is no file or no such place. Signals and
 * timers are heard between the pieces; where `stop` is aborted, its reason is thrown and nothing is left at `to`.
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

/** What stands at a place, with its article. */
export function fileKind(stat: Stats): string {
  if (stat.isFile()) return 'a file'
  if (stat.isDirectory()) return 'a folder'
  if (stat.isSymbolicLink()) return 'a link'
  if (stat.isFIFO()) return 'a named pipe'
  if (stat.isSocket()) return 'a socket'
  return 'a device'
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''

/** The system's Error with the path first and its code last; any other as it is. */
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
