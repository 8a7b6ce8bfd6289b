import { sha256 } from '../lib/sha256.ts'

// The rules and their proof are in docs/keys.md. In short: a plain part holds no two of `.`, `_`, `-` side by
// side and begins and ends in [a-z0-9], so that `__` and `..` can separate parts; whatever is not plain ends
// in `-` and 16 hex digits, which no plain part does.
const PLAIN = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/
const HASHED = /-[0-9a-f]{16}$/
const HASH_LENGTH = 17

/** The maximum length of each part, in characters; with the separators a key has at most 128. */
export const LIMITS = { name: 32, branch: 48, shard: 38 } as const
export type PartKind = keyof typeof LIMITS

/** A text as one part of a key: unchanged if plain, else its words and a hash of the original. */
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

// What the limit of a name leaves for its words.
const APART = 'without.'

/**
 * The name part of a scope written by runs that lack a secret: like a hashed part, with `without.` before the words. No
 * other part looks like it: a hashed part contains no `.`, and a plain part does not end in a hash.
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
  // As above: the spellings of pull requests and queues are not branches.
  branch: new RegExp(`^(?!(?:pr|queue)-[0-9a-f]{16}$|queue-)${WORDS}-[0-9a-f]{16}$`),
  shard: new RegExp(`^${WORDS}-[0-9a-f]{16}$`),
}

/** Whether `part` (for names also `apartPart`) can return this text. */
export function isPart(kind: PartKind, text: string): boolean {
  return isPlain(kind, text) || (text.length <= LIMITS[kind] && SHAPES[kind].test(text))
}

/** Whether a part is hashed, so that its text cannot be recovered. */
export const isHashed = (text: string): boolean => HASHED.test(text)
