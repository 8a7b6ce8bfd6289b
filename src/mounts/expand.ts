/** A variable: its value, `unset`, or unknown (a base image may set it). */
export type Variable = string | typeof UNSET | undefined

/** The variable has no value, and nothing can set it. */
export const UNSET = Symbol('unset')

/** The placeholder for a variable with an unknown value. */
class Unknown extends Error {}

/** The deepest nesting of variables that is resolved. */
const DEEPEST = 50

/**
 * A word of an instruction with quotes and escapes removed and variables expanded, as BuildKit's lexer does
 * (frontend/dockerfile/shell/lex.go). Undefined if unknown: for a variable that only a base image can set, a form with
 * a pattern (`${name#pattern}`), or a word that the lexer refuses.
 */
export function expandWord(
  word: string,
  escapeMark: string,
  lookup: (name: string) => Variable,
): string | undefined {
  try {
    const [text] = expandUntil(word, 0, '', { escapeMark, lookup }, 0)
    return text
  } catch (error) {
    if (error instanceof Unknown) return undefined
    throw error
  }
}

type Way = { escapeMark: string; lookup: (name: string) => Variable }

/** The text up to an unquoted `stop` (to the end if empty), and the index after it. */
function expandUntil(word: string, from: number, stop: string, way: Way, depth: number): [string, number] {
  if (depth > DEEPEST) throw new Unknown()
  let text = ''
  for (let i = from; i < word.length; ) {
    const char = word[i] as string
    if (char === stop) return [text, i + 1]
    if (char === "'") {
      const end = word.indexOf("'", i + 1)
      if (end < 0) throw new Unknown()
      text += word.slice(i + 1, end)
      i = end + 1
    } else if (char === '"') {
      const [inner, next] = expandQuoted(word, i + 1, way, depth)
      text += inner
      i = next
    } else if (char === '$') {
      const [value, next] = expandVariable(word, i, way, depth)
      text += value
      i = next
    } else if (char === way.escapeMark) {
      text += word[i + 1] ?? ''
      i += 2
    } else {
      text += char
      i++
    }
  }
  if (stop !== '') throw new Unknown()
  return [text, word.length]
}

function expandQuoted(word: string, from: number, way: Way, depth: number): [string, number] {
  let text = ''
  for (let i = from; i < word.length; ) {
    const char = word[i] as string
    if (char === '"') return [text, i + 1]
    if (char === '$') {
      const [value, next] = expandVariable(word, i, way, depth)
      text += value
      i = next
    } else if (char === way.escapeMark) {
      const next = word[i + 1]
      const isTaken = next === '"' || next === '$' || next === way.escapeMark
      text += isTaken ? next : char
      i += isTaken ? 2 : 1
    } else {
      text += char
      i++
    }
  }
  throw new Unknown()
}

/** The value of the variable that begins at a `$`, and where it ends; a `$` that begins no variable is literal. */
function expandVariable(word: string, at: number, way: Way, depth: number): [string, number] {
  const plain = /^\$([A-Za-z_]\w*)/.exec(word.slice(at, at + 1000))
  if (plain) return [valueNamed(plain[1] as string, way), at + plain[0].length]
  const braced = /^\$\{([A-Za-z_]\w*)(\}|:?[-+?])/.exec(word.slice(at, at + 1000))
  if (braced) {
    const [whole, name = '', operator = ''] = braced
    if (operator === '}') return [valueNamed(name, way), at + whole.length]
    return withOperator(word, at + whole.length, name, operator, way, depth)
  }
  // A digit, a special parameter, a pattern, or a dollar sign that no name follows.
  if (/^\$[\d@*#?!$-]|^\$\{/.test(word.slice(at, at + 2))) throw new Unknown()
  return ['$', at + 1]
}

function valueNamed(name: string, { lookup }: Way): string {
  const value = lookup(name)
  if (value === undefined) throw new Unknown()
  return value === UNSET ? '' : value
}

/** `${name:-word}` and similar; with the colon an empty value counts as unset. */
function withOperator(
  word: string,
  from: number,
  name: string,
  operator: string,
  way: Way,
  depth: number,
): [string, number] {
  const value = way.lookup(name)
  if (value === undefined) throw new Unknown()
  const isSet = value !== UNSET && !(operator.startsWith(':') && value === '')
  const isTaken = operator.endsWith('+') ? isSet : !isSet
  // A branch that is not used is skipped: it may contain unknown variables.
  const lookup = isTaken ? way.lookup : () => UNSET as Variable
  const [text, next] = expandUntil(word, from, '}', { ...way, lookup }, depth + 1)
  if (operator.endsWith('+')) return [isSet ? text : '', next]
  if (isSet) return [value as string, next]
  if (operator.endsWith('?')) throw new Unknown() // BuildKit fails the build here
  return [text, next]
}
