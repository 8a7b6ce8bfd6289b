import { expect, test } from '@jest/globals'
import type { PlanInputs } from '../../src/inputs/cache-inputs.ts'
import { chooseShards, shardNotes } from '../../src/plan/shards.ts'

const inputs = (part: string, shardIndex: number | undefined): PlanInputs => ({
  branch: '',
  fallback: undefined,
  write: 'auto',
  without: [],
  readMerged: true,
  shard: { part, isMatrix: true },
  shardIndex,
})

test.each([
  ['no matrix', '', 0, { readShards: [''], writeShards: [''], soleShard: '' }],
  ['no matrix and no index', '', undefined, { readShards: [''], writeShards: [''], soleShard: '' }],
  ['the first job', 's', 0, { readShards: ['s', ''], writeShards: ['s', ''], soleShard: '' }],
  ['another job', 's', 1, { readShards: ['s', ''], writeShards: ['s'], soleShard: 's' }],
  ['a later job', 's', 255, { readShards: ['s', ''], writeShards: ['s'], soleShard: 's' }],
  ['no index (act)', 's', undefined, { readShards: ['s', ''], writeShards: ['s', ''], soleShard: 's' }],
])('%s', (_, part, index, shards) => {
  expect(chooseShards(inputs(part, index))).toEqual(shards)
})

test.each([
  ['', 0, []],
  [
    's',
    0,
    [
      'this job is number 0 (cache-shard-index) and also writes the common scope, from which new jobs of the matrix start',
    ],
  ],
  ['s', 2, ['job 0, not 2, also writes the common scope, from which new jobs of the matrix start']],
  ['s', undefined, ['this runner gives the job no index: every job of the matrix writes the common scope']],
])('what the log says of shard %j and index %s', (part, index, notes) => {
  expect(shardNotes(inputs(part, index))).toEqual(notes)
})
