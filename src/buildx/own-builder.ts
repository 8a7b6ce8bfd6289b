import { randomBytes } from 'node:crypto'
import { type Buildx, query, stream } from './run.ts'

/** A builder that we make for a step. */
export type OwnBuilder = {
  name: string
  /** It needs the machine's network, for a service on loopback; RUN steps then have that too. */
  onHost: boolean
}

/** A name that no builder of the machine has. */
export function ownBuilderName(): string {
  return `branch-cache-${randomBytes(6).toString('hex')}`
}

/**
 * Makes a builder in a container of its own, with what the user's buildkitd.default.toml says, and starts it, which
 * pulls BuildKit's image. What buildx prints goes to the user. False where it failed.
 */
export async function makeBuilder(
  buildx: Buildx,
  { name, onHost }: OwnBuilder,
  env: Record<string, string>,
): Promise<boolean> {
  const network = onHost ? ['--driver-opt', 'network=host'] : []
  const args = ['create', '--name', name, '--driver', 'docker-container', ...network, '--bootstrap']
  return (await stream(buildx, args, env, () => {})) === 0
}

/** Removes a builder with its container and volume; throws an Error in words. One that is not there is removed. */
export async function removeBuilder(
  buildx: Buildx,
  name: string,
  env: Record<string, string>,
): Promise<void> {
  const { exitCode, stderr } = await query(buildx, ['rm', '--force', name], env)
  if (exitCode === 0 || /no builder .* found/.test(stderr)) return
  throw new Error(`${name}: ${stderr.trim() || `exit code ${exitCode}`}`)
}
