/** What a variable stands for: its value, `unset`, or nothing that is known here (a base image may set it). */
export type Variable = string | typeof UNSET | undefined

/** No instruction and no argument gives the variable a value, and nothing else can. */
export const UNSET = Symbol('unset')

/** What stands in for a variable whose value is not known. */
class Unknown extends Error {}

/** Deeper than this nobody nests variables. */
const DEEPEST = 50

/**
 * A word of an instruction with its quotes and escapes taken off and its variables put in, as BuildKit's lexer does it
 * (frontend/dockerfile/shell/lex.go). Undefined where that is not known here: for a variable that only a base image can
 * set, a form that takes patterns (`${name#pattern}`), or a word that the lexer refuses.
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

/** The text up to an unquoted `stop` (to the end where that is empty), and where it goes on after it. */
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

/** The value of the variable that begins at a `$`, and where it ends; a `$` that begins none is itself. */
function expandVariable(word: string, at: number, way: Way, depth: number): [string, number] {
  const plain = /^\$([A-Za-z_]\w*)/.exec(word.slice(at, at + 1000))
  if (plain) return [valueNamed(plain[1] as string, way), at + plain[0].length]
  const braced = /^\$\{([A-Za-z_]\w*)(\}|:?[-+?])/.exec(word.slice(at, at + 1000))
  if (braced) {
    const [whole, name = '', operator = ''] = braced
    if (operator === '}') return [valueNamed(name, way), at + whole.length]
    return withOperator(word, at + whole.length, name, operator, way, depth)
  }
  // A digit, a special parameter, a pattern, or a lone dollar sign at the end or before what begins no name.
  if (/^\$[\d@*#?!$-]|^\$\{/.test(word.slice(at, at + 2))) throw new Unknown()
  return ['$', at + 1]
}

function valueNamed(name: string, { lookup }: Way): string {
  const value = lookup(name)
  if (value === undefined) throw new Unknown()
  return value === UNSET ? '' : value
}

/** `${name:-word}` and its like; the colon counts an empty value as none. */
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
  // What is not taken is read over: it may name variables that nobody knows.
  const lookup = isTaken ? way.lookup : () => UNSET as Variable
  const [text, next] = expandUntil(word, from, '}', { ...way, lookup }, depth + 1)
  if (operator.endsWith('+')) return [isSet ? text : '', next]
  if (isSet) return [value as string, next]
  if (operator.endsWith('?')) throw new Unknown() // BuildKit fails the build here
  return [text, next]
}
