import { InputError } from '../runner/input-error.ts'
import { type Attributes, attribute } from './backend.ts'
import { spellings } from './entry-secrets.ts'
import type { Spec } from './spec.ts'

export type Credentials = {
  /** The specs without the credentials that the environment carries. */
  specs: Spec[]
  /** What buildx's environment gets, and loses (undefined). */
  env: Record<string, string | undefined>
  /** Mask these before printing the first line, and remove them from everything that is shown. */
  secrets: string[]
}

/** Takes the credentials out of the specs, as far as buildx has a variable for them; throws InputError. */
export function takeCredentials(specs: readonly Spec[]): Credentials {
  checkKeys(specs.filter(({ backend }) => backend.type === 's3'))
  checkTokens(specs.filter(({ backend }) => backend.type === 'gha'))
  const all = specs.flatMap(({ backend, given }) =>
    given.map(([name, value]) => ({ value, ...backend.attributes[name] })),
  )
  const moved = all.flatMap(({ movesToEnv, value }) => (movesToEnv ? [[movesToEnv, value] as const] : []))
  const env: Credentials['env'] = Object.fromEntries(moved)
  // Otherwise the job's session token would be sent with another key.
  if (env.AWS_ACCESS_KEY_ID !== undefined && env.AWS_SESSION_TOKEN === undefined)
    env.AWS_SESSION_TOKEN = undefined
  return {
    specs: specs.map((spec) => ({ ...spec, given: spec.given.filter(([name]) => !movesToEnv(spec, name)) })),
    env,
    secrets: all.flatMap(({ secret, value }) => (secret ? spellings(value) : [])),
  }
}

function movesToEnv({ backend }: Spec, name: string): boolean {
  return backend.attributes[name]?.movesToEnv !== undefined
}

/** buildx has one set of AWS variables for all specs: a second set would be ignored silently. */
function checkKeys(specs: readonly Spec[]): void {
  const keysOf = ({ given }: Spec): string =>
    JSON.stringify(
      ['access_key_id', 'secret_access_key', 'session_token'].map((name) => attribute(given, name)),
    )
  if (specs.some((spec) => keysOf(spec) !== keysOf(specs[0] as Spec))) {
    throw new InputError(
      'cache',
      'two s3 specs have different keys, but buildx accepts only one set; use the same for both.',
    )
  }
  for (const { given } of specs) {
    const [id, key] = [attribute(given, 'access_key_id'), attribute(given, 'secret_access_key')]
    if (
      (id === undefined) !== (key === undefined) ||
      (id === undefined && attribute(given, 'session_token'))
    ) {
      throw new InputError(
        'cache',
        's3 needs access_key_id and secret_access_key together; specify both or neither.',
      )
    }
  }
}

/** Likewise with the token of GitHub's cache service. */
function checkTokens(specs: readonly Spec[]): void {
  const tokens = new Set(specs.flatMap(({ given }) => attribute(given, 'token') ?? []))
  if (tokens.size > 1) {
    throw new InputError(
      'cache',
      'two gha specs have different tokens, but buildx accepts only one; use the same for both.',
    )
  }
}

/** The attributes that may be shown. */
export function withoutSecrets(spec: Spec, attributes: Attributes): Attributes {
  return attributes.filter(([name]) => !spec.backend.attributes[name]?.secret)
}
