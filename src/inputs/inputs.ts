import { takeCredentials } from '../backends/credentials.ts'
import { checkTogether } from '../backends/cross-checks.ts'
import { secretsInEntries } from '../backends/entry-secrets.ts'
import type { Spec } from '../backends/spec.ts'
import type { Run } from '../events/run.ts'
import { cacheName } from '../keys/cache-name.ts'
import { keylessAgents } from '../lib/ssh-agent.ts'
import type { Environment } from '../runner/environment.ts'
import { type BuildInputs, readBuildInputs } from './build-inputs.ts'
import { type Limits, type MountInputs, type PlanInputs, readCacheInputs } from './cache-inputs.ts'
import { hasExporter } from './exporters.ts'
import { knownSecrets } from './known-secrets.ts'
import { keyPaths, look, withoutValue } from './missing-secrets.ts'
import { nearInputs, notingInputs } from './unknown-inputs.ts'

/** All inputs of the step, checked one by one and together. */
export type Inputs = {
  build: BuildInputs
  /** The cache specs without the credentials that `env` carries. */
  specs: Spec[]
  /** The caches that are skipped because a secret or variable is empty in this run; a sentence each. */
  leftOut: string[]
  cacheName: string
  plan: PlanInputs
  /** For a cache in a directory. */
  limits: Limits
  /** The cache mounts that are carried. */
  mounts: MountInputs
  /** True: neither `cache`, `cache-from` nor `cache-to` is given. */
  isAutomatic: boolean
  /** Which of `cache-from` and `cache-to` turn the automatic cache off: those that are set while `cache` is not. */
  offBy: string[]
  /** How long a store may keep the build waiting, in milliseconds; 0: no limit. */
  timeout: number
  /** Cache trouble fails the step. */
  strict: boolean
  planOnly: boolean
  /** The environment of docker. */
  env: Record<string, string>
  /** Mask these before printing the first line. */
  secrets: string[]
  /** Hide these in the action's own output. */
  known: string[]
  /** Notes on suspicious inputs, a sentence each. */
  warnings: string[]
}

/** Reads the inputs of a run; throws InputError: one sentence, before anything runs. */
export function readInputs(environment: Environment, run: Pick<Run, 'trust'>): Inputs {
  const { noting, asked } = notingInputs(environment)
  const build = readBuildInputs(noting)
  const cache = readCacheInputs(noting, run)
  const name = cacheName(cache.cacheName, build, environment)
  checkTogether(cache.specs, {
    cacheTo: build['cache-to'],
    tags: build.tags,
    cacheName: name,
    makesImage: cache.planOnly || makesImage(build),
  })
  const credentials = takeCredentials(cache.specs)
  const offBy = cache.isEmpty
    ? (['cache-from', 'cache-to'] as const).filter((it) => build[it].length > 0)
    : []
  const env = change(environment.forDocker, credentials.env)
  const { masked, known } = knownSecrets(build, env)
  return {
    build,
    specs: credentials.specs,
    leftOut: cache.leftOut,
    cacheName: name,
    plan: { ...cache.plan, without: withoutValue(build, { variables: env, look }) },
    limits: cache.limits,
    mounts: cache.mounts,
    isAutomatic: cache.isEmpty && offBy.length === 0,
    offBy,
    timeout: cache.timeout,
    strict: cache.strict,
    planOnly: cache.planOnly,
    env,
    secrets: [
      ...new Set([
        ...credentials.secrets,
        ...secretsInEntries([...build['cache-from'], ...build['cache-to']]),
        ...masked,
      ]),
    ],
    known,
    warnings: nearInputs(environment.inputNames, [...asked]),
  }
}

/** The same inputs, after asking the SSH agents that they name whether they have a key. */
export async function withAgents(inputs: Inputs): Promise<Inputs> {
  const { build, env, plan } = inputs
  if (build.ssh.length === 0) return inputs
  const keyless = await keylessAgents(build.ssh.flatMap((it) => keyPaths(it, env.SSH_AUTH_SOCK ?? '')))
  const lookAgain = (path: string): ReturnType<typeof look> => (keyless.includes(path) ? 'blank' : look(path))
  return { ...inputs, plan: { ...plan, without: withoutValue(build, { variables: env, look: lookAgain }) } }
}

function makesImage({ push, load, outputs }: BuildInputs): boolean {
  return push || load || ['image', 'registry', 'docker', 'oci'].some((type) => hasExporter(type, outputs))
}

function change(
  env: Record<string, string>,
  changes: Record<string, string | undefined>,
): Record<string, string> {
  const all = Object.entries({ ...env, ...changes })
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined))
}
