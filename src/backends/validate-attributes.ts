import { goBoolean } from '../lib/go-boolean.ts'
import { didYouMean } from '../lib/nearest.ts'
import { quote } from '../lib/quote.ts'
import type { Variables } from '../runner/environment.ts'
import { type Attribute, type Attributes, attribute, type Backend } from './backend.ts'
import { examples } from './common-mistakes.ts'

type Fail = (sentence: string) => never

const inTag = { scope: 'a tag in ref', name: 'a tag in ref', tag: 'a tag in ref' }
const inDest = { path: 'dest', dir: 'dest', directory: 'dest', folder: 'dest' }

// Names from other backends that users write, and the right ones.
const elsewhere: Record<string, Record<string, string>> = {
  gha: { ref: 'scope', name: 'scope', tag: 'scope', key: 'scope' },
  registry: { ...inTag, dest: 'ref', src: 'ref', image: 'ref', repo: 'ref', repository: 'ref', url: 'ref' },
  local: { ...inDest, src: 'dest, used for exports and imports', scope: 'tag', name: 'tag', ref: 'dest' },
  s3: { scope: 'name', tag: 'name', ref: 'name', key: 'name', path: 'prefix', folder: 'prefix' },
  azblob: { scope: 'name', tag: 'name', ref: 'name', key: 'secret_access_key', bucket: 'container' },
  inline: { ...inTag, dest: 'ref', src: 'ref', image: 'ref' },
}

/**
 * The checked attributes of a spec. Those that BuildKit's server would read from its own environment are filled in from
 * the step's. BuildKit silently ignores unknown attributes and wrong values; here they are errors.
 */
export function completeAttributes(
  backend: Backend,
  given: Attributes,
  variables: Variables,
  fail: Fail,
): Attributes {
  for (const [name, value] of given) checkOne(backend, name, value, fail)
  const filled = Object.entries(backend.attributes).flatMap(([name, { readsEnv }]) => {
    const value = readsEnv && attribute(given, name) === undefined ? (variables[readsEnv] ?? '') : ''
    return value === '' ? [] : [[name, value] as const]
  })
  for (const [name, value] of filled) checkOne(backend, name, value, fail)
  const all = [...given, ...filled]
  checkRequired(backend, all, fail)
  if (attribute(all, 'image-manifest') !== undefined) checkManifest(all, fail)
  return all
}

/** Refuses attributes that the backend does not have, whatever their values. */
export function checkNames({ type, attributes }: Backend, given: Attributes, fail: Fail): void {
  for (const [name] of given) {
    if (!Object.hasOwn(attributes, name)) fail(unknown(type, name, Object.keys(attributes)))
  }
}

/** Refuses a value that the attribute cannot have. */
export function checkOne(backend: Backend, name: string, value: string, fail: Fail): void {
  checkNames(backend, [[name, value]], fail)
  const known = backend.attributes[name] as Attribute
  const wrong = known.kind.check(value)
  const shown = known.secret ? '' : quote(value, '')
  if (wrong) fail([name, shown, wrong].filter((it) => it !== '').join(' '))
  if (/^(['`‘“]).*['`’”]$/su.test(value)) fail(`${name} has quotes around its value; remove them`)
}

function unknown(type: string, name: string, names: string[]): string {
  const here = elsewhere[type]?.[name]
  const guess = here ? `; here it is ${here}.` : `.${didYouMean(name, names)}`
  const given = quote(name, 'of such a name')
  return `${type} has no attribute ${given}; it has ${names.join(', ')}${guess}`
}

function checkRequired({ type, attributes }: Backend, all: Attributes, fail: Fail): void {
  for (const [name, { required, readsEnv }] of Object.entries(attributes)) {
    if (!required || attribute(all, name) !== undefined) continue
    const variable = readsEnv ? `, or the variable ${readsEnv}` : ''
    fail(`${type} needs ${name}=…, such as ${examples[type]}${variable}`)
  }
}

/** An image manifest is an OCI type: BuildKit finds out only after the build (remotecache/export.go). */
function checkManifest(all: Attributes, fail: Fail): void {
  const isTrue = (name: string): boolean => goBoolean(attribute(all, name)) === true
  const ociOff = attribute(all, 'oci-mediatypes') !== undefined && !isTrue('oci-mediatypes')
  if (isTrue('image-manifest') && ociOff) fail('image-manifest=true needs oci-mediatypes=true')
}
