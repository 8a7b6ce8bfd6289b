// BuildKit names the vertex of every import but a registry's by a hash of its options, so several can be distinguished
// only by computing the same hash: hashstructure's FNV-1 of CacheOptionsEntry{Type, Attrs} (buildkit
// solver/llbsolver/bridge.go, cmKey; github.com/gohugoio/hashstructure).

const MASK = (1n << 64n) - 1n

type Told = { type: string; attributes: Record<string, string> }

/** What stands after `importing cache manifest from ` in the name of its vertex. */
export function importKey({ type, attributes }: Told): string {
  if (type === 'registry' && attributes.ref) return attributes.ref
  return `${type}:${hash(type, attributes)}`
}

function hash(type: string, attributes: Record<string, string>): bigint {
  // A map has no order: its pairs are joined by XOR.
  const pairs = Object.entries(attributes).map(([name, value]) => ordered(text(name), text(value)))
  const map = fnv(pairs.reduce((all, pair) => all ^ pair, 0n))
  const fields = [ordered(text('Type'), text(type)), ordered(text('Attrs'), map)]
  return fields.reduce((all, field) => fnv(all ^ field), text('CacheOptionsEntry'))
}

function text(value: string): bigint {
  return fnvBytes(Buffer.from(value))
}

function ordered(first: bigint, second: bigint): bigint {
  return fnv(first, second)
}

/** The hash of numbers as eight bytes each, the lowest first. */
function fnv(...numbers: bigint[]): bigint {
  const bytes = Buffer.alloc(8 * numbers.length)
  for (const [i, number] of numbers.entries()) bytes.writeBigUInt64LE(number, 8 * i)
  return fnvBytes(bytes)
}

function fnvBytes(bytes: Uint8Array): bigint {
  let hash = 0xcbf29ce484222325n
  for (const byte of bytes) hash = ((hash * 0x100000001b3n) & MASK) ^ BigInt(byte)
  return hash
}
