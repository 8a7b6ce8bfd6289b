import type { Branch } from '../events/branch.ts'

/**
 * What travels with a scope besides its cache, for whoever looks after it: information alone, that may be lost. On
 * remote stores it is a key of ours in the cache's config, which BuildKit ignores and leaves out of its next export;
 * in a directory it is a file of ours. Only who may write the scope writes it.
 */
export type ScopeRecord = {
  /** owner/name */
  repository: string
  /** Whose cache it is. */
  branch: Branch
  /** True: `cache-branch` named the branch, which need not be one of the repository's. */
  isNamed: boolean
}

/** The name of the key, at the top of a config. */
export const RECORD_KEY = 'branch-cache'

const VERSION = 1
/** In characters: git's and GitHub's names are shorter. */
const LONGEST = 1024

/** As it is stored; later versions may add to it, and what reads version 1 leaves that out. */
export type StoredRecord = {
  version: number
  repository: string
  branch?: string
  pull?: number
  queue?: string
  cacheBranch?: string
}

/** The record as plain data for JSON; undefined where it is not one to be read again. */
export function storeRecord({ repository, branch, isNamed }: ScopeRecord): StoredRecord | undefined {
  const stored: StoredRecord = { version: VERSION, repository, ...storeBranch(branch, isNamed) }
  return readRecord(stored) ? stored : undefined
}

function storeBranch(it: Branch, isNamed: boolean): Partial<StoredRecord> {
  if (it.kind === 'pull') return { pull: it.number }
  if (it.kind === 'queue') return { queue: it.base }
  return isNamed ? { cacheBranch: it.name } : { branch: it.name }
}

/** The record in what was parsed from JSON, whoever wrote it; undefined where there is none of version 1. */
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
