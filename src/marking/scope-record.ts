import type { Branch } from '../events/branch.ts'

/**
 * Information stored with a scope besides its cache, for cleaning up and reports; it may be lost. On remote stores it
 * is an additional field of the cache's config, which BuildKit ignores and drops at its next export; in a directory it
 * is a separate file. Only runs that may write the scope write it.
 */
export type ScopeRecord = {
  /** owner/name */
  repository: string
  /** Whose cache it is. */
  branch: Branch
  /** True: `cache-branch` named the branch, which need not be one of the repository's. */
  isNamed: boolean
}

/** The name of the top-level field in a config. */
export const RECORD_KEY = 'branch-cache'

const VERSION = 1
/** In characters: git's and GitHub's names are shorter. */
const LONGEST = 1024

/** The stored form; later versions may add fields, which readers of version 1 ignore. */
export type StoredRecord = {
  version: number
  repository: string
  branch?: string
  pull?: number
  queue?: string
  cacheBranch?: string
}

/** The record as plain data for JSON; undefined if it could not be read back. */
export function storeRecord({ repository, branch, isNamed }: ScopeRecord): StoredRecord | undefined {
  const stored: StoredRecord = { version: VERSION, repository, ...storeBranch(branch, isNamed) }
  return readRecord(stored) ? stored : undefined
}

function storeBranch(it: Branch, isNamed: boolean): Partial<StoredRecord> {
  if (it.kind === 'pull') return { pull: it.number }
  if (it.kind === 'queue') return { queue: it.base }
  return isNamed ? { cacheBranch: it.name } : { branch: it.name }
}

/** The record in untrusted parsed JSON; undefined if there is none of version 1. */
export function readRecord(stored: unknown): ScopeRecord | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const { version, repository, branch, pull, queue, cacheBranch } = stored as Record<string, unknown>
  if (version !== VERSION || !isName(repository)) return undefined
  const of = { repository, isNamed: cacheBranch !== undefined }
  if ([branch, pull, queue, cacheBranch].filter((it) => it !== undefined).length !== 1) return undefined
  if (isName(branch)) return { ...of, branch: { kind: 'branch', name: branch } }
  if (isName(cacheBranch)) return { ...of, branch: { kind: 'branch', name: cacheBranch } }
  if (isName(queue)) return { ...of, branch: { kind: 'queue', base: queue } }
  if (Number.isSafeInteger(pull) && (pull as number) > 0) {
    return { ...of, branch: { kind: 'pull', number: pull as number } }
  }
  return undefined
}

function isName(it: unknown): it is string {
  return typeof it === 'string' && it !== '' && it.length <= LONGEST
}
