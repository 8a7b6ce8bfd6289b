import type { Branch } from '../events/branch.ts'
import type { ScopeVerdict } from './alive.ts'

/** What is said of one scope, or of what lies beside the scopes, in the table. Sizes in bytes, times in milliseconds. */
export type Row = {
  /** The key; of what is no scope, what it is. */
  scope: string
  /** In words; empty where it is not known. */
  branch: string
  store: string
  written: number | undefined
  size: number | undefined
  fate: ScopeVerdict['fate']
  why: string
}

/**
 * What lies in a store, and what of it goes. Nothing is deleted before `remove` is called, which deletes what `rows` says
 * is dead and nothing else, and calls `gone` for each when it is. It asks `isDead` again just before. What it throws is
 * an Error in words; its notes are sentences for the log.
 */
export type Survey = {
  store: string
  rows: Row[]
  /** How many things are there that are not ours. */
  foreign: number
  notes: string[]
  /** What is freed where all that is dead goes: scopes share layers. */
  bytes: number
  remove: (isDead: IsDead, gone: (row: Row, bytes: number) => void) => Promise<string[]>
}

/** Whether a branch is gone still, where it is known whose scope it is. */
export type IsDead = (who: Branch | undefined) => Promise<boolean>

/** A row with whose scope it is. */
export type Found<T> = { row: Row; who: Branch | undefined; it: T }
