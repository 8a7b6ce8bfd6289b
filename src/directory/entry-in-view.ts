import { resolve } from 'node:path'
import { decodeFields, encodeFields } from '../lib/csv.ts'
import type { Entry } from '../plan/entries.ts'
import { parseEntry } from '../plan/entry-fields.ts'

const DIRECTORY = /^(dest|src)=/

export const isLocal = ({ backend }: Entry): boolean => backend === 'local'

/** The directory of an entry of local, as buildx takes it: from where the step runs. */
export function directoryOf({ csv }: Entry): string {
  const { dest, src = '' } = parseEntry(csv).attributes
  return resolve(dest ?? src)
}

/** The same entries, those of local in another directory; what is shown of them stays. */
export function movedTo(path: string, entries: readonly Entry[]): Entry[] {
  return entries.map((it) => {
    if (!isLocal(it)) return it
    const fields = decodeFields(it.csv).map((field) => {
      const [name] = DIRECTORY.exec(field) ?? []
      return name === undefined ? field : `${name}${path}`
    })
    return { ...it, csv: encodeFields(fields) }
  })
}
