import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Scenario, scenarios } from '../../e2e/recorded-builds/scenarios.ts'
import { parseSpecs } from '../../src/backends/spec.ts'
import type { Import } from '../../src/buildx/history.ts'
import { branch } from '../../src/events/branch.ts'
import type { Entries, Entry } from '../../src/plan/entries.ts'
import type { About } from '../../src/report/outcome.ts'
import { entryOf } from '../entry.ts'

const folder = join(import.meta.dirname, 'recorded')

/** A build that was recorded (e2e/recorded-builds/record.ts), as the builder's history has it. */
export type Recorded = { record: string; imports: Import[]; printed: string[] }

export function readRecorded(name: string): Recorded {
  const { record, imports, printed } = JSON.parse(
    gunzipSync(readFileSync(join(folder, `${name}.json.gz`))).toString(),
  )
  return { record: record.join('\n'), imports: imports ?? [], printed }
}

export const recordedNames = readdirSync(folder)
  .map((file) => file.replace('.json.gz', ''))
  .sort()

const shown: Record<string, string> = {
  registry: 'registry.example:5000',
  dead: 'dead.example:5000',
  folder: '/work',
  s3: 'http://s3.example',
  azure: 'http://azure.example/account',
  service: 'http://cache.example/',
  region: 'eu-west-3',
  bucket: 'ci-cache',
  account: 'exampleaccount',
}

const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name) => shown[name] ?? whole)

/** The Dockerfile of a scenario: its own or that of the last one before it. */
export function dockerfileOf(name: string): string {
  const index = scenarios.findIndex((it) => it.name === name)
  return fill(
    scenarios.slice(0, index + 1).findLast(({ dockerfile }) => dockerfile !== undefined)?.dockerfile ?? '',
  )
}

export function scenario(name: string): Scenario {
  const found = scenarios.find((it) => it.name === name)
  if (!found) throw new Error(name)
  return found
}

/** What the action would know of a scenario, its flags taken for ours. */
export function aboutOf(name: string): About {
  const { args = [], first = [] } = scenario(name)
  const entries = entriesOf(args.map(fill))
  return {
    entries,
    specs: entries.to.flatMap(({ backend }) =>
      backend === 'registry' ? parseSpecs(['type=registry,ref=registry.example:5000/app/cache'], {}) : [],
    ),
    warnings: readRecorded(name).printed,
    lost: [],
    unkept: [],
    builderWasEmpty: first.includes('forget'),
    failed: false,
    withoutCache: args.includes('--no-cache'),
    dockerfile: dockerfileOf(name),
    secrets: [],
  }
}

function entriesOf(args: readonly string[]): Entries {
  const flags = (flag: string): string[] => args.filter((_, i) => args[i - 1] === flag)
  return {
    from: flags('--cache-from').map(entry),
    to: flags('--cache-to').map(entry),
    ownKey: '',
  }
}

function entry(csv: string): Entry {
  const key = /(?:name|tag|scope|ref=[^,]*)[=:]([\w.-]+?)-?(?:,|$)/.exec(csv)?.[1] ?? ''
  const known = csv.replace(/,(token|[a-z_]*_key(_id)?)=[^,]*/g, '')
  return entryOf(known, { keys: [key], branch: branch(key) })
}
