import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { startCacheService } from './cache-service/server.ts'
import { pushTo } from './events/simple.ts'
import { startAzurite } from './parts/azurite.ts'
import { type Engine, startEngine } from './parts/engine.ts'
import { startRegistry } from './parts/registry.ts'
import { startAll } from './parts/start-all.ts'
import { startVersitygw } from './parts/versitygw.ts'
import { type Project, STEPS, stagedProject, tempFolder } from './project.ts'
import { type Outcome, runPost, runStep, type Step } from './runner.ts'
import { stepOn } from './stage.ts'
import { azblobStore } from './stores/azblob.ts'
import { ghaStore } from './stores/gha.ts'
import { localStore } from './stores/local.ts'
import { registryStore } from './stores/registry.ts'
import { s3Store } from './stores/s3.ts'
import type { Store } from './stores/store.ts'

// A Docker Engine as Docker 29 is, and one that keeps its images in a graphdriver's store, as GitHub's runners have it.
let containerd: Engine
let graphdriver: Engine
let stores: Record<string, Store>
let project: Project
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  const [one, other, registry, bucket, azurite] = await startAll(
    startEngine(),
    startEngine({ name: 'graphdriver', containerdStore: false }),
    startRegistry(),
    startVersitygw(),
    startAzurite(),
  )
  const service = await startCacheService(azurite)
  stops.push(one.stop, other.stop, registry.stop, bucket.stop, service.stop, azurite.stop)
  ;[containerd, graphdriver] = [one, other]
  stores = {
    registry: registryStore(registry, 'app/cache'),
    local: localStore(tempFolder('local')),
    gha: ghaStore(service),
    s3: s3Store(bucket, 'app'),
    azblob: azblobStore(azurite, 'app-cache'),
  }
  project = stagedProject()
})

afterAll(async () => {
  for (const stop of stops) await stop()
})

const event = pushTo('main')
// These engines have no bridge.
const network = 'host'
const whole = { 'cache-hit': 'true', 'steps-cached': `${STEPS}`, 'steps-total': `${STEPS}` }
const OWN = /^branch-cache-[0-9a-f]{12}$/

/** A step whose cache is in a store; what of the store's is asked for anew each time. */
function stepWith(engine: Engine, type: string, { inputs, env, ...rest }: Partial<Step> = {}): Step {
  const setting = stores[type]?.step(event, ['main'])
  return stepOn(engine, {
    event,
    workspace: project.folder,
    ...rest,
    inputs: { network, ...setting?.inputs, ...inputs },
    env: { ...setting?.env, ...env },
  })
}

/** The builders that buildx knows, without the engine's own. */
async function builders(engine: Engine): Promise<string[]> {
  const lines = (await engine.docker('buildx', 'ls', '--format', 'json')).split('\n').filter(Boolean)
  const names = lines.map((line) => (JSON.parse(line) as { Name: string }).Name)
  return names.filter((name) => name !== 'default')
}

async function leftIn(engine: Engine): Promise<string[]> {
  return [...(await builders(engine)), ...(await engine.containers()), ...(await engine.volumes())]
}

const errors = ({ log }: Outcome): string[] => log.match(/^::(error|warning)::.*/gm) ?? []

afterEach(async () => {
  for (const engine of [containerd, graphdriver]) {
    const left = await leftIn(engine)
    // Else every test that follows would fail of it.
    for (const name of (await builders(engine)).filter((it) => OWN.test(it)))
      await engine.docker('buildx', 'rm', '--force', name)
    await engine.docker('builder', 'prune', '--all', '--force')
    expect(left.filter((name) => name.includes('branch-cache-'))).toEqual([])
  }
})

test.each(['registry', 'local', 'gha'])(
  'a docker driver that can write to %s is left alone',
  async (type) => {
    const step = stepWith(containerd, type)
    const first = await runStep(step)
    expect(errors(first)).toEqual([])
    expect(first.outputs).toMatchObject({ 'cache-written': 'true', 'cache-hit': 'false' })
    expect(first.state.builder).toBeUndefined()
    await containerd.docker('builder', 'prune', '--all', '--force')
    expect((await runStep(step)).outputs).toMatchObject({ ...whole, 'cache-written': 'true' })
  },
)

describe.each([
  ['s3', 'containerd', () => containerd],
  ['azblob', 'containerd', () => containerd],
  ['registry', 'graphdriver', () => graphdriver],
  ['gha', 'graphdriver', () => graphdriver],
  ['s3', 'graphdriver', () => graphdriver],
] as const)('%s, and an engine with a store of the kind %s', (type, store, engineOf) => {
  test('a builder is made, and removed at the end of the job', async () => {
    const engine = engineOf()
    const tag = `made-for-${type}:latest`
    const step = stepWith(engine, type, {
      inputs: { tags: tag, 'cache-name': `made-on-${store}` },
    })
    const first = await runStep(step)
    expect(errors(first)).toEqual([])
    expect(first.log).toMatch(
      new RegExp(
        `^::group::Creating a builder for this step, on the host network, because the docker driver cannot write a cache of type ${type}\n`,
        'm',
      ),
    )
    expect(first.outputs).toMatchObject({
      'cache-written': 'true',
      'cache-hit': 'false',
      'steps-cached': '0',
    })
    // As the docker driver would, it leaves the image in the engine.
    const [image] = JSON.parse(await engine.docker('image', 'inspect', tag)) as [{ Id: string }]
    expect([first.outputs.imageid, first.outputs.digest]).toContain(image.Id)

    const name = first.state.builder ?? ''
    expect(name).toMatch(OWN)
    expect(await builders(engine)).toEqual([name])
    expect(await engine.containers()).toEqual([`buildx_buildkit_${name}0`])
    const post = await runPost(step, first)
    expect(post?.exitCode).toBe(0)
    expect(errors(post as Outcome)).toEqual([])
    expect(await leftIn(engine)).toEqual([])

    // The next job's is another, and empty.
    const second = await runStep(step)
    await runPost(step, second)
    expect(second.outputs).toMatchObject({ ...whole, 'cache-written': 'true' })
    expect(second.state.builder).not.toBe(name)
    expect(JSON.parse(second.outputs['cache-sources'] ?? '')).toMatchObject([{ state: 'found' }])
  })
})

test('a builder that the user chose is not changed: one sentence before anything runs', async () => {
  const sentence =
    '"default" cannot write a cache of type s3, because its driver is docker; specify one with the driver docker-container, ' +
    'remote, kubernetes or cloud (docker/setup-buildx-action creates one, and so does "docker buildx create --driver ' +
    'docker-container"), or specify none, and the action creates one for this step.'
  for (const [by, chosen] of [
    ['builder', { inputs: { builder: 'default' } }],
    ['BUILDX_BUILDER', { env: { BUILDX_BUILDER: 'default' } }],
  ] as const) {
    const outcome = await runStep(stepWith(containerd, 's3', chosen))
    expect(outcome.exitCode).toBe(1)
    expect(errors(outcome)).toEqual([`::error::${by}: ${sentence}`])
    expect(outcome.log).not.toContain('buildx build')
    expect(outcome.outputs).toEqual({})
  }
})

test('the automatic cache never changes the builder', async () => {
  const { env } = stores.gha?.step(event, ['main']) ?? {}
  const outcome = await runStep(
    stepOn(graphdriver, { event, workspace: project.folder, inputs: { network }, ...(env ? { env } : {}) }),
  )
  expect(outcome.exitCode).toBe(0)
  expect(outcome.state.builder).toBeUndefined()
  expect(outcome.log).toContain("No cache: the builder's docker driver cannot export a cache")
})

test('a build that fails is reported, and its builder removed', async () => {
  const step = stepWith(containerd, 's3', { inputs: { target: 'nowhere' } })
  const outcome = await runStep(step)
  expect(outcome.exitCode).toBe(1)
  expect(errors(outcome).join()).toMatch(/^::error::buildx failed with: .*nowhere/)
  expect(await builders(containerd)).toEqual([outcome.state.builder])
  await runPost(step, outcome)
})

// A cancelled job's step gets SIGINT, 7.5 s later SIGTERM, and 2.5 s later it is killed (actions/runner,
// ProcessInvoker); then post runs.
describe.each([
  ['while the builder starts', 'SIGINT', /booting buildkit/],
  ['while the builder starts', 'SIGTERM', /booting buildkit/],
  ['while it builds', 'SIGINT', /^#\d+ [\d.]+ began/m],
  ['while it builds', 'SIGTERM', /^#\d+ [\d.]+ began/m],
  ['while it builds', 'SIGKILL', /^#\d+ [\d.]+ began/m],
] as const)('%s', (_, name, line) => {
  test(`${name} ends it, and the builder is removed`, async () => {
    const sleeping = stagedProject(['sh', 'sleep'])
    sleeping.write('Dockerfile', 'FROM scratch\nADD rootfs.tar /\nRUN echo began; sleep 600\n')
    let sent = 0
    const step = stepWith(containerd, 's3', {
      workspace: sleeping.folder,
      onOutput: (text, signal) => {
        if (sent > 0 || !line.test(text)) return
        sent = performance.now()
        signal(name)
      },
    })
    const outcome = await runStep(step)
    expect(sent).toBeGreaterThan(0)
    expect(outcome.exitCode).toBe(1)
    expect(performance.now() - sent).toBeLessThan(7500)
    expect(errors(outcome)).toEqual(name === 'SIGKILL' ? [] : [`::error::cancelled by ${name}`])
    expect((await runPost(step, outcome))?.log).not.toMatch(/^::/m)
  })
})

test('without docker, buildx alone makes the builder and removes it', async () => {
  const path = tempFolder('path')
  mkdirSync(path, { recursive: true })
  symlinkSync(join(containerd.env.DOCKER_CONFIG ?? '', 'cli-plugins/docker-buildx'), join(path, 'buildx'))
  symlinkSync('/bin/sh', join(path, 'sh'))
  const step = stepWith(containerd, 's3', { env: { PATH: path }, inputs: { 'cache-name': 'alone' } })
  const outcome = await runStep(step)
  expect(errors(outcome)).toEqual([])
  expect(outcome.outputs['cache-written']).toBe('true')
  await runPost(step, outcome)
})

test('where no builder can be made, the image is built without that cache', async () => {
  const broken = { BUILDX_CONFIG: tempFolder('broken') }
  mkdirSync(join(broken.BUILDX_CONFIG, 'buildkitd.default.toml'))
  const step = stepWith(containerd, 's3', { env: broken, inputs: { tags: 'all-the-same:latest' } })
  const outcome = await runStep(step)
  expect(outcome.exitCode).toBe(0)
  expect(outcome.outputs['cache-written']).toBe('false')
  expect(errors(outcome)).toEqual([
    '::warning::No builder could be created; the build continues without the cache, because the docker driver cannot write a cache of type s3.',
  ])
  await containerd.docker('image', 'inspect', 'all-the-same:latest')
  expect((await runPost(step, outcome))?.log).not.toMatch(/^::/m)
})

test('no builder is made where the run has no use for it', async () => {
  const tag = { ...pushTo('main'), env: { ...pushTo('main').env, GITHUB_REF: 'refs/tags/v1' } }
  const inputs = { 'cache-fallback': 'none' }
  const outcome = await runStep(stepWith(containerd, 's3', { event: tag, inputs }))
  expect(outcome.exitCode).toBe(0)
  expect(outcome.outputs['cache-from']).toBe('')
  expect(outcome.state.builder).toBeUndefined()
})

describe('a docker-container builder that the user made', () => {
  beforeAll(() => containerd.createBuilder('box'))
  afterAll(() => containerd.docker('buildx', 'rm', '--force', 'box'))

  test.each([
    ['registry', { inputs: { builder: 'box' } }],
    ['local', { inputs: { builder: 'box' } }],
    ['gha', { inputs: { builder: 'box' } }],
    ['s3', { env: { BUILDX_BUILDER: 'box' } }],
    ['azblob', { env: { BUILDX_BUILDER: 'box' } }],
  ])('takes a cache of type %s', async (type, chosen) => {
    const step = stepWith(containerd, type, {
      ...chosen,
      inputs: { 'cache-name': 'box', ...('inputs' in chosen ? chosen.inputs : {}) },
    })
    const first = await runStep(step)
    expect(errors(first)).toEqual([])
    expect(first.state.builder).toBeUndefined()
    await containerd.docker('buildx', 'prune', '--builder', 'box', '--all', '--force')
    expect((await runStep(step)).outputs).toMatchObject({ ...whole, 'cache-written': 'true' })
    await containerd.docker('buildx', 'prune', '--builder', 'box', '--all', '--force')
  })

  test('is used where it is the selected one', async () => {
    await containerd.docker('buildx', 'use', 'box')
    const outcome = await runStep(stepWith(containerd, 's3', { inputs: { 'cache-name': 'selected' } }))
    await containerd.docker('buildx', 'use', 'default')
    expect(errors(outcome)).toEqual([])
    expect(outcome.outputs['cache-written']).toBe('true')
    expect(outcome.state.builder).toBeUndefined()
  })
})

describe('what is left to post', () => {
  const main = { state: { main: 'true', builder: 'branch-cache-000000000000' } } as unknown as Outcome

  test('a builder that was never made is no trouble', async () => {
    const post = await runPost(stepWith(containerd, 's3'), main)
    expect([post?.exitCode, post?.log]).toEqual([0, ''])
  })

  test.each([
    ['docker is gone', { PATH: '/nowhere' }, 'neither docker nor buildx is on PATH'],
    ['the builders cannot be read', { BUILDX_CONFIG: '/dev/null' }, 'branch-cache-000000000000: '],
  ])('%s: a warning, and the job goes on', async (_, env, why) => {
    const post = await runPost(stepWith(containerd, 's3', { env }), main)
    expect(post?.exitCode).toBe(0)
    expect(errors(post as Outcome)).toEqual([
      expect.stringContaining(`::warning::The builder of this step could not be removed: ${why}`),
    ])
  })
})
