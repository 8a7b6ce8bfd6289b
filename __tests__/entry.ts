import { branch } from '../src/events/branch.ts'
import { decodeFields } from '../src/lib/csv.ts'
import type { Entry } from '../src/plan/entries.ts'

/** An entry as the plan has it, of the value of a flag; its backend is its type, and nothing of it is secret. */
export function entryOf(flag: string, more: Partial<Entry> = {}): Entry {
  const fields = decodeFields(flag).map((field): [string, string] => {
    const equals = field.indexOf('=')
    return [field.slice(0, equals), field.slice(equals + 1)]
  })
  const { type = '', ...attributes } = Object.fromEntries(fields)
  return {
    backend: type,
    keys: ['main'],
    places: [],
    branch: branch('main'),
    role: 'own',
    type,
    attributes,
    shown: attributes,
    ...more,
  }
}
