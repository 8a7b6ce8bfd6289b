import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pushTo } from './events/simple.ts'
import type { Fault } from './faults/fault-proxy.ts'
import { faultyAzblob } from './faults/stores/azblob.ts'
import { faultyGha } from './faults/stores/gha.ts'
import type { FaultyStore } from './faults/subject.ts'
import { type Registry, startRegistry } from './parts/registry.ts'
import { startAll } from './parts/start-all.ts'
import { startToxiproxy, type Toxiproxy } from './parts/toxiproxy.ts'
import { type Project, stagedProject } from './project.ts'
import type { Outcome } from './runner.ts'
import { buildOn, type Stage, startStage } from './stage.ts'

// A layer of a cache is not read before the image is pushed: its failure is then reported as one of the push.

let stage: Stage
let registry: Registry
let toxiproxy: Toxiproxy
let project: Project
const stores: Record<string, FaultyStore> = {}

beforeAll(async () => {
  ;[stage, registry, toxiproxy] = await startAll(startStage(), startRegistry(), startToxiproxy())
  ;[stores.gha, stores.azblob] = await startAll(faultyGha(toxiproxy), faultyAzblob(toxiproxy))
  project = stagedProject()
  for (const store of Object.values(stores)) await build(store, 'a', 'warm')
})

afterAll(async () => {
  for (const part of [...Object.values(stores), stage, toxiproxy, registry]) await part?.stop()
})

async function build(
  store: FaultyStore,
  on: 'a' | 'b',
  image: string,
  inputs = {},
): Promise<Outcome & { runs: number }> {
  const outcome = await buildOn(stage[on], {
    event: pushTo('main'),
    workspace: project.folder,
    env: { ...store.step.env },
    inputs: { ...store.step.inputs, tags: `${registry.host}/${image}:latest`, push: 'true', ...inputs },
  })
  if (process.env.SHOW) process.stderr.write(outcome.log)
  return { ...outcome, runs: outcome.log.match(/ buildx build /g)?.length ?? 0 }
}

const warnings = ({ log }: Outcome): string[] => log.match(/^::(warning|error)::.*/gm) ?? []

describe('a layer of a cache, while the image is pushed', () => {
  const faults: [what: string, fault: (store: FaultyStore) => Fault, of: string[]][] = [
    ['answers 403', (store) => store.refusal(403, 'AuthenticationFailed'), ['gha', 'azblob']],
    ['answers 404', () => ({ status: 404 }), ['gha', 'azblob']],
    ['breaks off', () => 'half', ['gha']],
    ['is too short', () => 'short', ['azblob']],
    ['is another', () => 'wrong', ['gha']],
  ]
  const cases = faults.flatMap(([what, fault, of]) => of.map((name) => [name, what, fault] as const))
  test.each(cases)('%s: it %s, and the image is built without that cache', async (name, what, fault) => {
    const store = stores[name] as FaultyStore
    stage.b.prune()
    store.proxy.setRule((asked) => (store.isLayer(asked) ? fault(store) : undefined))
    const seen = await build(store, 'b', `${name}-${what.replace(/\W+/g, '-')}`, { 'cache-write': 'never' })
    expect(store.proxy.struck()).toBeGreaterThan(0)
    store.proxy.setRule(undefined)
    expect(seen).toMatchObject({
      exitCode: 0,
      runs: 2,
      outputs: { digest: expect.stringMatching(/^sha256:/) },
    })
    expect(warnings(seen)).toEqual([
      expect.stringMatching(
        new RegExp(`^::warning::The ${name} cache.* was not read: .*; the image was built without it\\.$`),
      ),
    ])
  })
})

test('a registry that does not take the image is the build’s own trouble, and not tried again', async () => {
  const store = stores.gha as FaultyStore
  stage.b.prune()
  const seen = await build(store, 'b', 'UPPER', { tags: '127.0.0.1:9/app:latest' })
  expect(seen).toMatchObject({ exitCode: 1, runs: 1 })
})
