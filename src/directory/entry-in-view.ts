import { resolve } from 'node:path'
import type { Entry } from '../plan/entries.ts'

export const isLocal = ({ backend }: Entry): boolean => backend === 'local'

/** The directory of a local entry, resolved as buildx does: relative to the step's working directory. */
export function directoryOf({ attributes: { dest, src = '' } }: Entry): string {
  return resolve(dest ?? src)
}

/** The same entries, with local ones moved to another directory; the text shown for them is unchanged. */
export function movedTo(path: string, entries: readonly Entry[]): Entry[] {
  return entries.map((it) => {
    if (!isLocal(it)) return it
    const attributes = Object.entries(it.attributes).map(([name, value]) =>
      name === 'dest' || name === 'src' ? [name, path] : [name, value],
    )
    return { ...it, attributes: Object.fromEntries(attributes) }
  })
}
