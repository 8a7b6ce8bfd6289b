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

/** A merge, as known from the event; the API's answers are added to it. */
export type Merging = {
  into: string
  repository: string
  byEvent: Merged[]
  /** What to ask the API for: the pull requests of commits, or one by its number. */
  asks: 'commits' | 'pull'
}

/** What an event says about its run: the rows of the table "What a run reads and writes" in the README. */
export type Run = {
  own: Branch | undefined
  /** The source of the own branch, or why there is none. */
  ownWhy: string
  /** False: the run should have a branch, but it is unknown. */
  known: boolean
  trust: Trust
  writable: Writable
  /** Why it is writable or not, for the user. */
  writableWhy: string
  /** The branch this run will merge into, or that a tag or release was made from. */
  base: string | undefined
  /** False: GitHub's own cache does not let this run read its base. */
  baseOnGha: boolean
  /** Further branches of this repository to read, on gha too: a head that could not be verified. */
  head: string | undefined
  /** Branches of this repository that the pushed commits merge, newest first. */
  merged: string[]
  /** How each of them is known, by its name. */
  mergedWhy: Record<string, string>
  /** The branch into which they were merged, and what the event says about them; undefined if the run merges none. */
  merging: Merging | undefined
  /** What to ask GitHub's API about them, since the event does not say it. */
  ask: Question[]
  /**
   * The base of a merge queue whose scope is read: after a push by the queue, the queue has already built this commit;
   * for a pull request, the queue may be the only one that builds its base.
   */
  queue: string | undefined
  /** Notes for the log on how this is known. */
  notes: string[]
}

/** A run about which nothing is known: it reads the default branch and writes nothing. */
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

/** The run with the branches that it merges; those from the API come first. */
export function withMerged(run: Run, merging: Merging, byApi: readonly Merged[] = []): Run {
  const merged = newest([...byApi, ...merging.byEvent], merging.into)
  return {
    ...run,
    merging,
    merged: merged.map(({ name }) => name),
    mergedWhy: Object.fromEntries(merged.map(({ name, why }) => [name, why])),
  }
}
