import { lookAt, readShared, replaceShared } from '../lib/shared-files.ts'
import { placesIn, usedFile } from './paths.ts'

/** In bytes: the largest note. */
const MOST = 16 * 1024

/**
 * Marks one of the action's tags as used now. The note contains the record of its scope (marking/scope-record.ts), a
 * new one if given, else the previous one. If something else is at the note's path, it is kept, and so is the tag.
 */
export function touch(directory: string, tag: string, record?: string): void {
  try {
    const file = usedFile(directory, tag)
    replaceShared(file, record ?? readShared(file, MOST) ?? '', placesIn(directory).own)
  } catch {
    // A tag without a note is never swept.
  }
}

/** The same for a tag that already has a note; any other is not the action's. */
export function renew(directory: string, tag: string): void {
  if (usedAt(directory, tag) !== undefined) touch(directory, tag)
}

/** When a tag was last read or written, in milliseconds since 1970; undefined for a tag that is not the action's. */
export function usedAt(directory: string, tag: string): number | undefined {
  const stat = lookAt(usedFile(directory, tag))
  return stat?.isFile() ? stat.mtimeMs : undefined
}

/** The content of a tag's note; undefined if missing or unreadable. */
export function noteOf(directory: string, tag: string): string | undefined {
  try {
    return readShared(usedFile(directory, tag), MOST)?.toString()
  } catch {
    return undefined
  }
}
