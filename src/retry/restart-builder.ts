import type { Builder } from '../buildx/builder.ts'
import { countRunning } from '../buildx/history.ts'
import { cancelled } from '../runner/cancel.ts'
import type { Surely } from './fallback-types.ts'

/** In milliseconds, for each of the two ways. */
const PATIENCE = 30_000

/** In milliseconds, to ask what else it builds. */
const ASKING = 10_000

/** What to do where the builder is not ours to heal. */
const advice: Record<string, string> = {
  docker: 'restart the Docker daemon',
  remote: 'restart its buildkitd',
  kubernetes: "delete the builder's pods; they are recreated",
}

/** Names of builders that are one job's own: ours, and those of docker/setup-buildx-action where it was given none. */
const OWN = /^(branch-cache-[0-9a-f]{12}|builder-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/**
 * Frees a builder that an import blocks: BuildKit calls the importer under the lock that every build needs, and
 * cancelling does not free it. A builder in a container is killed, and the next build starts it again with all it
 * holds; one that other jobs may share, only where nothing else builds on it. `running`: how many builds of ours it is
 * at, 0 or 1. True where that was done.
 */
export async function heal(
  { buildx, builder, env, outside }: Pick<Surely, 'buildx' | 'builder' | 'env' | 'outside'>,
  running: 0 | 1,
): Promise<boolean> {
  if (builder.driver !== 'docker-container' || builder.nodes.length === 0) return false
  if (!OWN.test(builder.name)) {
    const all = await countRunning(buildx, builder.name, env, ASKING, outside.query)
    if (all === undefined || all > running || cancelled.aborted) return false
  }
  const containers = builder.nodes.map((node) => `buildx_buildkit_${node}`)
  const run = async (prefix: string[], args: string[]): Promise<boolean> =>
    (await outside.query({ ...buildx, prefix }, args, env, { limitMs: PATIENCE })).exitCode === 0
  const isDocker = buildx.prefix.length > 0
  // The second is for buildx without docker, and for nodes on several machines; it takes 10 s.
  return (isDocker && (await run([], ['kill', ...containers]))) || run(buildx.prefix, ['stop', builder.name])
}

/** What the user has to know of a builder whose own cache is corrupt (classify-failure.ts). */
export function spoiltSentence({ driver }: Builder): string {
  return `The builder has lost data of its own, and the image was built without its cache: ${advice[driver] ?? 'restart it'}.`
}

/** What the user has to know of a builder that hangs and was not healed. */
export function hangSentence({ driver }: Builder, store: string): string {
  const what = advice[driver] ?? 'restart it'
  return `The builder is blocked on ${store}, which isn't responding; all builds may hang until it is restarted: ${what}.`
}
