import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { pushTo } from './events/simple.ts'
import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { bin } from './parts/part.ts'
import { STEPS, stagedProject, tempFolder } from './project.ts'
import { type Outcome, runStep, type Step } from './runner.ts'

let a: Machine
let b: Machine
let cache: string

beforeAll(async () => {
  ;[a, b] = await Promise.all([startBuildkitd('a'), startBuildkitd('b')])
})

afterAll(async () => {
  await Promise.all([a, b].map((part) => part?.stop()))
})

beforeEach(() => {
  // A comma in the name: it goes through BuildKit's CSV.
  cache = join(tempFolder('cache'), 'a, b')
  a.prune()
  b.prune()
})

async function build(
  machine: Machine,
  workspace: string,
  step: Pick<Step, 'event'> & Partial<Step>,
): Promise<Outcome> {
  const env = { ...machine.env, PATH: `${bin}:/usr/bin:/bin` }
  return runStep({ workspace, env, inputs: { context: '.', cache: `type=local,"dest=${cache}"` }, ...step })
}

/** The tags of the directory's manifests, and the manifests' digests. */
function tags(): Record<string, string> {
  const { manifests } = JSON.parse(readFileSync(join(cache, 'index.json'), 'utf8'))
  type Manifest = { digest: string; annotations: Record<string, string> }
  return Object.fromEntries(
    manifests.map((it: Manifest) => [it.annotations['org.opencontainers.image.ref.name'], it.digest]),
  )
}

const allCached = { 'steps-total': `${STEPS}`, 'steps-cached': `${STEPS}`, 'cache-hit': 'true' }

test('what one machine built, another, empty one takes from the directory', async () => {
  const { folder } = stagedProject()
  const first = await build(a, folder, { event: pushTo('main') })
  expect(first.outputs).toMatchObject({ 'steps-cached': '0', 'cache-hit': 'false', 'cache-written': 'true' })
  const second = await build(b, folder, { event: pushTo('main') })
  expect(second.outputs).toMatchObject({ ...allCached, 'cache-written': 'true' })
  expect(Object.keys(tags())).toEqual(['main'])
})

test('a branch takes the default branch’s cache, writes its own and leaves that alone', async () => {
  const project = stagedProject()
  await build(a, project.folder, { event: pushTo('main') })
  const { main } = tags()
  const same = await build(b, project.folder, { event: pushTo('feature/a') })
  expect(same.outputs).toMatchObject(allCached)
  b.prune()
  project.write('source', 'print b\n')
  const changed = await build(b, project.folder, { event: pushTo('feature/a') })
  expect(changed.outputs).toMatchObject({
    'cache-hit': 'partial',
    'steps-cached': '3',
    'cache-written': 'true',
  })
  expect(Object.keys(tags()).sort()).toEqual(['feature-a-951d42dc02dc7431', 'main'])
  expect(tags().main).toBe(main)
})

test('of a matrix, each job writes its own scope, and job 0 the common one too', async () => {
  const project = stagedProject()
  const job = (machine: Machine, node: number, index: number): Promise<Outcome> => {
    project.write('source', `print ${node}\n`)
    return build(machine, project.folder, { event: pushTo('main'), matrix: { node }, index })
  }
  const first = await job(a, 22, 0)
  expect(first.outputs['cache-written']).toBe('true')
  const common = tags().main
  expect(common).toBe(tags()[first.outputs['cache-scope'] ?? ''])
  const second = await job(b, 24, 1)
  expect(second.outputs).toMatchObject({ 'steps-cached': '3', 'cache-written': 'true' })
  const own = [first, second].map(({ outputs }) => outputs['cache-scope'])
  expect(Object.keys(tags()).sort()).toEqual([...own, 'main'].sort())
  expect(tags().main).toBe(common)
})

test('a directory that cannot be written leaves the build green or says why', async () => {
  const { folder } = stagedProject()
  const { exitCode, outputs, log } = await build(a, folder, {
    event: pushTo('main'),
    inputs: { context: '.', cache: 'type=local,dest=/proc/nowhere' },
  })
  expect(outputs['cache-written']).toBe('false')
  expect(exitCode === 0 || /^::error::/m.test(log)).toBe(true)
})
