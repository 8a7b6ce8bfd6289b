import type { Branch } from '../scope/branch.ts'

/**
 * Who can have caused a run.
 * `trusted`: somebody who may push to this repository. `fork`: a pull request's code from elsewhere.
 * `outsider`: an event that anyone can cause. `unverified`: the payload that would tell is missing.
 */
export type Trust = 'trusted' | 'fork' | 'outsider' | 'unverified'

/** Where `cache-write: auto` lets a run write its own branch's cache. */
export type Writable = 'everywhere' | 'gha-alone' | 'not-gha' | 'nowhere'

/** What an event says of its run: the rows of the table "Branches and trust" in the README. */
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
  /** The branch this run will merge into. */
  base: string | undefined
  /** Branches of this repository that are worth reading on gha too: a head that could not be verified. */
  head: string | undefined
  /** Branches of this repository that the pushed commits merge, newest first. */
  merged: string[]
  /** True: the merge queue pushed, so what it built last is what this run builds. */
  pushedByQueue: boolean
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
  head: undefined,
  merged: [],
  pushedByQueue: false,
}
