/** The command as one line that bash reads back as the same words, with credentials left out. */
export function formatCommand(words: readonly string[]): string {
  return words.map((word, i) => quote(redact(word, words[i - 1]))).join(' ')
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
  if (flag !== '--build-arg') return withoutUser
  // Users put credentials here against all advice: the name is the only sign of it.
  return withoutUser.replace(
    /^([^=]*(?:TOKEN|SECRET|PASSW|CREDENTIAL|API_?KEY|PRIVATE_?KEY)[^=]*)=.+$/is,
    '$1=***',
  )
}
