import type { CacheConfig } from '../../src/marking/config.ts'

/** A record as BuildKit has it after an import: records that it takes for the same have become one. */
export type Item = {
  digest: string
  children: Map<string, Set<Item>>
  /** For each input, what the item can be made from. */
  parents: Map<string, { source: Item; selector: string }>[]
  /** The results that the records have brought, as the numbers of the records. */
  results: Set<number>
}

/**
 * A config -> the items that BuildKit makes of it (cache/remotecache/v1: parse.go, parseRecord; chains.go, Add), those
 * of the records by their numbers. Throws where BuildKit refuses it.
 */
export function importConfig({ records = [] }: CacheConfig): Item[] {
  const roots = new Map<string, Item>()
  const items: (Item | undefined)[] = []
  const isOpen = new Set<number>()
  const names = new Map<Item, number>()
  const nameOf = (item: Item): number => {
    if (!names.has(item)) names.set(item, names.size)
    return names.get(item) as number
  }
  const make = (digest: string): Item => ({ digest, children: new Map(), parents: [], results: new Set() })
  const childKey = (input: number, selector: string, digest: string): string =>
    JSON.stringify([input, selector, digest])

  const addChild = (parent: Item, child: Item, input: number, selector: string): void => {
    const key = childKey(input, selector, child.digest)
    const children = parent.children.get(key) ?? new Set()
    parent.children.set(key, children.add(child))
    while (child.parents.length <= input) child.parents.push(new Map())
    child.parents[input]?.set(JSON.stringify([nameOf(parent), selector]), { source: parent, selector })
  }

  const merge = (main: Item, other: Item): void => {
    for (const [key, children] of other.children) {
      const all = main.children.get(key) ?? new Set()
      main.children.set(key, all)
      for (const child of children) {
        all.add(child)
        child.parents = child.parents.map((links) => {
          const list = [...links.values()].map((it) => (it.source === other ? { ...it, source: main } : it))
          return new Map(list.map((it) => [JSON.stringify([nameOf(it.source), it.selector]), it]))
        })
      }
    }
    for (const result of other.results) main.results.add(result)
  }

  const below = (item: Item, seen = new Set<Item>()): Set<Item> => {
    if (seen.has(item)) return seen
    seen.add(item)
    for (const children of item.children.values()) for (const child of children) below(child, seen)
    return seen
  }

  const add = (digest: string, inputs: { source: Item; selector: string }[][], number: number): Item => {
    if (inputs.length === 0) {
      const item = roots.get(digest) ?? make(digest)
      roots.set(digest, item)
      item.results.add(number)
      return item
    }
    const candidates = inputs.map(
      (links, i) =>
        new Set(
          links.flatMap(({ source, selector }) => [
            ...(source.children.get(childKey(i, selector, digest)) ?? []),
          ]),
        ),
    )
    const [same, ...others] = [...(candidates[0] as Set<Item>)].filter((it) =>
      candidates.every((set) => set.has(it)),
    )
    for (const other of others) merge(same as Item, other)
    const item = same ?? make(digest)
    item.results.add(number)
    const after = same ? below(same) : new Set<Item>()
    for (const [i, links] of inputs.entries()) {
      for (const { source, selector } of links) if (!after.has(source)) addChild(source, item, i, selector)
    }
    return item
  }

  const parse = (number: number): Item => {
    const known = items[number]
    if (known) return known
    const record = records[number]
    if (!record || isOpen.has(number)) throw new Error('invalid looping record')
    isOpen.add(number)
    const inputs = (record.inputs ?? []).map((links) => {
      if (links.length === 0) throw new Error('invalid empty input')
      return links.map(({ selector = '', link = 0 }) => ({ source: parse(link), selector }))
    })
    const item = add(record.digest ?? '', inputs, number)
    items[number] = item
    return item
  }
  return records.map((_, number) => parse(number))
}
