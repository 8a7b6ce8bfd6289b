import { randomBytes } from 'node:crypto'
import { info } from '../runner/commands.ts'
import { type Buildx, runToItsEnd, stream } from './run.ts'

/** A builder that the action creates for a step. */
export type OwnBuilder = {
  name: string
  /** It needs the host's network, for a service on loopback; RUN steps then have it too. */
  onHost: boolean
}

/** A name that no other builder has. */
export function ownBuilderName(): string {
  return `branch-cache-${randomBytes(6).toString('hex')}`
}

/** In milliseconds: BuildKit's image is 100 MB. */
const PATIENCE = 5 * 60_000

/** In milliseconds: removing a container of several gigabytes takes time. */
const REMOVAL = 2 * 60_000

/**
 * Creates a builder with the docker-container driver and the user's buildkitd.default.toml, and starts it, which pulls
 * BuildKit's image. The user sees buildx's output. False if it failed or took longer than five minutes, which is
 * printed.
 */
export async function makeBuilder(
  buildx: Buildx,
  { name, onHost }: OwnBuilder,
  env: Record<string, string>,
): Promise<boolean> {
  const network = onHost ? ['--driver-opt', 'network=host'] : []
  const args = ['create', '--name', name, '--driver', 'docker-container', ...network, '--bootstrap']
  const cut = AbortSignal.timeout(PATIENCE)
  const isMade = (await stream(buildx, args, env, { onOutput: () => {}, cut })) === 0
  if (cut.aborted) info(`The builder was not ready within ${PATIENCE / 60_000} minutes.`)
  return isMade && !cut.aborted
}

/**
 * Removes a builder with its container and volume; throws an Error for the user. A missing builder counts as removed.
 * After two minutes the action stops waiting but does not kill the removal: docker may still complete it.
 */
export async function removeBuilder(
  buildx: Buildx,
  name: string,
  env: Record<string, string>,
): Promise<void> {
  const ended = await runToItsEnd(buildx, ['rm', '--force', name], env, REMOVAL)
  if (!ended) throw new Error(`${name}: docker did not answer within ${REMOVAL / 1000} s`)
  const { exitCode, stderr } = ended
  if (exitCode === 0 || /no builder .* found/.test(stderr)) return
  throw new Error(`${name}: ${stderr.trim() || `exit code ${exitCode}`}`)
}
