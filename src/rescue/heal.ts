import type { Builder } from '../buildx/builder.ts'
import { type Buildx, queryWithin } from '../buildx/run.ts'

/** In milliseconds, for each of the two ways. */
const PATIENCE = 30_000

/** What to do where the builder is not ours to heal. */
const advice: Record<string, string> = {
  docker: 'restart the Docker daemon',
  remote: 'restart its buildkitd',
  kubernetes: "delete the builder's pods, which are made anew",
}

/**
 * Frees a builder that an import holds up for ever: BuildKit calls the importer under the lock that every build
 * needs, and cancelling does not free it. A builder in a container is killed, and the next build starts it again
 * with all it holds. True where that was done.
 */
export async function heal(buildx: Buildx, builder: Builder, env: Record<string, string>): Promise<boolean> {
  if (builder.driver !== 'docker-container' || builder.nodes.length === 0) return false
  const containers = builder.nodes.map((node) => `buildx_buildkit_${node}`)
  const run = async (prefix: string[], args: string[]): Promise<boolean> =>
    (await queryWithin(PATIENCE, { ...buildx, prefix }, args, env)).exitCode === 0
  const isDocker = buildx.prefix.length > 0
  // The second is for buildx without docker, and for nodes on several machines; it takes 10 s.
  return (isDocker && (await run([], ['kill', ...containers]))) || run(buildx.prefix, ['stop', builder.name])
}

/** What the user has to know of a builder whose own cache is spoilt (fatal.ts). */
export function spoiltSentence({ driver }: Builder): string {
  return `The builder has lost data of its own, and the image was built without its cache: ${advice[driver] ?? 'restart it'}.`
}

/** What the user has to know of a builder that hangs and was not healed. */
export function hangSentence({ driver }: Builder, store: string): string {
  const what = advice[driver] ?? 'restart it'
  return `The builder waits for ${store}, which does not answer, and may hold up every build until it is restarted: ${what}.`
}
