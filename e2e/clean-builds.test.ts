import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type CacheService, startCacheService } from './cache-service/server.ts'
import { pushTo } from './events/simple.ts'
import { type Azurite, startAzurite } from './parts/azurite.ts'
import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { type GithubRepository, startGithubRepository } from './parts/github-repository.ts'
import { type Registry, startRegistry } from './parts/registry.ts'
import { startAll } from './parts/start-all.ts'
import { type Bucket, startVersitygw } from './parts/versitygw.ts'
import { STEPS, stagedProject, tempFolder } from './project.ts'
import { type Outcome, runStep, type Step } from './runner.ts'
import { buildOn } from './stage.ts'
import { azblobStore } from './stores/azblob.ts'
import { ghaStore } from './stores/gha.ts'
import { localStore } from './stores/local.ts'
import { registryStore } from './stores/registry.ts'
import { s3Store } from './stores/s3.ts'
import type { Store } from './stores/store.ts'

// After a clean-up the caches of living branches are complete, and those of dead branches are gone.

let github: GithubRepository
let registry: Registry
let bucket: Bucket
let azurite: Azurite
let machine: Machine
let service: CacheService

beforeAll(async () => {
  ;[machine, registry, bucket, azurite] = await startAll(
    startBuildkitd(),
    startRegistry(),
    startVersitygw(),
    startAzurite(),
  )
  service = await startCacheService(azurite)
  github = await startGithubRepository({
    branches: ['main', 'topic'],
    caches: () =>
      service
        .entries()
        .map(({ id, scope, key, size = 0, created }) => ({ id: Number(id), ref: scope, key, size, created })),
    deleteCache: (id) => service.delete(String(id)),
  })
})

afterAll(async () => {
  for (const part of [machine, service, github, registry, bucket, azurite]) await part?.stop()
})

function clean(cache: string, env: Record<string, string> = {}): Promise<Outcome> {
  const variables = { GITHUB_REF: 'refs/heads/main', GITHUB_API_URL: github.url }
  return runStep({
    action: 'clean',
    workspace: tempFolder('clean'),
    inputs: { cache, keep: '0' },
    event: { name: 'schedule', payload: {}, env: variables },
    env: { PATH: '/usr/bin:/bin', ...env },
  })
}

const stores: Record<string, () => Store> = {
  gha: () => ghaStore(service),
  local: () => localStore(tempFolder('local')),
  registry: () => registryStore(registry, 'real/cache'),
  s3: () => s3Store(bucket, 'real'),
  azblob: () => azblobStore(azurite, 'real'),
}
test.each(Object.entries(stores))('%s', async (type, make) => {
  const store = make()
  const project = stagedProject()
  const build = async (name: string): Promise<Outcome> => {
    machine.prune()
    const step: Step = { event: pushTo(name), workspace: project.folder }
    const { inputs, env } = store.step(step.event, [name])
    return buildOn(machine, { ...step, inputs: { context: '.', ...inputs }, ...(env ? { env } : {}) })
  }
  for (const name of ['main', 'topic', 'gone']) {
    project.write('source', `print ${name === 'main' ? 'a' : name}\n`)
    expect((await build(name)).outputs['cache-written']).toBe('true')
  }
  const before = await store.contents()
  expect(Object.keys(before.scopes).sort()).toEqual(['gone', 'main', 'topic'])
  const { inputs, env } = store.step(pushTo('main'), ['main'])
  const { cache = '' } = inputs ?? {}
  const { log, outputs } = await clean(cache, env)
  expect(log.match(/^::(error|warning)::.*/gm)).toBeNull()
  const after = await store.contents()
  const { gone: _, ...living } = before.scopes
  expect(after.scopes).toEqual(living)
  expect(after.needed.filter((it) => !after.blobs.includes(it))).toEqual([])
  expect(JSON.parse(outputs.deleted ?? '')).toContainEqual(
    expect.objectContaining({ scope: 'gone', branch: 'gone' }),
  )
  // The layers of the dead one: at once where nothing else may be writing, else after a day.
  const isFreed = after.blobs.length < before.blobs.length
  expect(isFreed).toBe(type === 'local' || type === 'gha')
  for (const name of ['main', 'topic']) {
    project.write('source', `print ${name === 'main' ? 'a' : name}\n`)
    expect((await build(name)).outputs).toMatchObject({ 'cache-hit': 'true', 'steps-cached': `${STEPS}` })
  }
})
