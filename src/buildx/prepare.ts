import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillContext, gitContext } from '../events/git-context.ts'
import type { BuildInputs } from '../inputs/build-inputs.ts'
import { at } from '../lib/json-path.ts'
import type { Environment } from '../runner/environment.ts'
import type { Prepared } from './argv.ts'
import { attestArgs } from './attests.ts'
import { type Builder, canAttest } from './builder.ts'
import { gitToken, readSecrets, type Secret } from './secrets.ts'
import { gateWarnings, versionGates } from './version-gates.ts'

/** The parts of the command that are not in the inputs, with the secrets' values in files of `directory`. */
export function prepare(
  inputs: BuildInputs,
  environment: Environment,
  builder: Builder,
  directory: string,
): { prepared: Omit<Prepared, 'cacheFrom' | 'cacheTo'>; warnings: string[] } {
  const { switches, serverUrl, runUrl, payload } = environment
  const asQuery = switches.contextIsQuery && versionGates(builder.buildx)('git-query')
  const defaultContext = gitContext(environment, asQuery)
  const context = fillContext(inputs.context, defaultContext)
  const isPrivate = at(payload, 'repository', 'private')
  const secrets = readSecrets(inputs, existsSync)
  const token = gitToken(
    inputs,
    secrets,
    URL.parse(serverUrl)?.host ?? '',
    context.startsWith(defaultContext),
  )
  const spell = secretWriter(directory)
  return {
    prepared: {
      context,
      buildContexts: inputs['build-contexts'].map((it) => fillContext(it, defaultContext)),
      attests: attestArgs(inputs, {
        runUrl,
        isPrivate: typeof isPrivate === 'boolean' ? isPrivate : undefined,
        noDefault: switches.noDefaultAttestations,
        builderCanAttest: canAttest(builder),
      }),
      secretVariables: secrets.variables.map(spell),
      secrets: [...secrets.others, ...(token ? [token] : [])].map(spell),
      imageIdFile: join(directory, 'image-id'),
      metadataFile: join(directory, 'metadata.json'),
    },
    warnings: [...gateWarnings(inputs, builder.buildx, builder.buildkits), ...secrets.warnings],
  }
}

/** The value of --secret; the secret itself goes into a file that only the current user can read. */
function secretWriter(directory: string): (secret: Secret) => string {
  let count = 0
  return (secret) => {
    if ('variable' in secret) return `id=${secret.id},env=${secret.variable}`
    if ('file' in secret) return `id=${secret.id},src=${secret.file}`
    const file = join(directory, `secret-${++count}`)
    writeFileSync(file, secret.value, { mode: 0o600 })
    return `id=${secret.id},src=${file}`
  }
}
