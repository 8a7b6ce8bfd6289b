import { looksLikeCredential } from '../inputs/credential-names.ts'

/** The command as one line that bash reads back as the same words, with credentials left out. */
export function formatCommand(words: readonly string[], secrets: readonly string[] = []): string {
  // The longest first: one may be the beginning of another.
  const longest = secrets.toSorted((a, b) => b.length - a.length)
  const hide = (word: string): string =>
    longest.reduce((text, secret) => text.replaceAll(secret, '***'), word)
  return words.map((word, i) => quote(redact(hide(word), words[i - 1]))).join(' ')
}

function quote(word: string): string {
  // A line break in the log could begin a command of the runner's.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
  if (/[\x00-\x1f\x7f]/.test(word)) return `$'${word.replace(/[\x00-\x1f\x7f'\\]/g, octal)}'`
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

function octal(character: string): string {
  return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
}

function redact(word: string, flag: string | undefined): string {
  const withoutUser = word.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/@\s]+@/gi, '$1***@')
  if (flag !== '--build-arg' || !looksLikeCredential(word)) return withoutUser
  return withoutUser.replace(/=.+$/s, '=***')
}
