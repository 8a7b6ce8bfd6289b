import { InputError } from '../runner/input-error.ts'

/** The text itself; what is not UTF-8 is refused, since two such names would become one. */
export function wellFormed(input: string, text: string): string {
  // Node reads it as U+FFFD.
  if (!text.isWellFormed() || text.includes('\ufffd'))
    throw new InputError(input, 'it is not well-formed Unicode.')
  return text
}
