import { secretNames } from '../backends/entry-secrets.ts'
import { looksLikeCredential } from '../inputs/credential-names.ts'
import { cutCredentials, hider, withoutCredentials } from '../runner/hide.ts'
import { isVisible } from '../runner/safe-line.ts'

/**
 * The command as one line that bash parses into the same words, without credentials. A word is either written
 * literally, so that the runner can mask a secret in it, or without its value; from URLs in the caches and in the
 * context, which is the last word, only possible credentials are removed.
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

/** In single or double quotes, whichever need no escape. */
function quote(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  // The runner parses `##[` anywhere in a line as a command.
  if (!isVisible(word) || word.includes('##[')) return `'${withoutValue(word)}'`
  if (!word.includes("'")) return `'${word}'`
  return /["$`\\!]/.test(word) ? `'${withoutValue(word)}'` : `"${word}"`
}

/** The name, if any; the beginning of a URL is not one. */
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
 * Whether a URL in a word may contain a user or a query that is a credential. The rest of such a word could be part of
 * a secret that contains a URL. An `@` in a later word counts too, since the whole line is scanned again.
 */
function mayHoldCredential(word: string): boolean {
  const followed = `${word} @`
  return withoutCredentials(followed) !== followed
}

const key = new RegExp(String.raw`(\b(?:${[...secretNames].join('|')})\s*=)[^,]+`, 'gi')

/** The shortest key: shorter secrets are not searched for. */
function withoutKeys(entry: string): string {
  return entry.replace(key, '$1***')
}
