import type { Branch } from '../events/branch.ts'
import type { ScopeVerdict } from './alive.ts'

/** A row of the table: one scope, or something stored with the scopes. Sizes in bytes, times in milliseconds. */
export type Row = {
  /** The key, or what it is if not a scope. */
  scope: string
  /** For the user; empty if unknown. */
  branch: string
  store: string
  written: number | undefined
  size: number | undefined
  fate: ScopeVerdict['fate']
  why: string
}

/**
 * The content of a store, and what will be deleted. Nothing is deleted before `remove` is called. It deletes exactly
 * the dead `rows`, asks `isDead` again just before, and calls `gone` after each. It throws Errors for the user; its
 * notes are sentences for the log.
 */
export type Survey = {
  store: string
  rows: Row[]
  /** How many objects are not the action's. */
  foreign: number
  notes: string[]
  /** What deleting everything dead frees; scopes share layers. */
  bytes: number
  remove: (isDead: IsDead, gone: (row: Row, bytes: number) => void) => Promise<string[]>
}

/** Whether the branch of a scope is still gone, if the branch is known. */
export type IsDead = (who: Branch | undefined) => Promise<boolean>

/** A row and the branch of its scope. */
export type Found<T> = { row: Row; who: Branch | undefined; it: T }
