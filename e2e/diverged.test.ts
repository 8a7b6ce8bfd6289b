import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { pullRequest, pushTo } from './events/simple.ts'
import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { type Registry, startRegistry } from './parts/registry.ts'
import { STEPS, stagedProject } from './project.ts'
import type { Outcome, Step } from './runner.ts'
import { buildOn } from './stage.ts'

let a: Machine
let b: Machine
let registry: Registry
let repository: string
let count = 0

beforeAll(async () => {
  ;[a, b, registry] = await Promise.all([startBuildkitd('a'), startBuildkitd('b'), startRegistry()])
})

afterAll(async () => {
  await Promise.all([a, b, registry].map((part) => part?.stop()))
})

beforeEach(() => {
  repository = `test-${count++}/cache`
  a.prune()
  b.prune()
})

async function build(
  machine: Machine,
  step: Partial<Step> & Pick<Step, 'event' | 'workspace'>,
): Promise<Outcome> {
  const cache = `type=registry,ref=${registry.host}/${repository}`
  return buildOn(machine, { ...step, inputs: { cache, ...step.inputs } })
}

const allCached = { 'steps-total': `${STEPS}`, 'steps-cached': `${STEPS}`, 'cache-hit': 'true' }

// Two caches that share their first steps and then part, both of them read. BuildKit 0.25 to 0.34 loses what follows a
// shared COPY in one of the two, by chance: solver/combinedcache.go, Query(), keeps one of two keys of the same ID and
// forgets in which other cache it is. With that mended (the ids of both keys joined) these pass every time.
const inOneOfTwo = test.skip

inOneOfTwo('a branch that has changed finds its own steps again', async () => {
  const project = stagedProject()
  await build(a, { event: pushTo('main'), workspace: project.folder })
  project.write('source', 'print b\n')
  await build(a, { event: pushTo('feature/a'), workspace: project.folder })
  const again = await build(b, { event: pushTo('feature/a'), workspace: project.folder })
  expect(again.outputs).toMatchObject(allCached)
})

inOneOfTwo('after a merge main finds the merged branch’s steps', async () => {
  const project = stagedProject()
  await build(a, { event: pushTo('main'), workspace: project.folder })
  project.write('source', 'print b\n')
  await build(a, { event: pullRequest('feature/a', 'main'), workspace: project.folder })
  const event = pushTo('main', ['Merge pull request #7 from octo/feature/a'])
  const merge = await build(b, { event, workspace: project.folder })
  expect(merge.outputs).toMatchObject({ ...allCached, 'cache-written': 'true' })
})

// A shard that is there is read without the common scope (src/cache/present.ts).
test('a job of a matrix finds its own steps again', async () => {
  const project = stagedProject()
  const job = (machine: Machine, node: number, index: number): Promise<Outcome> => {
    project.write('source', `print ${node}\n`)
    return build(machine, { event: pushTo('main'), workspace: project.folder, matrix: { node }, index })
  }
  await job(a, 22, 0)
  await job(a, 24, 1)
  expect((await job(b, 24, 1)).outputs).toMatchObject(allCached)
})
