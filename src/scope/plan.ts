import type { Run } from '../github/run.ts'
import { type Branch, branch } from './branch.ts'
import { chooseReads } from './reads.ts'
import type { Shard } from './shard.ts'
import { chooseShards, shardNotes } from './shards.ts'
import { chooseWrite } from './write.ts'

export const WRITE_MODES = ['auto', 'always', 'never', 'default-branch'] as const

/** The inputs that the plan depends on, checked. */
export type PlanInputs = {
  /** `cache-branch`; empty for the event's. */
  branch: string
  /** `cache-fallback`: undefined for base and default. */
  fallback: string[] | undefined
  write: (typeof WRITE_MODES)[number]
  readMerged: boolean
  /** The declared secrets that have no value in this run (buildx/without.ts): its own scope is then another. */
  without: readonly string[]
  shard: Shard
  /** `cache-shard-index`: undefined where the runner gives none. */
  shardIndex: number | undefined
}

/** A branch whose cache is read. `onGha` is false where GitHub would refuse it to this run; `why`: how a merged one was learnt. */
export type Read = { branch: Branch; role: string; onGha: boolean; why?: string }

export type Decision = { allowed: boolean; why: string }

/** What a run reads and writes, and why. The same for every backend but for what GitHub itself forbids. */
export type Plan = {
  own: Branch | undefined
  ownWhy: string
  reads: Read[]
  /** What the own scope is without: it is read and written apart from that of runs which have these secrets. */
  without: readonly string[]
  /** Where the own branch's cache is written. */
  write: { onGha: Decision; elsewhere: Decision }
  /** Shard parts to read of every branch and to write of the own: empty text is the common scope. */
  readShards: string[]
  writeShards: string[]
  /** The one that an archive of the cache is named by. */
  soleShard: string
  /** What a reader of the log should know besides. */
  notes: string[]
}

export type DefaultBranch = { name: string | undefined; from: string }

/** The event and the inputs -> which caches to read and to write (README, "What a run reads and writes"). */
export function makePlan(run: Run, defaultBranch: DefaultBranch, inputs: PlanInputs): Plan {
  const chosen = chooseOwn(run, inputs.branch)
  return {
    own: chosen.own,
    ownWhy: chosen.ownWhy,
    reads: chooseReads(chosen, defaultBranch.name, inputs),
    without: inputs.without,
    write: chooseWrite(chosen, defaultBranch.name, inputs.write),
    ...chooseShards(inputs),
    notes: [...run.notes, ...cacheBranchNotes(run, inputs.branch), ...shardNotes(inputs)],
  }
}

/** `cache-branch` names the own branch of a trusted run; others cannot choose whose cache they write. */
function chooseOwn(run: Run, name: string): Run {
  if (name === '' || run.trust !== 'trusted') return run
  return {
    ...run,
    own: branch(name),
    ownWhy: 'the input cache-branch',
    writable: run.writable === 'not-gha' ? 'not-gha' : 'everywhere',
    writableWhy: run.writable === 'not-gha' ? run.writableWhy : 'the input cache-branch names it',
  }
}

function cacheBranchNotes(run: Run, name: string): string[] {
  if (name === '' || run.trust === 'trusted') return []
  const whose = {
    fork: "a fork's run",
    outsider: 'an event that anyone can cause',
    unverified: 'an unverified run',
  }
  return [`cache-branch is ignored: ${whose[run.trust]} does not choose whose cache it writes`]
}
