import { type Branch, branch } from '../events/branch.ts'
import type { Run } from '../events/run.ts'
import type { PlanInputs } from '../inputs/cache-inputs.ts'
import { chooseReads, type Read } from './reads.ts'
import { chooseShards, type Shards, shardNotes } from './shards.ts'
import { chooseWrite, type Write } from './write.ts'

/** What a run reads and writes, and why. The same for every backend, except for GitHub's own restrictions. */
export type Plan = Shards & {
  own: Branch | undefined
  ownWhy: string
  reads: Read[]
  /** The secrets that the run lacks: its own scope is separate from that of runs which have them. */
  without: readonly string[]
  /** Where the own branch's cache is written. */
  write: Write
  /** Further notes for the log. */
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
    outsider: 'an event that anyone can trigger',
    unverified: 'an unverified run',
  }
  return [`cache-branch is ignored: ${whose[run.trust]} cannot choose which branch's cache it writes`]
}
