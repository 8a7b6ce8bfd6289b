import type { Run } from '../github/run.ts'
import { type Branch, branch, describeBranch } from './branch.ts'
import type { Shard } from './shard.ts'

export const WRITE_MODES = ['auto', 'always', 'never', 'default-branch'] as const

/** The inputs that the plan depends on, checked. */
export type PlanInputs = {
  /** `cache-branch`; empty for the event's. */
  branch: string
  /** `cache-fallback`: undefined for base and default. */
  fallback: string[] | undefined
  write: (typeof WRITE_MODES)[number]
  readMerged: boolean
  shard: Shard
  /** `cache-shard-index`: undefined where the runner gives none. */
  shardIndex: number | undefined
}

/** A branch whose cache is read. `onGha` is false where GitHub would refuse it to this run. */
export type Read = { branch: Branch; role: string; onGha: boolean }

/** What a run reads and writes, and why. The same for every backend but for what GitHub itself forbids. */
export type Plan = {
  own: Branch | undefined
  ownWhy: string
  reads: Read[]
  /** Where the own branch's cache is written. */
  write: { onGha: boolean; elsewhere: boolean; why: string }
  /** Shard parts to read of every branch and to write of the own: empty text is the common scope. */
  readShards: string[]
  writeShards: string[]
  /** What a reader of the log should know besides. */
  notes: string[]
}

export type DefaultBranch = { name: string | undefined; from: string }

/** The event and the inputs -> which caches to read and to write (README, "Branches and trust"). */
export function makePlan(run: Run, defaultBranch: DefaultBranch, inputs: PlanInputs): Plan {
  const chosen = chooseOwn(run, inputs.branch)
  return {
    own: chosen.own,
    ownWhy: chosen.ownWhy,
    reads: chooseReads(chosen, defaultBranch.name, inputs),
    write: chooseWrite(chosen, defaultBranch.name, inputs.write),
    ...chooseShards(inputs),
    notes: [...cacheBranchNotes(run, inputs.branch), ...shardNotes(inputs)],
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

function chooseReads(run: Run, defaultName: string | undefined, inputs: PlanInputs): Read[] {
  const named = (role: string, name: string | undefined, onGha = true): Read[] =>
    name === undefined ? [] : [{ branch: branch(name), role, onGha }]
  const pushed = run.pushedByQueue && run.own?.kind === 'branch' ? run.own.name : undefined
  const reads: Read[] = [
    ...(run.own ? [{ branch: run.own, role: 'own', onGha: true }] : []),
    ...(inputs.readMerged ? run.merged.flatMap((name) => named('merged', name, false)) : []),
    ...(pushed === undefined
      ? []
      : [{ branch: { kind: 'queue' as const, base: pushed }, role: 'queue', onGha: false }]),
    ...named('head', run.head),
    ...(inputs.fallback
      ? inputs.fallback.flatMap((name) => named('fallback', name))
      : [...named('base', run.base), ...named('default', defaultName)]),
  ]
  // The first role of a branch is the one it is read for.
  return [
    ...new Map(reads.toReversed().map((read) => [JSON.stringify(read.branch), read])).values(),
  ].toReversed()
}

function chooseWrite(run: Run, defaultName: string | undefined, mode: PlanInputs['write']): Plan['write'] {
  const no = (why: string): Plan['write'] => ({ onGha: false, elsewhere: false, why })
  if (!run.own) return no(run.ownWhy)
  if (mode === 'never') return no('cache-write is never')
  if (run.writable === 'nowhere') return no(run.writableWhy)
  if (mode === 'default-branch' && !(run.own.kind === 'branch' && run.own.name === defaultName)) {
    return no(`cache-write is default-branch, and ${describeBranch(run.own)} is not it`)
  }
  if (run.writable === 'not-gha') return { onGha: false, elsewhere: true, why: run.writableWhy }
  if (run.writable === 'gha-alone' && mode !== 'always') {
    return { onGha: true, elsewhere: false, why: run.writableWhy }
  }
  const why = run.writable === 'gha-alone' ? 'cache-write is always' : run.writableWhy
  return { onGha: true, elsewhere: true, why }
}

function chooseShards({ shard, shardIndex }: PlanInputs): Pick<Plan, 'readShards' | 'writeShards'> {
  if (shard.part === '') return { readShards: [''], writeShards: [''] }
  const writesCommon = shardIndex === undefined || shardIndex === 0
  return { readShards: [shard.part, ''], writeShards: writesCommon ? [shard.part, ''] : [shard.part] }
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

function shardNotes({ shard, shardIndex }: PlanInputs): string[] {
  if (shard.part === '') return []
  if (shardIndex === undefined) {
    return ['this runner gives the job no index: every job of the matrix writes the common scope']
  }
  const who =
    shardIndex === 0 ? 'this job is number 0 and also writes' : `job 0, not ${shardIndex}, also writes`
  return [`${who} the common scope, which all jobs read`]
}
