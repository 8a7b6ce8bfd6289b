import { CsvError, parse } from 'csv-parse/sync'

/**
 * A multi-line input as docker/build-push-action reads it: one item a line and, unless `wholeLines`,
 * several separated by commas; an item in double quotes keeps its commas and line breaks. Throws an Error that
 * says what is wrong.
 */
export function parseList(text: string, wholeLines = false): string[] {
  if (text === '') return []
  return records(text)
    .flatMap((fields) => {
      if (wholeLines) return [fields.join(',')]
      // A line that is one quoted field is split as well: upstream does so, and tags rely on it.
      return fields.length === 1 ? fields.flatMap((field) => field.split(',')) : fields
    })
    .filter((item) => item !== '')
    .map((item) => item.trim())
}

function records(text: string): string[][] {
  try {
    return parse(text, { relax_quotes: true, relax_column_count: true, skip_empty_lines: true })
  } catch (error) {
    throw error instanceof CsvError ? new Error('a double quote is not closed') : error
  }
}

/** One item a line, blank lines and, unless items may begin with `#`, comments left out; nothing else interpreted. */
export function parseLines(text: string, comments = true): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !(comments && line.startsWith('#')))
}
