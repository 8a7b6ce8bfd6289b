import type { Builder } from '../buildx/builder.ts'
import { countRunning } from '../buildx/history.ts'
import { cancelled } from '../runner/cancel.ts'
import type { Surely } from './fallback-types.ts'

/** In milliseconds, for each of the two methods. */
const PATIENCE = 30_000

/** In milliseconds, to ask for its other builds. */
const ASKING = 10_000

/** Advice for a builder that the action may not restart. */
const advice: Record<string, string> = {
  docker: 'restart the Docker daemon',
  remote: 'restart its buildkitd',
  kubernetes: "delete the builder's pods; they are recreated",
}

/** Names of builders that belong to one job: the action's, and the default names of docker/setup-buildx-action. */
const OWN = /^(branch-cache-[0-9a-f]{12}|builder-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/**
 * Frees a builder that is blocked on an import: BuildKit calls the importer under the lock that every build needs, and
 * cancelling does not release it. A builder in a container is killed, and the next build starts it again with all its
 * data; one that other jobs may share, only if nothing else builds on it. `running`: how many of the builds on it are
 * this action's, 0 or 1. True if it was restarted.
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
  // The second method is for buildx without docker, and for nodes on several machines; it takes 10 s.
  return (isDocker && (await run([], ['kill', ...containers]))) || run(buildx.prefix, ['stop', builder.name])
}

/** The warning about a builder whose own cache is corrupt (classify-failure.ts). */
export function spoiltSentence({ driver }: Builder): string {
  return `The builder has lost data of its own, and the image was built without its cache: ${advice[driver] ?? 'restart it'}.`
}

/** The warning about a builder that hangs and was not restarted. */
export function hangSentence({ driver }: Builder, store: string): string {
  const what = advice[driver] ?? 'restart it'
  return `The builder is blocked on ${store}, which isn't responding; all builds may hang until it is restarted: ${what}.`
}
