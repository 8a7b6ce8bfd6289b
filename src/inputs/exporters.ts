import { parse } from 'csv-parse/sync'

/** Whether the input `outputs` has one of a type; a bare path is `local`. Parsed as upstream does. */
export function hasExporter(type: string, outputs: readonly string[]): boolean {
  for (const fields of readRecords(outputs.join('\n'))) {
    if (fields.length === 1 && !fields[0]?.startsWith('type=')) return type === 'local'
    if (fields.some((field) => isType(field, type))) return true
  }
  return false
}

/** Whether the input `outputs` has one that exports only a part of the result: `src` of the types `local` and `tar`. */
export function exportsPart(outputs: readonly string[]): boolean {
  return readRecords(outputs.join('\n')).some(
    (fields) =>
      fields.some((field) => isType(field, 'local') || isType(field, 'tar')) &&
      fields.some((field) => /^src\s*=/.test(field)),
  )
}

/** The compression of each image of the input `outputs`, BuildKit's default if unset. */
export function compressions(outputs: readonly string[]): string[] {
  return readRecords(outputs.join('\n'))
    .filter((fields) => fields.some((field) => images.some((type) => isType(field, type))))
    .map(
      (fields) =>
        fields.flatMap((field) => /^compression\s*=\s*(.*)/.exec(field)?.[1] ?? []).at(-1) ?? 'gzip',
    )
}

const images = ['image', 'registry', 'docker', 'oci']

/** Whether an attestation is of a type. */
export function isAttestation(type: string, attest: string): boolean {
  return readRecords(attest).some((fields) => fields.some((field) => isType(field, type)))
}

function isType(field: string, type: string): boolean {
  const [name, value] = field.split('=')
  return name?.trim() === 'type' && value?.trim() === type
}

/** Lines of comma-separated fields, trimmed. Throws an Error on misplaced quotes. */
export function readRecords(text: string): string[][] {
  return parse(text, { trim: true, relax_column_count: true })
}
