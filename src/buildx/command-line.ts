/** The command as one line that a shell reads back as the same words, with credentials left out. */
export function formatCommand(words: readonly string[]): string {
  return words.map((word, i) => quote(redact(word, words[i - 1]))).join(' ')
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
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
