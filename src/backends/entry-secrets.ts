import { decodeFields } from '../lib/csv.ts'
import { backends } from './backends.ts'

/** A credential as it is, and as CSV quotes it. */
export function spellings(secret: string): string[] {
  const quoted = secret.replaceAll('"', '""')
  return [...new Set([secret, quoted])].filter((it) => it !== '')
}

/** The attributes of all backends that hold a credential. */
export const secretNames: ReadonlySet<string> = new Set(
  Object.values(backends).flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, { secret }]) => (secret ? [name] : [])),
  ),
)

const looseField = /(\w+)="?([^,"]*)/g

/** The credentials in entries that the user wrote for buildx and that are passed on as they are. */
export function secretsInEntries(entries: readonly string[]): string[] {
  return entries.flatMap((entry) => {
    try {
      return decodeFields(entry).flatMap((field) => {
        const [name = '', ...value] = field.split('=')
        return secretNames.has(name.trim().toLowerCase()) ? spellings(value.join('=')) : []
      })
    } catch {
      // buildx reports what is wrong with it; the command is printed anyway.
      return [...entry.matchAll(looseField)].flatMap(([, name = '', value = '']) =>
        secretNames.has(name.toLowerCase()) ? spellings(value) : [],
      )
    }
  })
}
