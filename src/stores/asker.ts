import type { Buildx } from '../buildx/run.ts'

/** How to ask: how to call docker, for which builder, and with what environment. */
export type DockerAsker = { buildx: Buildx; builder: string; env: Record<string, string> }

/** In milliseconds: the time limit of a question. */
export const LIMIT = 5_000

/** The attributes of a --cache-from. */
export type ImportAttributes = Readonly<Record<string, string>>

/** Whether the cache of a --cache-from exists; undefined, or throws, if its store does not say. */
export type AskForScope = (attributes: ImportAttributes, asker: DockerAsker) => Promise<boolean | undefined>
