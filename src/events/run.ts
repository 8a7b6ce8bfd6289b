import type { Asked, Question } from '../runner/rest-api.ts'
import type { Branch } from './branch.ts'
import { type Merged, newest } from './merged.ts'

/**
 * Who can have caused a run.
 * `trusted`: somebody who may push to this repository. `fork`: a pull request's code from elsewhere.
 * `outsider`: an event that anyone can cause. `unverified`: the payload that would tell is missing.
 */
export type Trust = 'trusted' | 'fork' | 'outsider' | 'unverified'

/** Where `cache-write: auto` lets a run write its own branch's cache. */
export type Writable = 'everywhere' | 'gha-alone' | 'not-gha' | 'nowhere'

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
export const stranger: Run = {
  own: undefined,
  ownWhy: 'this event belongs to no branch',
  known: true,
  trust: 'outsider',
  writable: 'nowhere',
  writableWhy: 'anyone can cause this event',
  base: undefined,
  baseOnGha: true,
  head: undefined,
  merged: [],
  mergedWhy: {},
  ask: [],
  queue: undefined,
  notes: [],
}

/** The run with the branches that it merges into `into`, and what there is to say of how they were learnt. */
export function withMerged(run: Run, found: readonly Merged[], into: string, { notes }: Asked): Run {
  const merged = newest(found, into)
  return {
    ...run,
    merged: merged.map(({ name }) => name),
    mergedWhy: Object.fromEntries(merged.map(({ name, why }) => [name, why])),
    notes: [...run.notes, ...notes],
  }
}
