import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pushTo } from './events/simple.ts'
import {
  cachedIn,
  type Job,
  jobs,
  matrixProject,
  runMatrix,
  SHARED,
  STEPS,
  shardKey,
  stepOf,
} from './matrix.ts'
import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { startAll } from './parts/start-all.ts'
import type { Outcome } from './runner.ts'
import { buildOn } from './stage.ts'
import { type Stores, startStores } from './stores/all.ts'
import type { Store } from './stores/store.ts'

let machines: Machine[]
let stores: Stores

beforeAll(async () => {
  stores = await startStores()
  machines = await startAll(...jobs.map((_, i) => startBuildkitd(`m${i}`)))
})

afterAll(async () => {
  await Promise.all([...(machines ?? []), stores].map((part) => part?.stop()))
})

describe.each(['registry', 'gha', 's3', 'azblob', 'local'])('%s: a matrix of 3 × 2 jobs', (type) => {
  const project = matrixProject()
  let store: Store

  beforeAll(async () => {
    store = await stores.make(type)
  })

  function run(matrix: readonly Job[], firstIndex = 0): Promise<Outcome[]> {
    const setting = store.step(pushTo('main'), [])
    return runMatrix(
      machines,
      matrix.map((job, i) => stepOf(job, firstIndex + i, project, setting)),
    )
  }

  test('each job writes its shard, and job 0 the common scope', async () => {
    const outcomes = await run(jobs)
    expect(outcomes.map(({ outputs }) => outputs['cache-written'])).toEqual(jobs.map(() => 'true'))
    const { scopes, blobs, needed } = await store.contents()
    expect(Object.keys(scopes).sort()).toEqual(['main', ...jobs.map(shardKey)].sort())
    expect(blobs).toEqual(expect.arrayContaining(needed))
  })

  test('the second time every job hits all its steps', async () => {
    const outcomes = await run(jobs)
    expect(cachedIn(outcomes)).toEqual(jobs.map(() => STEPS))
    // Its own shard together with the common scope: BuildKit loses no step, since both are marked.
    for (const { outputs } of outcomes) expect(outputs['cache-from']?.split('\n')).toHaveLength(2)
  })

  test('a seventh value takes what all share', async () => {
    const [outcome] = await run([{ node: 26, os: 'alpine' }], 6)
    expect(cachedIn([outcome as Outcome])).toEqual([SHARED])
  })

  test('a job 0 that fails leaves the common scope as it was, and a job can be run again alone', async () => {
    const { scopes: before } = await store.contents()
    const setting = store.step(pushTo('main'), [])
    const broken = matrixProject()
    broken.write(
      'Dockerfile',
      readFileSync(`${project.folder}/Dockerfile`, 'utf8').replace('cat /program', 'false'),
    )
    const [machine] = machines as [Machine]
    machine.prune()
    const failed = await buildOn(machine, stepOf(jobs[0] as Job, 0, broken, setting))
    expect(failed.exitCode).toBe(1)
    expect((await store.contents()).scopes).toEqual(before)
    expect(cachedIn(await run([jobs[3] as Job], 3))).toEqual([STEPS])
    expect((await store.contents()).scopes.main).toBe(before.main)
  })
})
