import { randomBytes } from 'node:crypto'
import { info } from '../runner/commands.ts'
import { type Buildx, runToItsEnd, stream } from './run.ts'

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

/** In milliseconds: BuildKit's image is 100 MB. */
const PATIENCE = 5 * 60_000

/** In milliseconds: a container that holds gigabytes is not gone at once. */
const REMOVAL = 2 * 60_000

/**
 * Makes a builder in a container of its own, with what the user's buildkitd.default.toml says, and starts it, which
 * pulls BuildKit's image. What buildx prints goes to the user. False where it failed or took longer than five minutes,
 * which is printed.
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
 * Removes a builder with its container and volume; throws an Error in words. One that is not there is removed. A
 * removal that takes longer than two minutes is not waited for, and not killed: docker may still get to its end.
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
