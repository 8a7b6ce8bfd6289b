import { parse } from 'csv-parse/sync'

/** Whether one of the input `outputs` is of a type; a bare path is `local`. As upstream reads them. */
export function hasExporter(type: string, outputs: readonly string[]): boolean {
  for (const fields of readRecords(outputs.join('\n'))) {
    if (fields.length === 1 && !fields[0]?.startsWith('type=')) return type === 'local'
    if (fields.some((field) => isType(field, type))) return true
  }
  return false
}

/** Whether one of the input `outputs` exports a part of the result alone: `src` of the types `local` and `tar`. */
export function exportsPart(outputs: readonly string[]): boolean {
  return readRecords(outputs.join('\n')).some(
    (fields) =>
      fields.some((field) => isType(field, 'local') || isType(field, 'tar')) &&
      fields.some((field) => /^src\s*=/.test(field)),
  )
}

/** How each image of the input `outputs` is compressed, BuildKit's default where it does not say. */
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

/** Lines of comma separated fields, blanks around them trimmed. Throws an Error on quotes out of place. */
export function readRecords(text: string): string[][] {
  return parse(text, { trim: true, relax_column_count: true })
}
