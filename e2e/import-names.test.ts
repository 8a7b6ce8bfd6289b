import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startCacheService } from './cache-service/server.ts'
import { pushTo } from './events/simple.ts'
import { startAzurite } from './parts/azurite.ts'
import { startVersitygw } from './parts/versitygw.ts'
import { type Project, STEPS, stagedProject, tempFolder } from './project.ts'
import { buildOn, type Stage, startStage } from './stage.ts'
import { azblobStore } from './stores/azblob.ts'
import { ghaStore } from './stores/gha.ts'
import { localStore } from './stores/local.ts'
import { s3Store } from './stores/s3.ts'
import type { Store } from './stores/store.ts'

// BuildKit names these imports by a hash; the report names them by their scope, so the hash that it computes must be
// BuildKit's own.

let stage: Stage
let project: Project
let stores: Record<string, Store>
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  const [it, bucket, azurite] = await Promise.all([startStage(), startVersitygw(), startAzurite()])
  const service = await startCacheService(azurite)
  stage = it
  stops.push(it.stop, bucket.stop, service.stop, azurite.stop)
  project = stagedProject()
  stores = {
    local: localStore(`${tempFolder('local')}/a cache, of all`),
    gha: ghaStore(service),
    s3: s3Store(bucket, 'app'),
    azblob: azblobStore(azurite, 'app-cache'),
  }
})

afterAll(async () => {
  for (const stop of stops) await stop()
})

const FEATURE = 'feature-a-951d42dc02dc7431'

test.each([
  ['local', 'missing', 'found'],
  ['azblob', 'missing', 'found'],
  // BuildKit does not say, and the store is asked.
  ['gha', 'missing', 'found'],
  ['s3', 'missing', 'found'],
])('%s', async (type, own, main) => {
  const store = stores[type] as Store
  const build = async (branch: string, key: string) => {
    stage.prune()
    const event = pushTo(branch)
    const step = { event, workspace: project.folder, ...store.step(event, [key]) }
    const outcome = await buildOn(stage.a, step)
    const sources = JSON.parse(outcome.outputs['cache-sources'] ?? '[]') as { scope: string; state: string }[]
    return { ...outcome, sources: sources.map(({ scope, state }) => `${scope} ${state}`) }
  }
  const first = await build('main', 'main')
  expect(first.sources).toEqual([`main ${own}`])

  const second = await build('feature/a', FEATURE)
  expect(second.outputs).toMatchObject({ 'steps-cached': `${STEPS}`, 'cache-hit': 'true' })
  expect(second.sources).toEqual([`${FEATURE} ${own}`, `main ${main}`])
  const origin = main === 'found' ? 'main (default)' : 'feature/a (own) or main (default)'
  expect(second.log).toContain(`They came from ${origin}`)

  // One alone that can have given it all was there.
  const third = await build('main', 'main')
  expect(third.sources).toEqual(['main found'])
})
