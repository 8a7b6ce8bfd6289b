import { InputError } from '../inputs/error.ts'
import { didYouMean, notOneOf } from '../inputs/nearest.ts'
import type { Attributes, Backend } from './backend.ts'
import { backends } from './backends.ts'
import { decodeFields } from './csv.ts'

/** A checked line of the input `cache`: where a cache is, without a scope. */
export type Spec = {
  backend: Backend
  given: Attributes
  /** The name that the user gave in it (a registry's tag); empty for none. */
  name: string
}

/** The lines of the input `cache` -> specs. Throws InputError: one sentence, before anything runs. */
export function parseSpecs(lines: readonly string[]): Spec[] {
  const specs = lines.map(parseSpec)
  const places = specs.map(({ backend, given, name }) =>
    JSON.stringify([backend.type, backend.place(given), name]),
  )
  const twice = places.findIndex((place, i) => places.indexOf(place) !== i)
  if (twice >= 0) {
    throw new InputError(
      'cache',
      `the line "${lines[twice]}" comes to the same place as another; leave one out.`,
    )
  }
  return specs
}

function parseSpec(line: string): Spec {
  const fail = (sentence: string): never => {
    throw new InputError('cache', `${sentence} in "${line}".`)
  }
  const fields = readFields(line, fail)
  const type = fields.find(([name]) => name === 'type')?.[1]
  if (type === undefined) return fail('type=… is missing')
  const backend = Object.hasOwn(backends, type) ? backends[type] : undefined
  if (!backend) throw new InputError('cache', `type ${notOneOf(type, Object.keys(backends))}`)
  const given = fields.filter(([name]) => name !== 'type')
  checkAttributes(backend, given, fail)
  try {
    return { backend, ...backend.readName(given) }
  } catch (error) {
    return fail((error as Error).message)
  }
}

function readFields(line: string, fail: (sentence: string) => never): [string, string][] {
  let fields: string[]
  try {
    fields = decodeFields(line)
  } catch (error) {
    return fail((error as Error).message)
  }
  const pairs = fields.map((field, i): [string, string] => {
    const equals = field.indexOf('=')
    if (equals < 0) return i === 0 && fields.length === 1 ? ['type', field] : fail(`"${field}" has no "="`)
    return [field.slice(0, equals).trim().toLowerCase(), field.slice(equals + 1).trim()]
  })
  const twice = pairs.find(([name], i) => pairs.findIndex(([it]) => it === name) !== i)
  return twice ? fail(`${twice[0]} is given twice`) : pairs
}

function checkAttributes(backend: Backend, given: Attributes, fail: (sentence: string) => never): void {
  const known = Object.keys(backend.attributes)
  for (const [name, value] of given) {
    const attribute = Object.hasOwn(backend.attributes, name) ? backend.attributes[name] : undefined
    if (!attribute) {
      const guess = didYouMean(name, known)
      throw new InputError(
        'cache',
        `${backend.type} has no attribute "${name}"; it has ${known.join(', ')}.${guess}`,
      )
    }
    const wrong = attribute.check(value)
    if (wrong) fail(`${name}: "${value}" ${wrong}`)
  }
  const missing = known.find(
    (name) => backend.attributes[name]?.required && !given.some(([it]) => it === name),
  )
  if (missing) fail(`${backend.type} needs ${missing}=…`)
}
