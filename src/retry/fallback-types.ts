import type { Build, Command } from '../buildx/build.ts'
import type { Builder } from '../buildx/builder.ts'
import type { Buildx, query, stream } from '../buildx/run.ts'
import type { Lost } from '../plan/dropped-caches.ts'
import type { Entries, Entry } from '../plan/entries.ts'
import type { signOfLife } from '../stores/health-check.ts'
import type { There } from '../stores/there.ts'

/** How processes are started and stores asked; a test plays recorded logs instead. */
export type Effects = {
  stream: typeof stream
  query: typeof query
  signOfLife: typeof signOfLife
}

/** A build whose cache may fail. */
export type Surely = {
  buildx: Buildx
  builder: Builder
  entries: Entries
  /** What it omits from the start. */
  lost: readonly Lost[]
  /** buildx's environment. */
  env: Record<string, string>
  /** The command with the remaining entries and, with `noCache`, without the builder's own cache. */
  commandOf: (entries: Entries, noCache: boolean) => Command
  /** How long a store may keep it waiting, in milliseconds; 0: no limit. */
  timeout: number
  /** Gets a line for the log. */
  say: (line: string) => void
  outside: Effects
}

/** A finished build, and the state of its caches. */
export type Rescued = Build & {
  /** What it had to omit. */
  lost: Lost[]
  /** Asks for the exports to gha that left no index. */
  unindexed: () => Promise<Entry[]>
  /** Which imports existed when it began, if BuildKit does not report it. */
  there: () => Promise<There>
  /** Further warnings for the user, a sentence each. */
  troubles: string[]
}

/** A build that failed because of a cache: what the next run omits. */
export type FailureVerdict = {
  side: 'import' | 'export'
  entries: Entry[]
  /** BuildKit's message. */
  why: string
  /** The layer that could not be read; empty if the message names none. */
  layer: string
}
