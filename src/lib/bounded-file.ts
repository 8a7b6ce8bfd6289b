import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

// Without O_NONBLOCK, which Windows has not, a FIFO that nobody writes would never open.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants as Partial<typeof constants>

/**
 * The text of a file that others may have put there: a regular one of at most `most` bytes, links followed. `isOurs`:
 * only a file of this process's user that no link led to. Throws the system's Error, or one in words.
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
      if (read === 0) break // it has shrunk meanwhile
      length += read
    }
    return bytes.toString('utf8', 0, length)
  } finally {
    closeSync(fd)
  }
}
