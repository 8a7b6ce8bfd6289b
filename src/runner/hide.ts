// What must not be shown: values that are known to be secret, and credentials in URLs.

/** Shorter values are neither masked nor hidden: they could be any word (docs/migrating.md). */
export const LEAST = 6

/** A longer value is searched for literally, in no other spelling. */
const MOST_SPELLED = 4_096
/** A longer word is not treated as a URL. */
const LONGEST = 8_192

export type Hide = (text: string) => string

/** Replaces secrets by `***`, whole and line by line, however a URL, JSON, CSV or HTML spells them. */
export function hider(secrets: readonly string[]): Hide {
  const wanted = [...new Set(secrets.flatMap(pieces).flatMap(spellings))]
  return (text) => {
    const found = wanted.flatMap((it) => placesOf(it, text)).sort(([a], [b]) => a - b)
    let [shown, end] = ['', 0]
    for (const [from, to] of found) {
      // Overlapping matches are merged: else a part of the second would remain.
      if (from >= end) shown += `${text.slice(end, from)}***`
      end = Math.max(end, to)
    }
    return shown + text.slice(end)
  }
}

/** The lines of a secret that are long enough to be masked: logs and summaries are masked line by line. */
export function pieces(secret: string): string[] {
  return secret.split(/[\r\n]+/).filter((line) => line.trim().length >= LEAST)
}

/** A text as it is, and in other spellings. */
function spellings(text: string): string[] {
  if (/^[\w.-]+$/.test(text) || text.length > MOST_SPELLED) return [text]
  const whole = text.toWellFormed()
  const url = encodeURIComponent(whole)
  const json = JSON.stringify(text).slice(1, -1)
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return [
    ...[text, text.replaceAll('"', '""'), json, json.replace(/[<>&]/g, unicode)],
    // Go's and the browsers' rules differ in what a path, a password or a form may hold.
    ...[url, url.replace(/[!'()*]/g, percent), url.replaceAll('%20', '+'), encodeURI(whole)],
    ...[url.replace(/[!'()*]/g, percent).replaceAll('%20', '+')],
    ...[url.replace(/%(24|26|2B|3A|3D|40)/g, decodeURIComponent).replace(/[!'()*]/g, percent)],
    ...[url.replace(/%(24|26|2B|2C|3B|3D)/g, decodeURIComponent).replace(/[!'()*]/g, percent)],
    ...[html, html.replaceAll('"', '&quot;'), html.replaceAll('"', '&#34;').replaceAll("'", '&#39;')],
  ]
}

const unicode = (character: string): string => `\\u00${character.charCodeAt(0).toString(16)}`
const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

function placesOf(wanted: string, text: string): [from: number, to: number][] {
  const places: [number, number][] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const last = places.at(-1)
    if (last && at <= last[1]) last[1] = at + wanted.length
    else places.push([at, at + wanted.length])
  }
  return places
}

// BuildKit's parameters in the query of a git context (docs.docker.com, "URL queries"): none is a credential.
const PLAIN_QUERY =
  /^((ref|tag|branch|commit|checksum|subdir|keep-git-dir|submodules|fetch-by-commit|mtime)=[^&#\s"']*(&|$))*$/
const ANY_QUERY = /^[\w.~%-]+=[\w.~%+/:=,-]*(&[\w.~%-]+=[\w.~%+/:=,-]*)*$/

/**
 * A text without the part of a URL before its `@` and after its `?`: either can be a credential. If the end is not
 * certain, everything up to the line's last `@`, or to its end, is removed.
 */
export function withoutCredentials(text: string): string {
  return eachLine(text, (line, from) => (HOST.test(line.slice(from)) ? line.slice(from) : ''))
}

/**
 * The same for a text that may contain a secret with an `@` that only the runner knows: everything after such an `@` is
 * removed, since it may be the rest of that secret, which no mask would find.
 */
export function cutCredentials(text: string): string {
  return eachLine(text, () => '')
}

/** What can only be a host, and not the rest of a password. */
const HOST = /^([\w-]+\.[\w.-]+|[\w-]+(?=[:/])|\[[0-9a-f:]+\]|[\w-]+$)(:\d+)?(?:[/?#,;"'\s]|$)/i

/** The rest of the line after a URL's user. */
type After = (line: string, from: number) => string

function eachLine(text: string, after: After): string {
  if (!text.includes('://')) return text
  return text
    .split('\n')
    .map((line) => lineWithout(line, after))
    .join('\n')
}

function lineWithout(line: string, after: After): string {
  let [shown, at, rest] = ['', 0, line]
  let last = lastUser(rest) // found once: a line may contain any number of URLs
  for (let sign = rest.indexOf('://'); sign >= 0; sign = rest.indexOf('://', at)) {
    const begin = sign + 3
    shown += rest.slice(at, begin)
    at = begin
    if (!rest.startsWith('***', begin) && hasUser(rest, begin, last)) {
      rest = after(rest, last + 1)
      last = lastUser(rest)
      at = 0
      shown += rest === '' ? '***' : '***@'
    }
    const url = addressOnly(wordAt(rest, at))
    shown += url.text
    at = url.isWhole ? at + url.length : rest.length
  }
  return shown + rest.slice(at)
}

const wordAt = (line: string, from: number): string =>
  /^[^\s"'<>]*/.exec(line.slice(from, from + LONGEST))?.[0] ?? ''

/** The part of a URL after `://` or its user, without a query; incomplete if the end is not certain. */
function addressOnly(word: string): { text: string; length: number; isWhole: boolean } {
  const [address = '', ...rest] = word.split('?')
  const query = rest.join('?').split('#')[0] ?? ''
  const { length } = word
  if (rest.length === 0 || address.includes('#') || query === '***' || PLAIN_QUERY.test(query)) {
    return { text: word, length, isWhole: true }
  }
  if (ANY_QUERY.test(query)) return { text: `${address}?***`, length, isWhole: true }
  return { text: '***', length, isWhole: false }
}

const DIGEST = /@(?=sha(256|512):)/g

/** The index of the last `@` of a line that does not begin a digest. */
function lastUser(line: string): number {
  return line.replace(DIGEST, ' ').lastIndexOf('@')
}

/** A password may contain `@` and, if not encoded, `/`, `:` and blanks. `last`: the line's last user. */
function hasUser(line: string, begin: number, last: number): boolean {
  if (last < begin) return false
  const word = wordAt(line, begin).replace(DIGEST, ' ')
  const [authority = ''] = word.split('/')
  return (
    authority.includes('@') || /:(?!\d*$)/.test(authority) || (authority.includes(':') && word.includes('@'))
  )
}
