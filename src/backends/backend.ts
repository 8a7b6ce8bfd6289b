import type { ValueType } from './value-types.ts'

/** One attribute of a cache spec. What is data here decides what is refused and which side gets it. */
export type Attribute = {
  /** Whether --cache-to, --cache-from or both take it. */
  side: 'export' | 'import' | 'both'
  kind: ValueType
  /** What we write where the user gives none; undefined leaves BuildKit's own default. */
  default?: string
  /** BuildKit's own default, for the documentation. */
  builtin?: string
  required?: true
  /** Masked, and never shown: neither in the log nor in the outputs. */
  secret?: true
  /** A credential: where it is given and empty, the cache cannot be used. */
  credential?: true
  /** The variable that BuildKit's server reads; the step's value of it becomes the attribute. */
  readsEnv?: string
  /** The variable of buildx that carries the value, so that it does not stand in the command. */
  movesToEnv?: string
  /** The versions that know it, where they are newer than what the backend itself needs. */
  since?: string
  about: string
}

/** Attributes as they stand in an entry, in order, `type` left out. */
export type Attributes = readonly (readonly [name: string, value: string])[]

/** A BuildKit cache storage: its attributes, and where a key goes. */
export type Backend = {
  type: string
  /** The type of its --cache-from, where that is another. */
  importType?: string
  attributes: Record<string, Attribute>
  /** The user's attributes without the name they hold, and that name; throws an Error in words. */
  readName: (given: Attributes) => { given: Attributes; name: string }
  /** The attributes of each --cache-to that writes the keys. */
  exportTo: (given: Attributes, keys: readonly string[]) => Attributes[]
  /** The attributes of the --cache-from that reads a key. */
  importFrom: (given: Attributes, key: string) => Attributes
  /** Where the scopes lie: two specs with the same place and name would write each other's cache. */
  place: (given: Attributes) => string
}

export function attribute(given: Attributes, name: string): string | undefined {
  return given.find(([it]) => it === name)?.[1]
}

/** The same with BuildKit's default where none is given. */
export function attributeOr(given: Attributes, name: string, builtin: string): string {
  return attribute(given, name) ?? builtin
}

/** The same attributes with one value replaced, in its place. */
export function replace(given: Attributes, name: string, value: string): Attributes {
  return given.map(([it, old]) => [it, it === name ? value : old] as const)
}

/** readName() where one attribute is the name. */
export function nameIn(attributeName: string): Backend['readName'] {
  return (given) => ({
    given: given.filter(([name]) => name !== attributeName),
    name: attribute(given, attributeName) ?? '',
  })
}
