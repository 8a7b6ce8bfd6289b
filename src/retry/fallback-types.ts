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
  /** What it goes without from the start. */
  lost: readonly Lost[]
  /** buildx's environment. */
  env: Record<string, string>
  /** The command that uses what is left of the entries and, with `noCache`, nothing else either. */
  commandOf: (entries: Entries, noCache: boolean) => Command
  /** How long a store may keep it waiting, in milliseconds; 0 for as long as it likes. */
  timeout: number
  /** Gets a line for the log. */
  say: (line: string) => void
  outside: Effects
}

/** A finished build, and what became of its caches. */
export type Rescued = Build & {
  /** What it had to leave out. */
  lost: Lost[]
  /** Asks for the exports to gha that left no index. */
  unindexed: () => Promise<Entry[]>
  /** Which imports were there as it began, where BuildKit does not tell. */
  there: () => Promise<There>
  /** What the user must know besides, a sentence each. */
  troubles: string[]
}

/** A failed build that a cache is to blame for: what the next run leaves out. */
export type FailureVerdict = {
  side: 'import' | 'export'
  entries: Entry[]
  /** BuildKit's words. */
  why: string
  /** The layer that could not be read; empty where the message names none. */
  layer: string
}
