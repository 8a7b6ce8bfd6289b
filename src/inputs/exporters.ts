import { parse } from 'csv-parse/sync'

/** Whether one of the input `outputs` is of a type; a bare path is `local`. As upstream reads them. */
export function hasExporter(type: string, outputs: readonly string[]): boolean {
  for (const fields of readRecords(outputs.join('\n'))) {
    if (fields.length === 1 && !fields[0]?.startsWith('type=')) return type === 'local'
    if (fields.some((field) => isType(field, type))) return true
  }
  return false
}

/** Whether an attestation is of a type. */
export function isAttestation(type: string, attest: string): boolean {
  return readRecords(attest).some((fields) => fields.some((field) => isType(field, type)))
}

function isType(field: string, type: string): boolean {
  const [name, value] = field.split('=')
  return name?.trim() === 'type' && value?.trim() === type
}

/** Lines of comma separated fields, blanks around them trimmed. Throws an Error on quotes out of place. */
export function readRecords(text: string): string[][] {
  return parse(text, { trim: true, relax_column_count: true })
}
