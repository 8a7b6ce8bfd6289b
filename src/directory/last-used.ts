import { lookAt, readShared, replaceShared } from '../lib/shared-files.ts'
import { placesIn, usedFile } from './paths.ts'

/** In bytes: what a note may hold. */
const MOST = 16 * 1024

/**
 * Notes that a tag of ours is in use now. The note holds the record of its scope (marking/scope-record.ts), where one
 * is given or was. Whatever else lies in the note's place stays, and so does the tag.
 */
export function touch(directory: string, tag: string, record?: string): void {
  try {
    const file = usedFile(directory, tag)
    replaceShared(file, record ?? readShared(file, MOST) ?? '', placesIn(directory).own)
  } catch {
    // Without a note a tag is nobody's: no sweep takes it away.
  }
}

/** The same for a tag that has a note already; any other is not ours. */
export function renew(directory: string, tag: string): void {
  if (usedAt(directory, tag) !== undefined) touch(directory, tag)
}

/** When a tag was last read or written, in milliseconds since 1970; undefined for one that is not ours. */
export function usedAt(directory: string, tag: string): number | undefined {
  const stat = lookAt(usedFile(directory, tag))
  return stat?.isFile() ? stat.mtimeMs : undefined
}

/** What the note of a tag of ours holds; undefined where there is none that can be read. */
export function noteOf(directory: string, tag: string): string | undefined {
  try {
    return readShared(usedFile(directory, tag), MOST)?.toString()
  } catch {
    return undefined
  }
}
