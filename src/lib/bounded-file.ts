import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/**
 * The text of a file that others may have put there: a regular one of at most `most` bytes, links followed. Throws
 * the system's Error, or one in words.
 */
export function readBounded(path: string, most: number): string {
  // Without O_NONBLOCK, which Windows has not, a FIFO that nobody writes would never open.
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stat = fstatSync(fd)
    if (!stat.isFile()) throw new Error('it is not a regular file')
    if (stat.size > most) throw new Error(`it is larger than ${most} bytes`)
    const bytes = Buffer.alloc(stat.size)
    let length = 0
    while (length < bytes.length) {
      const read = readSync(fd, bytes, length, bytes.length - length, null)
      if (read === 0) break // it has shrunk meanwhile
      length += read
    }
    return bytes.toString('utf8', 0, length)
  } finally {
    closeSync(fd)
  }
}
