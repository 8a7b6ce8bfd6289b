// The words of an instruction as BuildKit's lexer reads them (frontend/dockerfile/shell/lex.go): quotes, escapes and
// variables. Each function reads its text once, whatever it contains.

/** Literal texts, with an unknown text (the value of a variable) between each two. */
export type Pattern = string[]

/** Deeper nested variables are not resolved; nobody writes them. */
const DEEPEST = 50

type Way = { escapeMark: string; keepsQuotes: boolean }

/**
 * What an instruction's text becomes in the name of its step: BuildKit removes escapes and expands variables, and
 * except for RUN removes quotes too. Undefined if its lexer fails; then it shows the text unchanged.
 */
export function processWord(text: string, { escapeMark, keepsQuotes }: Way): Pattern | undefined {
  const pattern: string[] = []
  let literal = ''
  const hole = (): void => {
    pattern.push(literal)
    literal = ''
  }
  for (let i = 0; i < text.length; ) {
    const char = text[i] as string
    if (char === "'") {
      const end = text.indexOf("'", i + 1)
      if (end < 0) return undefined
      literal += keepsQuotes ? text.slice(i, end + 1) : text.slice(i + 1, end)
      i = end + 1
    } else if (char === '"') {
      if (keepsQuotes) literal += char
      for (i++; text[i] !== '"'; ) {
        if (i >= text.length) return undefined
        const after = afterVariable(text, i, escapeMark, 0)
        if (after === undefined) return undefined
        if (after > i) {
          hole()
          i = after
          continue
        }
        if (text[i] === escapeMark) {
          const next = text[i + 1]
          // Before all else the escape stays, also at the end, where the quote is then missing.
          const isTaken = next === '"' || next === '$' || next === escapeMark
          literal += isTaken ? next : escapeMark
          i += isTaken ? 2 : 1
        } else literal += text[i++]
      }
      if (keepsQuotes) literal += char
      i++
    } else if (char === escapeMark) {
      literal += text[i + 1] ?? ''
      i += 2
    } else {
      const after = afterVariable(text, i, escapeMark, 0)
      if (after === undefined) return undefined
      if (after > i) hole()
      else literal += char
      i = Math.max(after, i + 1)
    }
  }
  return [...pattern, literal]
}

const NAME = /[\p{L}\p{Nd}_]/u

/** Where the variable that begins at `i` ends; `i` if there is none; undefined if the lexer refuses it. */
function afterVariable(text: string, i: number, escapeMark: string, depth: number): number | undefined {
  if (text[i] !== '$') return i
  if (text[i + 1] !== '{') {
    const end = afterName(text, i + 1)
    return end === i + 1 ? i : end
  }
  if (depth > DEEPEST || /[{}:]/.test(text[i + 2] ?? '}')) return undefined
  let end = afterName(text, i + 2)
  if (text[end] === '}') return end + 1
  if (text[end] === ':') end++
  if (text[end] === '/') {
    const middle = afterStop(text, end + (text[end + 1] === '/' ? 2 : 1), '/', escapeMark, depth + 1)
    return middle === undefined ? undefined : afterStop(text, middle, '}', escapeMark, depth + 1)
  }
  return /[-+?#%]/.test(text[end] ?? '') ? afterStop(text, end + 1, '}', escapeMark, depth + 1) : undefined
}

/** A name is letters and digits, digits alone, or one of the shell's special parameters. */
function afterName(text: string, from: number): number {
  const first = text[from] ?? ''
  if (/\d/.test(first)) {
    let end = from
    while (/\d/.test(text[end] ?? '')) end++
    return end
  }
  if (/[@*#?$!-]/.test(first)) return from + 1
  let end = from
  while (NAME.test(text[end] ?? '')) end++
  return end
}

/** The index after the first `stop` that is neither quoted nor escaped nor in another variable. */
function afterStop(
  text: string,
  from: number,
  stop: string,
  escapeMark: string,
  depth: number,
): number | undefined {
  for (let i = from; i < text.length; ) {
    const char = text[i] as string
    if (char === stop) return i + 1
    if (char === escapeMark) {
      i += 2
      continue
    }
    const after =
      char === "'" || char === '"'
        ? afterQuote(text, i, escapeMark, depth)
        : afterVariable(text, i, escapeMark, depth)
    if (after === undefined) return undefined
    i = Math.max(after, i + 1)
  }
  return undefined
}

function afterQuote(text: string, from: number, escapeMark: string, depth: number): number | undefined {
  if (text[from] === "'") {
    const end = text.indexOf("'", from + 1)
    return end < 0 ? undefined : end + 1
  }
  for (let i = from + 1; i < text.length; ) {
    if (text[i] === '"') return i + 1
    const after = text[i] === escapeMark ? i + 2 : afterVariable(text, i, escapeMark, depth)
    if (after === undefined) return undefined
    i = Math.max(after, i + 1)
  }
  return undefined
}

/** The words of a text, as written: separated by blanks that are neither quoted nor escaped. */
export function splitWords(text: string, escapeMark: string): string[] {
  const words: string[] = []
  let from = -1
  for (let i = 0; i < text.length; ) {
    const char = text[i] as string
    if (/\s/.test(char)) {
      if (from >= 0) words.push(text.slice(from, i))
      from = -1
      i++
      continue
    }
    if (from < 0) from = i
    if (char === '<' && text[i + 1] === '<') {
      // A blank may separate the name of a heredoc from its `<<`.
      for (i += 2; text[i] === ' ' || text[i] === '\t'; ) i++
      continue
    }
    const after = /["'$]/.test(char)
      ? char === '$'
        ? afterVariable(text, i, escapeMark, 0)
        : afterQuote(text, i, escapeMark, 0)
      : char === escapeMark
        ? i + 2
        : i + 1
    // An unterminated word extends to the end.
    i = after === undefined ? text.length : Math.max(after, i + 1)
  }
  return from >= 0 ? [...words, text.slice(from)] : words
}

/** The names of the variables in a text, in order, without duplicates. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = '']) => name))]
}

/** The cost of a comparison: the number of characters read. */
export type Work = { spent: number }

/** Whether a text is what a pattern can become. Its work is a small multiple of the two lengths. */
export function fits(pattern: Pattern, text: string, work: Work): boolean {
  const [first = '', ...more] = pattern
  const last = more.pop()
  work.spent += first.length + (last?.length ?? 0)
  if (last === undefined) return text === first
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false
  let from = first.length
  const end = text.length - last.length
  // Matching each at its leftmost place is sufficient.
  for (const literal of more) {
    from = find(literal, text, from, end, work)
    if (from < 0) return false
  }
  return true
}

/** Where `literal` ends in a part of a text the first time, -1 for nowhere: Knuth, Morris and Pratt. */
function find(literal: string, text: string, from: number, end: number, work: Work): number {
  if (literal.length > end - from) return -1
  const borders = [0]
  for (let i = 1, length = 0; i < literal.length; work.spent++) {
    if (literal[i] === literal[length]) borders[i++] = ++length
    else if (length > 0) length = borders[length - 1] ?? 0
    else borders[i++] = 0
  }
  let length = 0
  let at = from
  while (length < literal.length && at < end) {
    work.spent++
    if (text[at] === literal[length]) {
      length++
      at++
    } else if (length > 0) length = borders[length - 1] ?? 0
    else at++
  }
  return length === literal.length ? at : -1
}
