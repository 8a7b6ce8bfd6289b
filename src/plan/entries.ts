import { type Attributes, attribute, type NamedAttributes } from '../backends/backend.ts'
import { withoutSecrets } from '../backends/credentials.ts'
import { isOnGithub, type Spec } from '../backends/spec.ts'
import type { Branch } from '../events/branch.ts'
import { namePart } from '../keys/cache-name.ts'
import { formatKey } from '../keys/key.ts'
import { encodeFields } from '../lib/csv.ts'
import type { Plan } from './plan.ts'

/** One --cache-from or --cache-to of the action's own. */
export type Entry = {
  backend: string
  /** The scopes it reads or writes; several where a backend writes one manifest under several names. */
  keys: string[]
  /** The locations of these scopes, for people, one per key. */
  places: string[]
  branch: Branch
  role: string
  /** True: it is the shard of one job; set only for scopes that are read. */
  isShard?: boolean
  /** As BuildKit names it: an inline cache is imported as `registry`. */
  type: string
  /** By name, in the order of the flag. */
  attributes: NamedAttributes
  /**
   * The same for people: without credentials and, for local, with the user's directory even if the build reads a view.
   */
  shown: NamedAttributes
}

export type Entries = {
  from: Entry[]
  to: Entry[]
  /** The own key of the first spec; empty without an own branch. */
  ownKey: string
}

/** The value of --cache-from or --cache-to. */
export function flagOf({ type, attributes }: Pick<Entry, 'type' | 'attributes'>): string {
  return encodeFields([
    `type=${type}`,
    ...Object.entries(attributes).map(([name, value]) => `${name}=${value}`),
  ])
}

/** The same for people. */
export function shownFlag({ type, shown }: Pick<Entry, 'type' | 'shown'>): string {
  return flagOf({ type, attributes: shown })
}

/** The plan and the specs -> the entries, in the order of the specs; those that are read also in the plan's order. */
export function makeEntries(plan: Plan, specs: readonly Spec[], cacheName: string): Entries {
  const [first] = specs
  const keyOf: KeyOf = (spec, scope, shard) => scopeKey(plan, [cacheName, spec.name], scope, shard)
  return {
    from: specs.flatMap((spec) => readEntries(plan, spec, keyOf)),
    to: specs.flatMap((spec) => writeEntries(plan, spec, keyOf)),
    ownKey:
      first && plan.own ? keyOf(first, { branch: plan.own, role: 'own' }, plan.writeShards[0] ?? '') : '',
  }
}

/**
 * The key of a scope. `names`: the cache name, and the name that the user gave in the spec. The own scope of a run that
 * lacks a secret is not that of complete runs.
 */
export function scopeKey(
  { without }: Pick<Plan, 'without'>,
  [cacheName, given]: readonly [string, string],
  { branch, role }: { branch: Branch; role: string },
  shard: string,
): string {
  return formatKey({ name: namePart(cacheName, given, role === 'own' ? without : []), branch, shard })
}

type KeyOf = (spec: Spec, scope: { branch: Branch; role: string }, shard: string) => string

function readEntries(plan: Plan, spec: Spec, keyOf: KeyOf): Entry[] {
  const { backend } = spec
  const given = ofSide('import', spec)
  return plan.reads
    .filter((read) => read.onGha || !isOnGithub(spec))
    .flatMap(({ branch, role }) =>
      plan.readShards.map((shard) => {
        const key = keyOf(spec, { branch, role }, shard)
        return {
          backend: backend.type,
          keys: [key],
          places: places(spec, [key]),
          branch,
          role,
          isShard: shard !== '',
          type: backend.importType ?? backend.type,
          ...both(spec, backend.importFrom(given, key)),
        }
      }),
    )
}

function writeEntries(plan: Plan, spec: Spec, keyOf: KeyOf): Entry[] {
  const { backend } = spec
  const { own } = plan
  const decision = isOnGithub(spec) ? plan.write.onGha : plan.write.elsewhere
  if (!own || !decision.allowed) return []
  const given = [...ofSide('export', spec), ...exportDefaults(spec)]
  const keys = plan.writeShards.map((shard) => keyOf(spec, { branch: own, role: 'own' }, shard))
  const flags = backend.exportTo(given, keys)
  const keysOf = (i: number): string[] => (flags.length === keys.length ? keys.slice(i, i + 1) : keys)
  return flags.map((attributes, i) => ({
    backend: backend.type,
    keys: keysOf(i),
    places: places(spec, keysOf(i)),
    branch: own,
    role: 'own',
    type: backend.type,
    ...both(spec, attributes),
  }))
}

function places(spec: Spec, keys: readonly string[]): string[] {
  return keys.map((key) => place(spec, key))
}

function place({ backend, given }: Spec, key: string): string {
  return `${backend.place(given)} ${key}`
}

/** The attributes of one side: BuildKit would silently ignore the others. */
function ofSide(side: 'import' | 'export', { backend, given }: Spec): Attributes {
  return given.filter(([name]) => {
    const it = backend.attributes[name]?.side
    return it === 'both' || it === side
  })
}

function exportDefaults({ backend, given }: Spec): Attributes {
  return Object.entries(backend.attributes).flatMap(([name, { default: value }]) =>
    value === undefined || attribute(given, name) !== undefined ? [] : [[name, value] as const],
  )
}

function both(spec: Spec, attributes: Attributes): Pick<Entry, 'attributes' | 'shown'> {
  return {
    attributes: Object.fromEntries(attributes),
    shown: Object.fromEntries(withoutSecrets(spec, attributes)),
  }
}
