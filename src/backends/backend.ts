import type { ValueType } from './value-types.ts'

/** One attribute of a cache spec: which values are errors, and whether --cache-to or --cache-from gets it. */
export type Attribute = {
  /** Whether --cache-to, --cache-from or both take it. */
  side: 'export' | 'import' | 'both'
  kind: ValueType
  /** The action's default; undefined leaves BuildKit's own. */
  default?: string
  /** BuildKit's own default, for the documentation. */
  builtin?: string
  required?: true
  /** Masked, and shown in neither log nor outputs. */
  secret?: true
  /** A credential: if it is set to an empty text, the cache cannot be used. */
  credential?: true
  /** The variable that BuildKit's server reads; the step's value of it becomes the attribute. */
  readsEnv?: string
  /** The variable by which buildx gets the value, so that the command does not contain it. */
  movesToEnv?: string
  /** The first versions that support it, if newer than those that the backend needs. */
  since?: string
  about: string
}

/** The attributes of an entry in order, without `type`. */
export type Attributes = readonly (readonly [name: string, value: string])[]

/** The same by name; the object keeps the order. */
export type NamedAttributes = Readonly<Record<string, string>>

/** A BuildKit cache storage: its attributes, and where a key goes. */
export type Backend = {
  type: string
  /** The type of its --cache-from, if different. */
  importType?: string
  attributes: Record<string, Attribute>
  /** The user's attributes without the name in them, and that name; throws an Error for the user. */
  readName: (given: Attributes) => { given: Attributes; name: string }
  /** The attributes of each --cache-to that writes the keys. */
  exportTo: (given: Attributes, keys: readonly string[]) => Attributes[]
  /** The attributes of the --cache-from that reads a key. */
  importFrom: (given: Attributes, key: string) => Attributes
  /** Where the scopes are stored: two specs with the same place and name would overwrite each other's cache. */
  place: (given: Attributes) => string
}

export function attribute(given: Attributes, name: string): string | undefined {
  return given.find(([it]) => it === name)?.[1]
}

/** The same, with BuildKit's default if unset. */
export function attributeOr(given: Attributes, name: string, builtin: string): string {
  return attribute(given, name) ?? builtin
}

/** The same attributes in the same order, with one value replaced. */
export function replace(given: Attributes, name: string, value: string): Attributes {
  return given.map(([it, old]) => [it, it === name ? value : old] as const)
}

/** readName() for a backend where one attribute is the name. */
export function nameIn(attributeName: string): Backend['readName'] {
  return (given) => ({
    given: given.filter(([name]) => name !== attributeName),
    name: attribute(given, attributeName) ?? '',
  })
}
