import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

// Without O_NONBLOCK (missing on Windows), opening a FIFO without a writer would block forever.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants as Partial<typeof constants>

/**
 * The text of a file that others may have written: a regular file of at most `most` bytes, links followed. `isOurs`:
 * only a file of this process's user that is not reached by a link. Throws the system's Error, or one for the user.
 */
export function readBounded(path: string, most: number, { isOurs = false } = {}): string {
  const fd = openSync(path, (O_RDONLY ?? 0) | O_NONBLOCK | (isOurs ? O_NOFOLLOW : 0))
  try {
    const stat = fstatSync(fd)
    if (!stat.isFile()) throw new Error('it is not a regular file')
    if (isOurs && process.getuid && stat.uid !== process.getuid())
      throw new Error('it belongs to another user')
    if (stat.size > most) throw new Error(`it is larger than ${most} bytes`)
    const bytes = Buffer.alloc(stat.size)
    let length = 0
    while (length < bytes.length) {
      const read = readSync(fd, bytes, length, bytes.length - length, null)
      if (read === 0) break // it has been truncated
      length += read
    }
    return bytes.toString('utf8', 0, length)
  } finally {
    closeSync(fd)
  }
}
