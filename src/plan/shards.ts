export type Shards = {
  /** Shard parts to read of every branch and to write of the own: empty text is the common scope. */
  readShards: string[]
  writeShards: string[]
  /** The shard in the name of the cache's archive. */
  soleShard: string
}

import type { PlanInputs } from '../inputs/cache-inputs.ts'

/** Which shards a job of a matrix reads and writes: its own, and the common scope that all jobs read. */
export function chooseShards({ shard, shardIndex }: PlanInputs): Shards {
  const own = shard.part
  if (own === '') return { readShards: [''], writeShards: [''], soleShard: '' }
  const writesCommon = shardIndex === undefined || shardIndex === 0
  return {
    readShards: [own, ''],
    writeShards: writesCommon ? [own, ''] : [own],
    // Job 0 reads the common scope anyway, so it loses nothing by writing no other.
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
