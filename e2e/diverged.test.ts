import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { RECORD_KEY } from '../src/marking/scope-record.ts'
import { pullRequest, pushTo } from './events/simple.ts'
import type { Machine } from './parts/buildkitd.ts'
import { STEPS, stagedProject } from './project.ts'
import type { Outcome, Step } from './runner.ts'
import { buildOn, type Stage, startStage } from './stage.ts'
import { type Stores, startStores } from './stores/all.ts'
import type { Store } from './stores/store.ts'

let stage: Stage
let stores: Stores
let store: Store

beforeAll(async () => {
  ;[stage, stores] = await Promise.all([startStage(), startStores()])
})

afterAll(async () => {
  await Promise.all([stage, stores].map((part) => part?.stop()))
})

beforeEach(() => stage.prune())

function build(machine: Machine, step: Pick<Step, 'event' | 'workspace'> & Partial<Step>): Promise<Outcome> {
  const { inputs, env } = store.step(step.event, [])
  return buildOn(machine, { ...step, inputs: { ...inputs, ...step.inputs }, env: { ...env, ...step.env } })
}

const allCached = { 'steps-total': `${STEPS}`, 'steps-cached': `${STEPS}`, 'cache-hit': 'true' }

// Two caches that share a COPY and part after it: unmarked, BuildKit since 0.25 mostly loses what follows in one of
// them (docs/buildkit-two-caches.md).
describe.each(['registry', 'local', 's3', 'azblob', 'gha'])('%s', (type) => {
  beforeEach(async () => {
    store = await stores.make(type)
  })

  test('a branch that has parted from main finds its own steps again, and main its own', async () => {
    const project = stagedProject()
    await build(stage.a, { event: pushTo('main'), workspace: project.folder })
    project.write('source', 'print b\n')
    await build(stage.a, { event: pushTo('feature/a'), workspace: project.folder })
    const again = await build(stage.b, { event: pushTo('feature/a'), workspace: project.folder })
    expect(again.outputs).toMatchObject({ ...allCached, 'cache-written': 'true' })
    stage.b.prune()
    project.write('source', 'print a\n')
    const wanted = { event: pullRequest('feature/a', 'main'), workspace: project.folder }
    expect((await build(stage.b, wanted)).outputs).toMatchObject(allCached)
  })
})

describe('a registry', () => {
  beforeEach(async () => {
    store = await stores.make('registry')
  })

  test('after a merge main finds the merged branch’s steps', async () => {
    const project = stagedProject()
    await build(stage.a, { event: pushTo('main'), workspace: project.folder })
    project.write('source', 'print b\n')
    await build(stage.a, { event: pullRequest('feature/a', 'main'), workspace: project.folder })
    const event = pushTo('main', ['Merge pull request #7 from octo/feature/a'])
    const merge = await build(stage.b, { event, workspace: project.folder })
    expect(merge.outputs).toMatchObject({ ...allCached, 'cache-written': 'true' })
  })

  test('a job of a matrix finds its own steps again when it also reads the common scope', async () => {
    const project = stagedProject()
    const job = (machine: Machine, node: number, index: number): Promise<Outcome> => {
      project.write('source', `print ${node}\n`)
      return build(machine, { event: pushTo('main'), workspace: project.folder, matrix: { node }, index })
    }
    await job(stage.a, 22, 0)
    await job(stage.a, 24, 1)
    const { outputs } = await job(stage.b, 24, 1)
    expect(outputs).toMatchObject(allCached)
    expect(outputs['cache-from']?.split('\n')).toHaveLength(2)
  })

  const configOf = async (outcome: Outcome): Promise<string> => {
    const [, repository, tag] = /ref=[^/]+\/([^:]+):([^,]+)/.exec(outcome.outputs['cache-to'] ?? '') ?? []
    const url = `http://${stores.registry.host}/v2/${repository}`
    const accept = 'application/vnd.oci.image.manifest.v1+json'
    const manifest = await (await fetch(`${url}/manifests/${tag}`, { headers: { accept } })).json()
    return (await fetch(`${url}/blobs/${(manifest as { config: { digest: string } }).config.digest}`)).text()
  }

  test('the scope says whose it is', async () => {
    const project = stagedProject()
    const branch = await build(stage.a, { event: pushTo('feature/a'), workspace: project.folder })
    expect(JSON.parse(await configOf(branch))[RECORD_KEY]).toEqual({
      version: 1,
      repository: 'octo/app',
      branch: 'feature/a',
    })
    const inputs = { 'cache-branch': 'nightly' }
    const named = await build(stage.a, { event: pushTo('main'), workspace: project.folder, inputs })
    expect(JSON.parse(await configOf(named))[RECORD_KEY]).toEqual({
      version: 1,
      repository: 'octo/app',
      cacheBranch: 'nightly',
    })
  })

  test('BRANCH_CACHE_MARK=false leaves the cache as BuildKit wrote it', async () => {
    const project = stagedProject()
    const env = { BRANCH_CACHE_MARK: 'false' }
    const outcome = await build(stage.a, { event: pushTo('main'), workspace: project.folder, env })
    expect(outcome.outputs['cache-written']).toBe('true')
    expect(await configOf(outcome)).not.toContain('branch-cache')
  })

  test.each([
    ['an index', 'image-manifest=false'],
    ['a cache that nobody was to write', ''],
  ])('%s stays as it is', async (_, attributes) => {
    const project = stagedProject()
    const { inputs } = store.step(pushTo('main'), [])
    const cache = [inputs?.cache, attributes].filter(Boolean).join(',')
    const step = { event: pushTo('main'), workspace: project.folder, env: { BRANCH_CACHE_MARK: 'false' } }
    const first = await build(stage.a, { ...step, inputs: { cache } })
    const [, repository = '', tag = ''] =
      /ref=[^/]+\/([^:]+):([^,]+)/.exec(first.outputs['cache-to'] ?? '') ?? []
    const digest = () => manifestDigest(repository, tag)
    const before = await digest()
    const write = attributes === '' ? 'never' : 'auto'
    await build(stage.a, { ...step, env: {}, inputs: { cache, 'cache-write': write } })
    expect(await digest()).toBe(before)
  })
})

// Which cache BuildKit goes on with is chance: mostly it is the one that is listed last.
describe.each(['registry', 'local'])('where BuildKit loses a step among unmarked caches, %s', (type) => {
  const env = { BRANCH_CACHE_MARK: 'false' }
  const TRIES = 6

  beforeEach(async () => {
    store = await stores.make(type)
  })

  /** Builds until a step is lost, which mostly happens at once: it must be reported then, and only then. */
  const expectTold = async (said: string, attempt: (i: number) => Promise<Outcome>): Promise<void> => {
    for (let i = 0; i < TRIES; i += 1) {
      stage.prune()
      const { outputs, log } = await attempt(i)
      const isLost = outputs['steps-cached'] !== `${STEPS}`
      expect([i, isLost, log.includes(said)]).toEqual([i, isLost, isLost])
      if (isLost) return
    }
    throw new Error(`nothing was lost in ${TRIES} builds`)
  }

  test('a step of main is reported as main’s', async () => {
    const project = stagedProject()
    await expectTold('is in the cache of main (default), but BuildKit lost it', async (i) => {
      const push = (machine: Machine, name: string, source: string): Promise<Outcome> => {
        project.write('source', source)
        return build(machine, { event: pushTo(name), workspace: project.folder, env })
      }
      await push(stage.a, 'main', `print main ${i}\n`)
      await push(stage.a, 'feature/a', `print branch ${i}\n`)
      return push(stage.b, 'feature/a', `print main ${i}\n`)
    })
  })

  // The user's own cache-from is the last, and wins.
  test('a step only in the own cache, overwritten since, is reported as the branch’s', async () => {
    const project = stagedProject()
    await expectTold('is in the cache of feature/a (own), but BuildKit lost it', async (i) => {
      const push = (machine: Machine, name: string, inputs = {}): Promise<Outcome> => {
        project.write('source', `print ${name} ${i}\n`)
        return build(machine, { event: pushTo(name), workspace: project.folder, env, inputs })
      }
      await push(stage.a, 'main')
      await push(stage.a, 'feature/a')
      const cache = store.step(pushTo('main'), []).inputs?.cache ?? ''
      const theirs = type === 'local' ? `${cache.replace('dest=', 'src=')},tag=main` : `${cache}:main`
      return push(stage.b, 'feature/a', { 'cache-fallback': 'none', 'cache-from': theirs })
    })
  })
})

async function manifestDigest(repository: string, tag: string): Promise<string | null> {
  const accept = ['manifest', 'index'].map((kind) => `application/vnd.oci.image.${kind}.v1+json`).join(', ')
  const url = `http://${stores.registry.host}/v2/${repository}/manifests/${tag}`
  return (await fetch(url, { headers: { accept } })).headers.get('docker-content-digest')
}
