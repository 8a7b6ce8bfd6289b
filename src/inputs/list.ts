import { CsvError, type Options, parse } from 'csv-parse/sync'

/** How docker/build-push-action parses a list: the separator, and whether quotes and blanks count. */
export type Dialect = { commas?: false; quote?: false; trim?: false }

/**
 * A multi-line input as docker/build-push-action reads it: one item a line and, unless `commas: false`, several
 * separated by commas; an item in double quotes keeps its commas and line breaks. Throws an Error that says what
 * is wrong.
 */
export function parseList(text: string, dialect: Dialect = {}): string[] {
  if (text === '') return []
  return records(text, dialect.quote === false ? { quote: false } : {})
    .flatMap((fields) => {
      if (dialect.commas === false) return [fields.join(',')]
      // A line that is one quoted field is split as well: upstream does so, and tags rely on it.
      return fields.length === 1 ? fields.flatMap((field) => field.split(',')) : fields
    })
    .filter((item) => item !== '')
    .map((item) => (dialect.trim === false ? item : item.trim()))
}

function records(text: string, options: Options): string[][] {
  try {
    return parse(text, { relax_quotes: true, relax_column_count: true, skip_empty_lines: true, ...options })
  } catch (error) {
    throw error instanceof CsvError ? new Error('a double quote is not closed') : error
  }
}

/**
 * One item a line, without blank lines and, unless items may begin with `#`, without comments; nothing else is
 * interpreted.
 */
export function parseLines(text: string, comments = true): string[] {
  return numberedLines(text, comments).map(({ line }) => line)
}

/** The same with the number of each line, counted from 1 in the text as written. */
export function numberedLines(text: string, comments = true): { number: number; line: string }[] {
  return text
    .split(/\r?\n/)
    .map((line, i) => ({ number: i + 1, line: line.trim() }))
    .filter(({ line }) => line !== '' && !(comments && line.startsWith('#')))
}
