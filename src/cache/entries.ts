import type { Branch } from '../scope/branch.ts'
import { formatKey } from '../scope/key.ts'
import { namePart } from '../scope/name.ts'
import type { Plan } from '../scope/plan.ts'
import { type Attributes, attribute, type Backend } from './backend.ts'
import { encodeFields } from './csv.ts'
import type { Spec } from './spec.ts'

/** One --cache-from or --cache-to of ours. */
export type Entry = { backend: string; key: string; branch: Branch; role: string; csv: string }

export type Entries = {
  from: Entry[]
  to: Entry[]
  /** The own key of the first spec; empty without an own branch. */
  ownKey: string
}

/** The plan and the specs -> the values of --cache-from and --cache-to, in the order of the specs. */
export function makeEntries(plan: Plan, specs: readonly Spec[], cacheName: string): Entries {
  const [first] = specs
  const keyOf = (spec: Spec, branch: Branch, shard: string): string =>
    formatKey({ name: namePart(cacheName, spec.name), branch, shard })
  return {
    from: specs.flatMap((spec) => readEntries(plan, spec, keyOf)),
    to: specs.flatMap((spec) => writeEntries(plan, spec, keyOf)),
    ownKey: first && plan.own ? keyOf(first, plan.own, plan.writeShards[0] ?? '') : '',
  }
}

type KeyOf = (spec: Spec, branch: Branch, shard: string) => string

function readEntries(plan: Plan, spec: Spec, keyOf: KeyOf): Entry[] {
  const { backend } = spec
  const given = ofSide('import', spec)
  return plan.reads
    .filter((read) => read.onGha || backend.type !== 'gha')
    .flatMap(({ branch, role }) =>
      plan.readShards.map((shard) => {
        const key = keyOf(spec, branch, shard)
        return {
          backend: backend.type,
          key,
          branch,
          role,
          csv: toCsv(backend, backend.importFrom(given, key)),
        }
      }),
    )
}

function writeEntries(plan: Plan, spec: Spec, keyOf: KeyOf): Entry[] {
  const { backend } = spec
  const { own, write } = plan
  if (!own || !(backend.type === 'gha' ? write.onGha : write.elsewhere)) return []
  const given = [...ofSide('export', spec), ...exportDefaults(spec)]
  const shards = backend.oneExport ? [plan.soleShard] : plan.writeShards
  return shards.map((shard) => {
    const key = keyOf(spec, own, shard)
    return {
      backend: backend.type,
      key,
      branch: own,
      role: 'own',
      csv: toCsv(backend, backend.exportTo(given, key)),
    }
  })
}

/** The attributes that one side takes: BuildKit would ignore the others in silence. */
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

function toCsv(backend: Backend, attributes: Attributes): string {
  return encodeFields([`type=${backend.type}`, ...attributes.map(([name, value]) => `${name}=${value}`)])
}
