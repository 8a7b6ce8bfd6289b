import { sha256 } from '../lib/sha256.ts'

// The rules and their proof are in docs/keys.md. In short: a plain part holds no two of `.`, `_`, `-` side by
// side and begins and ends in [a-z0-9], so that `__` and `..` can separate parts; whatever is not plain ends
// in `-` and 16 hex digits, which no plain part does.
const PLAIN = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/
const HASHED = /-[0-9a-f]{16}$/
const HASH_LENGTH = 17

/** The longest part of each kind, in characters; with the separators a key has at most 128. */
export const LIMITS = { name: 32, branch: 48, shard: 38 } as const
export type PartKind = keyof typeof LIMITS

/** A text as one part of a key: itself where it is plain, else its words and a hash of it as given. */
export function part(kind: PartKind, text: string): string {
  return isPlain(kind, text) ? text : hashedPart(kind, text, text)
}

/** The `shown` words, cut, then `-` and the first 16 hex digits of the SHA-256 of `text`. */
export function hashedPart(kind: PartKind, text: string, shown: string): string {
  let words = shown
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .match(/[a-z0-9]+/g)
    ?.join('-')
  words ??= 'x'
  // Only pull requests spell `pr-<digits>` and only queues begin with `queue-`, whatever the hash is.
  if (kind === 'branch' && /^(pr$|queue$|queue-)/.test(words)) words = `x-${words}`
  words = words.slice(0, LIMITS[kind] - HASH_LENGTH).replace(/-$/, '')
  return `${words}-${sha256(text).slice(0, 16)}`
}

// What is left of the limit of a name for its words.
const APART = 'without.'

/**
 * The name part of a scope that runs without some secret write: like a hashed one, with `without.` in front of the
 * words. No other part is like it: a hashed one holds no `.`, and a plain one does not end in the hash.
 */
export function apartPart(text: string, shown: string): string {
  const words = hashedPart('name', text, shown === '' ? 'secrets' : shown)
  const hash = words.slice(-HASH_LENGTH)
  const room = LIMITS.name - APART.length - HASH_LENGTH
  return `${APART}${words.slice(0, -HASH_LENGTH).slice(0, room).replace(/-$/, '')}${hash}`
}

function isPlain(kind: PartKind, text: string): boolean {
  if (!PLAIN.test(text) || text.length > LIMITS[kind] || HASHED.test(text)) return false
  return kind !== 'branch' || !/^(pr-[0-9]+$|queue-)/.test(text)
}

const WORDS = '[a-z0-9]+(?:-[a-z0-9]+)*'
const SHAPES: Record<PartKind, RegExp> = {
  name: new RegExp(`^(?:without\\.)?${WORDS}-[0-9a-f]{16}$`),
  // As above: what pull requests and queues spell is no branch's.
  branch: new RegExp(`^(?!(?:pr|queue)-[0-9a-f]{16}$|queue-)${WORDS}-[0-9a-f]{16}$`),
  shard: new RegExp(`^${WORDS}-[0-9a-f]{16}$`),
}

/** Whether a text is one that `part` (for names also `apartPart`) makes of some text. */
export function isPart(kind: PartKind, text: string): boolean {
  return isPlain(kind, text) || (text.length <= LIMITS[kind] && SHAPES[kind].test(text))
}

/** Whether a part is a hash and a few words of its text, which cannot be read back. */
export const isHashed = (text: string): boolean => HASHED.test(text)
