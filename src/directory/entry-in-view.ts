import { resolve } from 'node:path'
import type { Entry } from '../plan/entries.ts'

export const isLocal = ({ backend }: Entry): boolean => backend === 'local'

/** The directory of an entry of local, as buildx takes it: from where the step runs. */
export function directoryOf({ attributes: { dest, src = '' } }: Entry): string {
  return resolve(dest ?? src)
}

/** The same entries, those of local in another directory; what is shown of them stays. */
export function movedTo(path: string, entries: readonly Entry[]): Entry[] {
  return entries.map((it) => {
    if (!isLocal(it)) return it
    const attributes = Object.entries(it.attributes).map(([name, value]) =>
      name === 'dest' || name === 'src' ? [name, path] : [name, value],
    )
    return { ...it, attributes: Object.fromEntries(attributes) }
  })
}
