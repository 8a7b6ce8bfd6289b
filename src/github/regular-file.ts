import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'

const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants

/**
 * The text of a regular file of at most `most` bytes; undefined for any other, such as a pipe that never ends.
 * `isOurs`: only a file of this process's user that no link led to.
 */
export function readRegularFile(path: string, most: number, { isOurs = false } = {}): string | undefined {
  let file: number
  try {
    file = openSync(path, O_RDONLY | O_NONBLOCK | (isOurs ? O_NOFOLLOW : 0))
  } catch {
    return undefined
  }
  try {
    const { size, uid } = fstatSync(file)
    const isForeign = isOurs && process.getuid !== undefined && uid !== process.getuid()
    if (!fstatSync(file).isFile() || size > most || isForeign) return undefined
    const bytes = Buffer.alloc(most + 1)
    let length = 0
    for (let got = 1; got > 0 && length <= most; length += got) {
      got = readSync(file, bytes, length, bytes.length - length, null)
    }
    return length > most ? undefined : bytes.toString('utf8', 0, length)
  } catch {
    return undefined
  } finally {
    closeSync(file)
  }
}

/** Puts a file of its owner alone in the place of whatever has its name, links not followed; throws as node:fs does. */
export function replaceFile(path: string, text: string): void {
  const made = `${path}.${randomBytes(8).toString('hex')}`
  try {
    writeFileSync(made, text, { flag: 'wx', mode: 0o600 })
    renameSync(made, path)
  } catch (error) {
    rmSync(made, { force: true })
    throw error
  }
}
