import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type CacheService, startCacheService } from './cache-service/server.ts'
import { tokens } from './cache-service/token.ts'
import type { GithubEvent } from './events/event.ts'
import { pushTo } from './events/simple.ts'
import { lineProject } from './line-project.ts'
import { type Azurite, startAzurite } from './parts/azurite.ts'
import { type Registry, startRegistry } from './parts/registry.ts'
import { startAll } from './parts/start-all.ts'
import { type Bucket, startVersitygw } from './parts/versitygw.ts'
import { type Project, STEPS, stagedProject } from './project.ts'
import { buildOn, type Stage, startStage } from './stage.ts'
import { azblobStore } from './stores/azblob.ts'
import { ghaStore, serviceVariables } from './stores/gha.ts'
import { registryStore } from './stores/registry.ts'
import { s3Store } from './stores/s3.ts'
import type { Store } from './stores/store.ts'

let stage: Stage
let registry: Registry
let bucket: Bucket
let azurite: Azurite
let service: CacheService
let project: Project

beforeAll(async () => {
  ;[stage, registry, bucket, azurite] = await startAll(
    startStage(),
    startRegistry(),
    startVersitygw(),
    startAzurite(),
  )
  service = await startCacheService(azurite)
  project = stagedProject()
})

afterAll(async () => {
  for (const part of [stage, registry, bucket, service, azurite]) await part?.stop()
})

beforeEach(() => stage.prune())

const event = pushTo('main')
const whole = { 'cache-hit': 'true', 'steps-cached': `${STEPS}`, 'cache-written': 'true' }

/** A step with all the stores, a line each in their order, or with one of them. */
function stepWith(stores: readonly Store[], of: GithubEvent = event) {
  const steps = stores.map((store) => store.step(of, ['main']))
  return {
    event: of,
    workspace: project.folder,
    inputs: { cache: steps.map(({ inputs }) => inputs?.cache ?? '').join('\n') },
    env: Object.assign({}, ...steps.map(({ env }) => env)) as Record<string, string>,
  }
}

const typesIn = (output: string | undefined): string[] =>
  [...(output ?? '').matchAll(/^type=(\w+)/gm)].map((match) => match[1] as string)

test.each<[string, () => Record<string, Store>]>([
  ['gha and registry', () => ({ gha: ghaStore(service), registry: registryStore(registry, 'one/cache') })],
  ['registry and gha', () => ({ registry: registryStore(registry, 'two/cache'), gha: ghaStore(service) })],
  ['s3 and azblob', () => ({ s3: s3Store(bucket, 'one'), azblob: azblobStore(azurite, 'one') })],
])('%s: each has its own entries, in the order of the lines, and is whole', async (_, make) => {
  const stores = make()
  const { outputs } = await buildOn(stage.a, stepWith(Object.values(stores)))
  expect(outputs['cache-written']).toBe('true')
  expect(typesIn(outputs['cache-from'])).toEqual(Object.keys(stores))
  expect(typesIn(outputs['cache-to'])).toEqual(Object.keys(stores))
  for (const store of Object.values(stores)) {
    const { scopes, blobs, needed, others } = await store.contents()
    expect({ scopes: Object.keys(scopes), others }).toEqual({ scopes: ['main'], others: [] })
    expect(blobs).toEqual(expect.arrayContaining(needed))
    stage.b.prune()
    expect((await buildOn(stage.b, stepWith([store]))).outputs).toMatchObject(whole)
  }
})

test('if the token cannot write one, the other one is written', async () => {
  const cache = registryStore(registry, 'three/cache')
  const step = stepWith([ghaStore(service), cache])
  const env = { ...step.env, ...serviceVariables(service, tokens.readOnly('refs/heads/main')) }
  const { exitCode, outputs, log } = await buildOn(stage.a, { ...step, env })
  expect(exitCode).toBe(0)
  expect(typesIn(outputs['cache-to'])).toEqual(['registry'])
  expect(log).toContain('nothing on gha')
  expect(Object.keys((await cache.contents()).scopes)).toEqual(['main'])
})

test('inline next to a registry cache: the image carries its own', async () => {
  const workspace = lineProject().folder
  const image = `${registry.host}/four/image`
  const cache = `type=registry,ref=${registry.host}/four/cache\ntype=inline,ref=${image}`
  const inputs = { cache, tags: `${image}:main`, push: 'true' }
  const step = { event, workspace }
  expect((await buildOn(stage.a, { ...step, inputs })).outputs['cache-written']).toBe('true')
  const second = { ...inputs, cache: `type=inline,ref=${image}` }
  expect((await buildOn(stage.b, { ...step, inputs: second })).outputs).toMatchObject(whole)
})

test('inline without its own tag is written in vain, and the log says so', async () => {
  const workspace = lineProject().folder
  const image = `${registry.host}/five/image`
  const inputs = { cache: `type=inline,ref=${image}`, tags: `${image}:latest`, push: 'true' }
  const step = { event, workspace, inputs }
  const { exitCode, log } = await buildOn(stage.a, step)
  expect(exitCode).toBe(0)
  expect(log).toContain(`::warning::The inline cache will not be found again: none of tags is ${image}:main.`)
  expect(await registry.tags('five/image')).toEqual(['latest'])
})

test('inline without an image is refused before anything runs', async () => {
  const inputs = { cache: `type=inline,ref=${registry.host}/six/image` }
  const { exitCode, log } = await buildOn(stage.a, { event, workspace: project.folder, inputs })
  expect({ exitCode, log }).toEqual({
    exitCode: 1,
    log: '::error::cache: inline stores its cache in the image, but this build produces none; add push: true or load: true.\n',
  })
})
