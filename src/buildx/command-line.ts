import { secretNames } from '../backends/entry-secrets.ts'
import { looksLikeCredential } from '../inputs/credential-names.ts'
import { cutCredentials, hider, withoutCredentials } from '../runner/hide.ts'
import { isVisible } from '../runner/safe-line.ts'

/**
 * The command as one line that bash reads back as the same words, with credentials left out. A word stands in it
 * character for character, so that the runner finds a secret in it, or without its value; of URLs in the caches and in
 * the context, which is the last word, only what can be a credential is left out.
 */
export function formatCommand(words: readonly string[], secrets: readonly string[] = []): string {
  const hide = hider(secrets)
  return words
    .map((word, i) => {
      const [flag, isContext] = [words[i - 1] ?? '', i === words.length - 1]
      return quote(redact(hide(word), flag, isContext))
    })
    .join(' ')
}

/** In single quotes, or in double ones, where neither has to be interrupted. */
function quote(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  // The runner reads a command of its own behind `##[` anywhere in a line.
  if (!isVisible(word) || word.includes('##[')) return `'${withoutValue(word)}'`
  if (!word.includes("'")) return `'${word}'`
  return /["$`\\!]/.test(word) ? `'${withoutValue(word)}'` : `"${word}"`
}

/** The name, where there is one; the beginning of a URL is none. */
function withoutValue(word: string): string {
  const [name = ''] = /^(?:[\w@%+,.-]|\/(?!\/))+=/.exec(word) ?? []
  return `${name}***`
}

function redact(word: string, flag: string, isContext: boolean): string {
  if (flag === '--build-arg' && looksLikeCredential(word)) return word.replace(/=.+$/s, '=***')
  if (/^--cache-(from|to)$/.test(flag)) return withoutKeys(cutCredentials(word))
  if (isContext) return withoutCredentials(word)
  return mayHoldCredential(word) ? withoutValue(word) : word
}

/**
 * Whether a URL in a word may hold a user or a query that is a credential. What is left of such a word could be a piece
 * of a secret with a URL in it. An `@` of a later word counts: the line as a whole is looked at again.
 */
function mayHoldCredential(word: string): boolean {
  const followed = `${word} @`
  return withoutCredentials(followed) !== followed
}

const key = new RegExp(String.raw`(\b(?:${[...secretNames].join('|')})\s*=)[^,]+`, 'gi')

/** However short a key is: secrets of fewer characters are not looked for. */
function withoutKeys(entry: string): string {
  return entry.replace(key, '$1***')
}
