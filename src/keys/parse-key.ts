import { isPart } from './sanitize.ts'

/** The parts of a key as they are spelled in it: of a branch, `main`, `pr-7`, `queue-main`. */
export type KeyParts = { name: string; branch: string; shard: string }

/** In characters: the limit of a tag, which is the lowest of all stores (docs/keys.md). */
const LONGEST = 128

/**
 * A key -> its parts; undefined for a text that `formatKey` never returns. A key can be split in only one way, since no
 * part contains `__` or `..` (sanitize.ts); but a tag of other tools may look like a key (`latest`).
 */
export function parseKey(text: string): KeyParts | undefined {
  if (text.length > LONGEST) return undefined
  const [head = '', tail, ...more] = text.split('__')
  if (more.length > 0) return undefined
  const name = tail === undefined ? '' : head
  if (tail !== undefined && !isPart('name', name)) return undefined
  const [branch = '', shard, ...rest] = (tail ?? head).split('..')
  if (rest.length > 0 || !isBranchPart(branch)) return undefined
  if (shard !== undefined && !isPart('shard', shard)) return undefined
  return { name, branch, shard: shard ?? '' }
}

function isBranchPart(text: string): boolean {
  const [, number] = /^pr-([0-9]+)$/.exec(text) ?? []
  if (number !== undefined) return /^[1-9]/.test(number) && Number.isSafeInteger(Number(number))
  return isPart('branch', text.replace(/^queue-/, ''))
}
