import type { Buildx } from '../buildx/run.ts'

/** Who asks: how docker is called here, for which builder, and with what environment. */
export type DockerAsker = { buildx: Buildx; builder: string; env: Record<string, string> }

/** In milliseconds: when a question is given up for good. */
export const LIMIT = 5_000

/** The attributes of a --cache-from. */
export type ImportAttributes = Readonly<Record<string, string>>

/** Whether the cache of a --cache-from is there; undefined, or thrown, where its store does not tell. */
export type AskForScope = (attributes: ImportAttributes, asker: DockerAsker) => Promise<boolean | undefined>
