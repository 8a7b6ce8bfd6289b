import type { NamedAttributes } from '../backends/backend.ts'
import type { Buildx } from '../buildx/run.ts'

/** How to ask: how to call docker, for which builder, and with what environment. */
export type DockerAsker = { buildx: Buildx; builder: string; env: Record<string, string> }

/** In milliseconds: the time limit of a question. */
export const LIMIT = 5_000

/** Whether the cache of a --cache-from exists; undefined, or throws, if its store does not say. */
export type AskForScope = (attributes: NamedAttributes, asker: DockerAsker) => Promise<boolean | undefined>
