import { InputError } from '../runner/input-error.ts'

const values = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
])

/** A YAML 1.2 core boolean, the same six spellings as @actions/core takes; empty is the default. */
export function parseBoolean(input: string, text: string, whenEmpty: boolean): boolean {
  if (text === '') return whenEmpty
  const value = values.get(text)
  if (value === undefined) throw new InputError(input, `"${text}" is not a boolean; write true or false.`)
  return value
}
