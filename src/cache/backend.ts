import type { Check } from './check.ts'

/** One attribute of a cache spec. What is data here decides what is refused and which side gets it. */
export type Attribute = {
  /** Whether --cache-to, --cache-from or both take it. */
  side: 'export' | 'import' | 'both'
  check: Check
  /** What we write where the user gives none; undefined leaves BuildKit's own default. */
  default?: string
  required?: true
  about: string
}

/** Attributes as they stand in an entry, in order, `type` left out. */
export type Attributes = readonly (readonly [name: string, value: string])[]

/** A BuildKit cache storage: its attributes, and where a key goes. */
export type Backend = {
  type: string
  /** True: one build can write one scope only. */
  oneExport?: true
  attributes: Record<string, Attribute>
  /** The user's attributes without the name they hold, and that name; throws an Error in words. */
  readName: (given: Attributes) => { given: Attributes; name: string }
  /** The attributes of an entry for one key. */
  exportTo: (given: Attributes, key: string) => Attributes
  importFrom: (given: Attributes, key: string) => Attributes
  /** Two specs with the same place and name would write each other's cache. */
  place: (given: Attributes) => string
}

export const attribute = (given: Attributes, name: string): string | undefined =>
  given.find(([it]) => it === name)?.[1]

/** The same attributes with one value replaced, in its place. */
export function replace(given: Attributes, name: string, value: string): Attributes {
  return given.map(([it, old]) => [it, it === name ? value : old] as const)
}
