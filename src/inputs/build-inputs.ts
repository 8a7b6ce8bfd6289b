import type { Environment } from '../runner/environment.ts'
import { InputError } from '../runner/input-error.ts'
import { parseBoolean } from './boolean.ts'
import { readRecords } from './exporters.ts'
import { type Dialect, parseList } from './list.ts'
import { wellFormed } from './text.ts'

// The 33 inputs of docker/build-push-action v7 by their kind, with the dialect of each list.
const lists = {
  'add-hosts': {},
  allow: {},
  annotations: { commas: false },
  attests: { commas: false },
  'build-args': { commas: false },
  'build-contexts': { commas: false },
  'cache-from': { commas: false },
  'cache-to': { commas: false },
  labels: { commas: false },
  'no-cache-filters': {},
  outputs: { commas: false, quote: false },
  platforms: {},
  'secret-envs': {},
  'secret-files': { commas: false },
  secrets: { commas: false, trim: false },
  ssh: {},
  tags: {},
  ulimit: { commas: false },
} as const satisfies Record<string, Dialect>

const texts = [
  'builder',
  'call',
  'cgroup-parent',
  'context',
  'file',
  'github-token',
  'network',
  'provenance',
  'sbom',
  'shm-size',
  'target',
] as const

const booleans = ['load', 'no-cache', 'pull', 'push'] as const

/** What docker would parse as an option. */
const notFlags: readonly string[] = ['builder', 'context', 'file', 'target']

/** The build's inputs, with upstream's names and meaning. `context` is as written: empty for the default. */
export type BuildInputs = Record<keyof typeof lists, string[]> &
  Record<(typeof texts)[number], string> &
  Record<(typeof booleans)[number], boolean>

/** The build's inputs as typed values; throws InputError: one sentence, before anything runs. */
export function readBuildInputs({ input, rawInput }: Environment): BuildInputs {
  const entries = [
    ...Object.entries<Dialect>(lists).map(([name, dialect]) => {
      const text = dialect.trim === false ? rawInput(name) : input(name)
      return [name, readList(name, text, dialect)] as const
    }),
    ...texts.map((name) => [name, readText(name, input(name))] as const),
    ...booleans.map((name) => [name, parseBoolean(name, input(name), false)] as const),
  ]
  const inputs = Object.fromEntries(entries) as BuildInputs
  checkFields('outputs', inputs.outputs.join('\n'))
  for (const attest of inputs.attests) checkFields('attests', attest)
  checkFields('provenance', inputs.provenance)
  checkFields('sbom', inputs.sbom)
  return inputs
}

/** These are lists of attributes too, and are parsed again where their type matters. */
function checkFields(name: string, text: string): void {
  try {
    readRecords(text)
  } catch {
    throw new InputError(name, 'a double quote is out of place; quote the whole "name=value".')
  }
}

function readList(name: string, text: string, dialect: Dialect): string[] {
  try {
    return parseList(text, dialect)
  } catch (error) {
    throw new InputError(name, `${(error as Error).message}.`)
  }
}

function readText(name: string, text: string): string {
  if (notFlags.includes(name) && text.startsWith('-')) {
    throw new InputError(name, `"${text}" begins with "-", so docker would read it as an option.`)
  }
  return wellFormed(name, text)
}

/** Whether the step builds; other calls, such as `check`, only look at the Dockerfile. */
export function isBuild({ call }: Pick<BuildInputs, 'call'>): boolean {
  return call === '' || call === 'build'
}
