import { takeCredentials } from '../backends/credentials.ts'
import { readSpecs, type Spec } from '../backends/spec.ts'
import { branchOfRef } from '../events/ref-name.ts'
import { parseBoolean } from '../inputs/boolean.ts'
import { parseLines } from '../inputs/list.ts'
import { parseSpan } from '../inputs/measures.ts'
import { wellFormed } from '../inputs/text.ts'
import { nearInputs, notingInputs } from '../inputs/unknown-inputs.ts'
import type { Environment } from '../runner/environment.ts'
import { InputError } from '../runner/input-error.ts'

/** The inputs of clean/action.yml, checked. */
export type CleanInputs = {
  /** Without the credentials that `env` carries. */
  specs: Spec[]
  /** Cache names; empty for all. */
  images: string[]
  /** In milliseconds. */
  keep: number
  /** Branches to keep, names with `*`. */
  branches: string[]
  /** `branches: none`: scopes created with cache-branch are treated like all others. */
  takesNamed: boolean
  dryRun: boolean
  adopts: boolean
  token: string
  env: Record<string, string>
  /** Mask these before printing the first line. */
  secrets: string[]
  warnings: string[]
}

/** Reads the inputs; throws InputError: one sentence, before any request. */
export function readCleanInputs(environment: Environment): CleanInputs {
  const { noting, asked } = notingInputs(environment)
  const input = (name: string): string => evaluated(name, wellFormed(name, noting.input(name)))
  const lines = parseLines(input('cache'))
  if (lines.length === 1 && lines[0] === 'none')
    throw new InputError('cache', '"none" leaves nothing to clean; specify the caches that your builds use.')
  const { specs, leftOut } = readSpecs(lines.length === 0 ? ['type=gha'] : lines, environment.forDocker)
  const credentials = takeCredentials(specs)
  const branches = parseLines(input('branches'), false)
  const isNone = branches.length === 1 && branches[0] === 'none'
  const token = input('github-token')
  const env = Object.entries({ ...environment.forDocker, ...credentials.env })
  return {
    specs: credentials.specs,
    images: parseLines(input('images'), false),
    keep: /^0[dh]?$/.test(input('keep')) ? 0 : parseSpan('keep', input('keep') || '7d'),
    branches: isNone ? [] : branches.map(pattern),
    takesNamed: isNone,
    dryRun: parseBoolean('dry-run', input('dry-run'), false),
    adopts: parseBoolean('adopt', input('adopt'), false),
    token,
    env: Object.fromEntries(env.filter((it): it is [string, string] => it[1] !== undefined)),
    secrets: [...new Set([...credentials.secrets, token])].filter((it) => it !== ''),
    warnings: [...leftOut, ...nearInputs(environment.inputNames, [...asked])],
  }
}

function evaluated(name: string, text: string): string {
  if (name !== 'cache' && text.includes('${{'))
    throw new InputError(
      name,
      'it contains "${{", an expression that was not evaluated; write it in the workflow file.',
    )
  return text
}

/** A branch's name, with `*` for any text; other wildcards would match nothing. */
function pattern(line: string): string {
  const name = branchOfRef(line)
  if (/,\s/.test(name)) throw new InputError('branches', 'write one branch a line, without commas.')
  // Characters that git does not allow in a branch's name (git-check-ref-format(1)).
  if (/[\s~^:?[\]\\]|\.\.|^[!/]|\/$/.test(name))
    throw new InputError('branches', `"${line}" matches no branch; write a name, with * for any text.`)
  return name
}
