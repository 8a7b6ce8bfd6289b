import type { Plan, PlanInputs } from './plan.ts'

/** Which shards a job of a matrix reads and writes: its own, and the common scope that all jobs read. */
export function chooseShards({
  shard,
  shardIndex,
}: PlanInputs): Pick<Plan, 'readShards' | 'writeShards' | 'soleShard'> {
  const own = shard.part
  if (own === '') return { readShards: [''], writeShards: [''], soleShard: '' }
  const writesCommon = shardIndex === undefined || shardIndex === 0
  return {
    readShards: [own, ''],
    writeShards: writesCommon ? [own, ''] : [own],
    // Job 0 reads the common scope anyway, so it loses nothing where it writes no other.
    soleShard: shardIndex === 0 ? '' : own,
  }
}

/** Who writes the common scope, for the log. */
export function shardNotes({ shard, shardIndex }: PlanInputs): string[] {
  if (shard.part === '') return []
  if (shardIndex === undefined) {
    return ['this runner gives the job no index: every job of the matrix writes the common scope']
  }
  const who =
    shardIndex === 0
      ? 'this job is number 0 (cache-shard-index) and also writes'
      : `job 0, not ${shardIndex}, also writes`
  return [`${who} the common scope, from which new jobs of the matrix start`]
}
