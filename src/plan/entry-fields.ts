import { decodeFields } from '../lib/csv.ts'

/** The type and the attributes of a --cache-from or --cache-to of ours. */
export function parseEntry(csv: string): { type: string; attributes: Record<string, string> } {
  const fields = decodeFields(csv).map((field): [string, string] => {
    const equals = field.indexOf('=')
    return [field.slice(0, equals), field.slice(equals + 1)]
  })
  const { type = '', ...attributes } = Object.fromEntries(fields)
  return { type, attributes }
}
