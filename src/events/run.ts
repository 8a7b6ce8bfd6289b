import type { Question } from '../runner/rest-api.ts'
import type { Branch } from './branch.ts'
import { type Merged, newest } from './merged.ts'

/**
 * Who can have caused a run.
 * `trusted`: somebody who may push to this repository. `fork`: a pull request's code from elsewhere.
 * `outsider`: an event that anyone can trigger. `unverified`: the payload that would tell is missing.
 */
export type Trust = 'trusted' | 'fork' | 'outsider' | 'unverified'

/** Where `cache-write: auto` lets a run write its own branch's cache. */
export type Writable = 'everywhere' | 'gha-alone' | 'not-gha' | 'nowhere'

/** A merge, as the event tells it: what the answers of the API are put together with. */
export type Merging = {
  into: string
  repository: string
  byEvent: Merged[]
  /** What the API is asked for: the pull requests of commits, or one by its number. */
  asks: 'commits' | 'pull'
}

/** What an event says of its run: the rows of the table "What a run reads and writes" in the README. */
export type Run = {
  own: Branch | undefined
  /** Where the own branch was learnt from, or why there is none. */
  ownWhy: string
  /** False: the run should have a branch, and nothing tells which. */
  known: boolean
  trust: Trust
  writable: Writable
  /** Why it is writable or not, in words. */
  writableWhy: string
  /** The branch this run will merge into, or that a tag or release was made from. */
  base: string | undefined
  /** False: GitHub's own cache shows this run nothing of its base. */
  baseOnGha: boolean
  /** Branches of this repository that are worth reading on gha too: a head that could not be verified. */
  head: string | undefined
  /** Branches of this repository that the pushed commits merge, newest first. */
  merged: string[]
  /** How each of them was learnt, by its name. */
  mergedWhy: Record<string, string>
  /** Into which branch they were merged, and what the event says of them; undefined where a run merges none. */
  merging: Merging | undefined
  /** What GitHub's API would have to tell of them, since the event does not. */
  ask: Question[]
  /**
   * The base of a merge queue whose scope is read: what the queue that pushed has built is what this run builds, and
   * what a pull request will merge into may be there alone, where the queue is the only one to build it.
   */
  queue: string | undefined
  /** What a reader of the log should know of how this was learnt. */
  notes: string[]
}

/** A run that knows nothing of itself: it reads the default branch and writes nothing. */
export const untrustedRun: Run = {
  own: undefined,
  ownWhy: 'this event belongs to no branch',
  known: true,
  trust: 'outsider',
  writable: 'nowhere',
  writableWhy: 'anyone can trigger this event',
  base: undefined,
  baseOnGha: true,
  head: undefined,
  merged: [],
  mergedWhy: {},
  merging: undefined,
  ask: [],
  queue: undefined,
  notes: [],
}

/** The run with the branches that it merges: what the API told counts first. */
export function withMerged(run: Run, merging: Merging, byApi: readonly Merged[] = []): Run {
  const merged = newest([...byApi, ...merging.byEvent], merging.into)
  return {
    ...run,
    merging,
    merged: merged.map(({ name }) => name),
    mergedWhy: Object.fromEntries(merged.map(({ name, why }) => [name, why])),
  }
}
