import { statSync, utimesSync, writeFileSync } from 'node:fs'
import { usedFile } from './places.ts'

/** Notes that a tag is in use now. A tag with such a note is ours. */
export function touch(directory: string, tag: string): void {
  const file = usedFile(directory, tag)
  const now = new Date()
  try {
    utimesSync(file, now, now)
  } catch {
    writeFileSync(file, '')
  }
}

/** When a tag was last read or written, in milliseconds since 1970; undefined for one that is not ours. */
export function usedAt(directory: string, tag: string): number | undefined {
  return statSync(usedFile(directory, tag), { throwIfNoEntry: false })?.mtimeMs
}
