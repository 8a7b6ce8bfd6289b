/**
 * BuildKit reads a cache entry as one line of CSV: a field is quoted as a whole (`"dest=/a,b"`) or not at all, and
 * nothing is trimmed (buildx util/buildflags/cache.go, tonistiigi/go-csvvalue).
 */
export function encodeFields(fields: readonly string[]): string {
  return fields
    .map((field) => (/[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',')
}

/**
 * The fields of one line of CSV, unquoted ones trimmed; throws an Error that says what is wrong. csv-parse does not
 * fit: it splits at line breaks, finds no field in an empty text, and locates an error only by its field.
 */
export function decodeFields(line: string): string[] {
  const fields: string[] = []
  // One field and what ends it: a comma, or the line's end.
  const field = /\s*(?:"((?:[^"]|"")*)"\s*|([^",]*))(,|$)/y
  do {
    const at = field.lastIndex
    const match = field.exec(line)
    if (!match)
      throw new Error(`a double quote is out of place after character ${at}; quote the whole "name=value"`)
    fields.push(match[1]?.replaceAll('""', '"') ?? (match[2] ?? '').trim())
    if (match[3] === '') return fields
  } while (field.lastIndex <= line.length)
  return fields
}
