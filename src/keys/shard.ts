import { hashedPart, part } from './sanitize.ts'

/** The shard part of a key, and whether it comes from a matrix. */
export type Shard = { part: string; isMatrix: boolean }

/**
 * The shard from the input `cache-shard`: the JSON of a matrix (whatever its layout and the order of its
 * names) or a word. Empty, `null` and `{}` are no shard: the part is empty.
 */
export function parseShard(text: string): Shard {
  const matrix = parseObject(text)
  if (text === '' || text === 'null' || (matrix && Object.keys(matrix).length === 0)) {
    return { part: '', isMatrix: false }
  }
  if (!matrix) return { part: part('shard', text), isMatrix: false }
  return { part: hashedPart('shard', canonical(matrix), values(matrix).join(' ')), isMatrix: true }
}

function parseObject(text: string): object | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    return JSON.parse(text, exactly)
  } catch {
    return undefined
  }
}

/** Integers that a double cannot represent keep their spelling: else two of them would become equal. */
function exactly(_: string, value: unknown, { source }: { source?: string } = {}): unknown {
  const isRounded = typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? '')
  return isRounded ? BigInt(source ?? '') : value
}

/** The JSON of a value with names sorted at every depth, so that layout and order of the matrix do not matter. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  // A number that is too large for JSON is not null.
  if (typeof value === 'bigint' || typeof value === 'number') return String(value)
  if (!isObject(value)) return JSON.stringify(value)
  return `{${sorted(value).map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`)}}`
}

/** The values of a matrix as texts, in the order of their names. */
function values(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(values)
  return isObject(value) ? sorted(value).flatMap(([, inner]) => values(inner)) : [String(value)]
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function sorted(value: object): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
}
