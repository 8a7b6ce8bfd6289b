import type { NamedAttributes } from '../backends/backend.ts'
import type { BuilderAccess } from '../buildx/run.ts'

/** In milliseconds: the time limit of a question. */
export const LIMIT = 5_000

/** Whether the cache of a --cache-from exists; undefined, or throws, if its store does not say. */
export type AskForScope = (attributes: NamedAttributes, asker: BuilderAccess) => Promise<boolean | undefined>
