import type { BuildInputs } from '../inputs/build-inputs.ts'

/** A secret of the build: a value that the action writes to a file, or a file or variable of the user's. */
export type Secret = { id: string } & ({ value: string } | { file: string } | { variable: string })

/** The secrets at their three positions in upstream's command, and what was wrong with the others. */
export type Secrets = { variables: Secret[]; others: Secret[]; warnings: string[] }

/** The syntax of `docker build --secret`, which these inputs do not use. */
const DOCKERS = /^(type=(file|env),|id=[^,=]+,(src|source|env|type)=)/

/**
 * The inputs secret-envs, secrets and secret-files. Malformed or missing secrets are skipped with a warning, as on a
 * fork's pull request, where secrets are empty. `exists`: whether a file exists.
 */
export function readSecrets(inputs: BuildInputs, exists: (path: string) => boolean): Secrets {
  const warnings: string[] = []
  // The lines of an unquoted key: the text before a "=" is then not a name, but part of the key.
  const isTorn = inputs.secrets.some((secret) => !secret.includes('='))
  const read = (input: string, make: (id: string, rest: string) => Secret | undefined): Secret[] =>
    inputs[input as 'secrets'].flatMap((text) => {
      const equals = text.indexOf('=')
      const [id, rest] = [text.slice(0, equals), text.slice(equals + 1)]
      const secret = equals > 0 && rest !== '' ? make(id, rest) : undefined
      // The text may be a value without a name, so only a name is shown.
      if (!secret) {
        const isNamed = equals > 0 && !(input === 'secrets' && isTorn)
        const isGone = input === 'secret-files' && equals > 0 && rest !== ''
        const isEmpty = isNamed && rest === ''
        const why = isGone ? 'names a file that does not exist' : isEmpty ? 'is empty' : 'is not "name=value"'
        warnings.push(`${input}: ${isNamed ? `"${id}"` : 'a line'} ${why}; it is ignored.`)
      }
      if (secret && DOCKERS.test(text)) {
        warnings.push(
          `${input}: "${id}" is read as the name of a secret; write NAME=… without "id=", "src=" and "env=".`,
        )
      }
      return secret ? [secret] : []
    })
  return {
    variables: read('secret-envs', (id, variable) => ({ id, variable })),
    others: [
      ...read('secrets', (id, value) => ({ id, value })),
      ...read('secret-files', (id, file) => (exists(file) ? { id, file } : undefined)),
    ],
    warnings,
  }
}

/** The job's token for a git context of this repository, unless the user gave one. */
export function gitToken(
  inputs: BuildInputs,
  { variables, others }: Secrets,
  host: string,
  isDefaultContext: boolean,
): Secret | undefined {
  const value = inputs['github-token']
  const id = `GIT_AUTH_TOKEN.${host}`
  const isGiven =
    [...variables, ...others].some((secret) => secret.id === id || secret.id === 'GIT_AUTH_TOKEN') ||
    // As upstream, this one counts even if it is empty and skipped.
    inputs.secrets.some((secret) => secret.startsWith('GIT_AUTH_TOKEN='))
  return value === '' || isGiven || !isDefaultContext ? undefined : { id, value }
}
