import { decodeFields } from '../lib/csv.ts'
import { notOneOf } from '../lib/nearest.ts'
import { quote } from '../lib/quote.ts'
import type { Variables } from '../runner/environment.ts'
import { InputError } from '../runner/input-error.ts'
import type { Attributes, Backend } from './backend.ts'
import { backends } from './backends.ts'
import { backendMeant, examples, habitOf } from './common-mistakes.ts'
import { atHome } from './local.ts'
import { checkNames, checkOne, completeAttributes } from './validate-attributes.ts'

/** A checked line of the input `cache`: where a cache is, without a scope. */
export type Spec = {
  backend: Backend
  given: Attributes
  /** The name that the user gave in it (a registry's tag); empty for none. */
  name: string
  /** True: the action's own directory, which GitHub's cache service keeps between runs. */
  isOwned?: true
}

/** Whether GitHub's cache service stores the scopes of a cache, so that its rules apply to them. */
export function isOnGithub({ backend, isOwned }: Spec): boolean {
  return backend.type === 'gha' || isOwned === true
}

/**
 * The lines of the input `cache` -> specs. Throws InputError: one sentence, before anything runs. It never
 * repeats a line, which may hold a credential.
 */
export function parseSpecs(lines: readonly string[], variables: Variables): Spec[] {
  return readSpecs(lines, variables).specs
}

/**
 * The same, and one sentence for each line that cannot be used because a secret or variable is empty in this run. Runs
 * of forks and of Dependabot get no secrets (`noSecrets`) and still build. In other runs an empty credential also
 * disables the cache, but an empty location is an error. `numbers`: the numbers of the lines in the input.
 */
export function readSpecs(
  lines: readonly string[],
  variables: Variables,
  noSecrets = false,
  numbers: readonly number[] = lines.map((_, i) => i + 1),
): { specs: Spec[]; leftOut: string[] } {
  const read = lines.map((line, i) => {
    const where = lines.length > 1 ? `line ${numbers[i]}, ` : ''
    const spec = parseSpec(line, lines.length === 1, { variables, noSecrets }, (sentence) => {
      throw new InputError('cache', `${where}${sentence}${/[.?]$/.test(sentence) ? '' : '.'}`)
    })
    return { where, spec }
  })
  const specs = read.flatMap(({ spec }) => ('lacks' in spec ? [] : [spec]))
  const leftOut = read.flatMap(({ where, spec }) =>
    'lacks' in spec
      ? `cache: ${where}${spec.type} is ignored, because ${spec.lacks.join(' and ')} ${spec.lacks.length > 1 ? 'are' : 'is'} empty. ` +
        'Runs from forks and Dependabot get no secrets; in other runs, check the name of the secret or variable.'
      : [],
  )
  const places = specs.map(({ backend, given, name }) => JSON.stringify([backend.place(given), name]))
  const second = places.findIndex((place, i) => places.indexOf(place) !== i)
  if (second >= 0) {
    throw new InputError(
      'cache',
      `line ${numbers[second]} points to the same cache as an earlier line; remove one.`,
    )
  }
  return { specs, leftOut }
}

/** A cache that cannot be used because these attributes, or `a part of` them, are empty. */
type Lacking = { type: string; lacks: string[] }

function parseSpec(
  line: string,
  isAlone: boolean,
  { variables, noSecrets }: { variables: Variables; noSecrets: boolean },
  fail: (sentence: string) => never,
): Spec | Lacking {
  const habit = habitOf(line, isAlone)
  if (habit !== undefined) return fail(habit)
  const fields = readFields(line, fail)
  const type = fields.find(([name]) => name === 'type')?.[1]
  if (type === undefined)
    return fail(`type=… is missing; a spec is a single line, such as ${examples.registry}`)
  const backend = Object.hasOwn(backends, type) ? backends[type] : undefined
  if (!backend) return fail(noSuchType(type))
  const written = fields.filter(([name]) => name !== 'type')
  checkNames(backend, written, fail)
  // An attribute is empty because its secret or variable is: it counts as unset.
  const filled = written.filter(([, value]) => value !== '')
  const empty = written.flatMap(([name, value]) => (value === '' ? [name] : []))
  const lacking = empty.filter((name) => isLacking(backend, name, variables))
  const gaps = filled.filter(([name, value]) => hasGap(backend, name, value))
  const isCredential = lacking.some((name) => backend.attributes[name]?.credential)
  if (lacking.length > 0 && !noSecrets && !isCredential)
    return fail(`${lacking[0]} is empty; ${type} needs it, such as ${examples[type]}`)
  const lacks = [...lacking, ...(noSecrets ? gaps.map(([name]) => `a part of ${name}`) : [])]
  if (lacks.length > 0) {
    const others = filled.filter((it) => !(noSecrets && gaps.includes(it)))
    for (const [name, value] of others) checkOne(backend, name, value, fail)
    return { type, lacks }
  }
  const given = type === 'local' ? atHome(filled, variables, fail) : filled
  const isOwned = type === 'local' && !given.some(([name]) => name === 'dest')
  const named = backend.readName(completeAttributes(backend, given, variables, fail))
  return { backend, ...named, ...(isOwned ? { isOwned } : {}) }
}

/** Whether a cache cannot be used if this attribute is empty and nothing else provides its value. */
function isLacking({ attributes }: Backend, name: string, variables: Variables): boolean {
  const { required, credential, readsEnv } = attributes[name] ?? {}
  return (required && !(readsEnv && variables[readsEnv])) || credential === true
}

/** Whether a value is wrong because an expression in it is empty. */
function hasGap({ attributes }: Backend, name: string, value: string): boolean {
  const { kind } = attributes[name] ?? {}
  return kind?.hasGap?.(value) === true && kind.check(value) !== undefined
}

function noSuchType(type: string): string {
  const meant = backendMeant(type)
  const types = Object.keys(backends)
  if (meant === undefined) {
    const isShown = quote(type, '') !== ''
    return isShown ? `type ${notOneOf(type, types)}` : `its type is not one of ${types.join(', ')}`
  }
  return `type ${quote(type, '')} is not one of ${types.join(', ')}; write ${examples[meant]}`
}

/** Names in lower case, blanks around names and values trimmed; a bare word is a type. */
function readFields(line: string, fail: (sentence: string) => never): [string, string][] {
  let fields: string[]
  try {
    fields = decodeFields(line)
  } catch (error) {
    return fail((error as Error).message)
  }
  const pairs = fields.map((field, i): [string, string] => {
    const equals = field.indexOf('=')
    if (equals < 0)
      return i === 0 && fields.length === 1
        ? ['type', field]
        : fail(`field ${i + 1} has no "="; write name=value, such as ${examples.registry}`)
    return [field.slice(0, equals).trim().toLowerCase(), field.slice(equals + 1).trim()]
  })
  const twice = pairs.find(([name], i) => pairs.findIndex(([it]) => it === name) !== i)
  return twice
    ? fail(`${/^[a-z0-9_.-]{1,32}$/.test(twice[0]) ? twice[0] : 'an attribute'} is specified twice`)
    : pairs
}
