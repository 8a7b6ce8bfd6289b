import type { Buildx } from '../buildx/run.ts'

/** Who asks: how docker is called here, for which builder, and with what environment. */
export type Asker = { buildx: Buildx; builder: string; env: Record<string, string> }

/** In milliseconds: when a question is given up for good. */
export const LIMIT = 5_000

/** The attributes of a --cache-from. */
export type Attributes = Readonly<Record<string, string>>

/** Whether the cache of a --cache-from is there; undefined, or thrown, where its store does not tell. */
export type Ask = (attributes: Attributes, asker: Asker) => Promise<boolean | undefined>
