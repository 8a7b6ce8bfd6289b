import { secretNames } from '../backends/entry-secrets.ts'
import { looksLikeCredential } from '../inputs/credential-names.ts'
import { hider, withoutCredentials } from '../runner/hide.ts'
import { isVisible } from '../runner/safe-line.ts'

/**
 * The command as one line that bash reads back as the same words, with credentials left out. A word stands in it
 * character for character, so that the runner finds a secret in it, or without its value.
 */
export function formatCommand(words: readonly string[], secrets: readonly string[] = []): string {
  const hide = hider(secrets)
  return words.map((word, i) => quote(redact(hide(word), words[i - 1] ?? ''))).join(' ')
}

/** In single quotes, or in double ones, where neither has to be interrupted. */
function quote(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  // The runner reads a command of its own behind `##[` anywhere in a line.
  if (!isVisible(word) || word.includes('##[')) return withoutValue(word)
  if (!word.includes("'")) return `'${word}'`
  return /["$`\\!]/.test(word) ? withoutValue(word) : `"${word}"`
}

function withoutValue(word: string): string {
  const [name = ''] = /^[\w@%+:,./-]+=/.exec(word) ?? []
  return `'${name}***'`
}

function redact(word: string, flag: string): string {
  if (flag === '--build-arg' && looksLikeCredential(word)) return word.replace(/=.+$/s, '=***')
  const shown = withoutCredentials(word)
  return /^--cache-(from|to)$/.test(flag) ? withoutKeys(shown) : shown
}

const key = new RegExp(String.raw`(\b(?:${[...secretNames].join('|')})\s*=)[^,]+`, 'gi')

/** However short a key is: secrets of fewer characters are not looked for. */
function withoutKeys(entry: string): string {
  return entry.replace(key, '$1***')
}
