import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { READ, token, WRITE } from './cache-service/token.ts'
import type { GithubEvent } from './events/event.ts'
import { pullRequest, pushTo } from './events/simple.ts'
import { lineProject } from './line-project.ts'
import { type Azurite, startAzurite } from './parts/azurite.ts'
import type { Machine } from './parts/buildkitd.ts'
import { startBuildkitd } from './parts/buildkitd.ts'
import { NOT_FOUND, startHole } from './parts/hole.ts'
import { newest, oldest } from './parts/pair.ts'
import { type Registry, startRegistry } from './parts/registry.ts'
import { startAll } from './parts/start-all.ts'
import { type Bucket, startVersitygw } from './parts/versitygw.ts'
import { type Project, STEPS, stagedProject, tempFolder } from './project.ts'
import type { Outcome, Step } from './runner.ts'
import { buildOn, type Stage, startStage } from './stage.ts'
import { azblobStore } from './stores/azblob.ts'
import { inlineStore } from './stores/inline.ts'
import { localStore } from './stores/local.ts'
import { registryStore } from './stores/registry.ts'
import { s3Store } from './stores/s3.ts'
import type { Store } from './stores/store.ts'

// The core on the oldest BuildKit and buildx that are promised (docs/versions.md), each with the newest of the other
// too. That buildx has no record, so what was cached is read from what the build prints. Before 0.12 BuildKit takes the
// first label of the host for an Azure account, so that the one here is called 127.

let old: Stage
let mixed: Machine
let registry: Registry
let bucket: Bucket
let azurite: Azurite
let project: Project

beforeAll(async () => {
  ;[old, mixed, registry, bucket, azurite] = await startAll(
    startStage(oldest),
    startBuildkitd('mixed', { ...oldest, buildx: newest.buildx }),
    startRegistry({ anyIndex: true }),
    startVersitygw(),
    startAzurite('127'),
  )
})

afterAll(async () => {
  for (const part of [old, mixed, registry, bucket, azurite]) await part?.stop()
})

beforeEach(() => {
  project = stagedProject()
})

/** Builds on a machine that has forgotten everything. */
async function build(
  machine: Machine,
  store: Store,
  event: GithubEvent,
  keys: string[],
  more: Step['inputs'] = {},
): Promise<Outcome> {
  machine.prune()
  const { inputs, env = {} } = store.step(event, keys)
  const outcome = await buildOn(machine, {
    event,
    workspace: project.folder,
    env,
    inputs: { ...inputs, ...more },
  })
  if (process.env.SHOW) process.stderr.write(outcome.log)
  return outcome
}

const cachedIn = ({ log }: Outcome): number => log.match(/^#\d+ CACHED$/gm)?.length ?? 0
/** How many RUN steps of a project that prints ran: what a process prints cannot come from a cache. */
const ranIn = ({ log }: Outcome): number => log.match(/^#\d+ \d+\.\d+ ran$/gm)?.length ?? 0
const runsIn = ({ log }: Outcome): number => log.match(/ buildx build /g)?.length ?? 0
const warningsOf = ({ log }: Outcome): string[] => log.match(/^::(warning|error)::.*/gm) ?? []

const fatalExports = expect.stringMatching(
  /^::warning::cache: .*ignore-error needs BuildKit 0\.12\.0 or newer, but the builder has v0\.11\.6\.$/,
)
const folder = tempFolder('local')

const stores: [type: string, make: (name: string) => Store][] = [
  ['registry', (name) => registryStore(registry, `${name}/cache`)],
  ['local', (name) => localStore(join(folder, name))],
  ['s3', (name) => s3Store(bucket, name)],
  ['azblob', (name) => azblobStore(azurite, name)],
]

/** The same project, each of whose RUN steps prints `ran`; the number of them. */
function printing({ folder: here, write }: Project): number {
  const dockerfile = readFileSync(join(here, 'Dockerfile'), 'utf8')
  write('Dockerfile', dockerfile.replaceAll('RUN ', 'RUN echo ran; '))
  return dockerfile.split('RUN ').length - 1
}

/**
 * All came from the cache. Of the last step 0.11 prints DONE now and then (1 of 80 builds), although it brought its
 * layer in and ran nothing: an event is late. So what ran is read from what the steps print.
 */
function expectAllCached(warm: Outcome): void {
  expect([warm.exitCode, ranIn(warm)]).toEqual([0, 0])
  expect(cachedIn(warm)).toBeGreaterThanOrEqual(STEPS - 1)
}

describe.each([
  ...stores,
  ['inline', (name: string): Store => inlineStore(registry, `${name}/image`)] as const,
])('%s', (type, make) => {
  test('cold, warm, a branch, its pull request', async () => {
    const store = make('story')
    const branch = 'feature/a'
    const key = 'feature-a-951d42dc02dc7431'
    if (type === 'inline') project = lineProject()
    const runs = printing(project)
    const cold = await build(old.a, store, pushTo('main'), ['main'])
    expect(cold).toMatchObject({ exitCode: 0, outputs: { 'cache-scope': 'main' } })
    expect(warningsOf(cold)).toEqual(type === 'inline' ? [] : [fatalExports])
    expect([cachedIn(cold), ranIn(cold)]).toEqual([0, runs])
    expect(Object.keys((await store.contents()).scopes)).toEqual(['main'])

    const warm = await build(old.b, store, pushTo('main'), ['main'])
    expectAllCached(warm)

    project.write('source', 'print b\n')
    const first = await build(old.a, store, pushTo(branch), [key])
    expect(first.exitCode).toBe(0)
    // What depends on the source ran. Of the others 0.11 takes more or fewer: some whose data cannot be had run again.
    expect(cachedIn(first)).toBeLessThanOrEqual(4)
    expect(ranIn(first)).toBeGreaterThanOrEqual(runs - 1)
    expect(Object.keys((await store.contents()).scopes).sort()).toEqual([key, 'main'])

    const pull = await build(old.b, store, pullRequest(branch, 'main'), [key], { 'cache-fallback': 'none' })
    expectAllCached(pull)
  })
})

describe('the same BuildKit and the newest buildx', () => {
  test.each(stores)('%s: the report counts its steps', async (_type, make) => {
    const store = make('report')
    const cold = await build(mixed, store, pushTo('main'), ['main'])
    expect(cold.outputs).toMatchObject({ 'cache-hit': 'false', 'cache-written': 'true' })
    const warm = await build(mixed, store, pushTo('main'), ['main'])
    expect(warm).toMatchObject({
      exitCode: 0,
      outputs: { 'cache-hit': 'true', 'steps-cached': `${STEPS}`, 'steps-total': `${STEPS}` },
    })
    expect(warm.log).toContain(`::group::Cache: ${STEPS} of ${STEPS} steps cached\n`)
  })
})

test('gha is left out, and the version that it needs is named', async () => {
  const env = {
    ACTIONS_RUNTIME_TOKEN: token([{ Scope: 'refs/heads/main', Permission: READ | WRITE }]),
    ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/',
    ACTIONS_CACHE_SERVICE_V2: 'True',
  }
  const step = (): Pick<Step, 'inputs' | 'env'> => ({ inputs: { cache: 'type=gha' }, env })
  const gha: Store = { ...registryStore(registry, 'none'), step }
  const seen = await build(old.a, gha, pushTo('main'), ['main'])
  expect(seen.exitCode).toBe(0)
  expect(seen.log).toContain('gha needs buildx 0.21.0 or newer, but this is 0.10.4')
})

test('src of an output is ignored, and the version that it needs is named', async () => {
  const outputs = 'type=local,dest=out,src=/dependencies'
  const none: Store = {
    ...registryStore(registry, 'none'),
    step: () => ({ inputs: { cache: 'none', outputs } }),
  }
  const seen = await build(old.a, none, pushTo('main'), ['main'])
  expect(warningsOf(seen)).toContainEqual(
    expect.stringContaining('outputs: src needs BuildKit 0.34 or newer'),
  )
  expect(readdirSync(join(project.folder, 'out'))).toContain('program')
})

describe('what BuildKit fails the build for although it is a cache’s fault', () => {
  /** The files that are large enough to be the layer of the base. */
  function deleteLayers(of: string): void {
    const files = readdirSync(of, { recursive: true, withFileTypes: true })
      .map((file) => join(file.parentPath, file.name))
      .filter((file) => statSync(file).isFile() && statSync(file).size > 100_000)
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) rmSync(file)
  }

  test.each([
    ['registry', 2, () => join(registry.directory, 'data/docker/registry/v2/blobs')],
    ['local', 1, () => join(folder, 'gone')], // a directory can be looked at before the build
    ['s3', 2, () => join(bucket.directory, 'data', bucket.bucket, 'gone')],
  ])('%s: a layer is gone: built without it', async (type, runs, layers) => {
    const store = stores.find(([it]) => it === type)?.[1]('gone') as Store
    expect(await build(old.a, store, pushTo('main'), ['main'])).toMatchObject({ exitCode: 0 })
    deleteLayers(layers())
    project.write('source', 'print changed\n')
    const seen = await build(old.b, store, pushTo('main'), ['main'])
    expect([seen.exitCode, runsIn(seen)]).toEqual([0, runs])
    expect(warningsOf(seen)).toContainEqual(expect.stringMatching(/cache at .* was not read: /))
  })

  test('an exporter that cannot be configured: built without it', async () => {
    const account = 'account_url=http://127.0.0.1:9,account_name=a,secret_access_key=A'
    const cache = `type=azblob,${account},container=wrong`
    const store: Store = { ...registryStore(registry, 'none'), step: () => ({ inputs: { cache } }) }
    const seen = await build(old.a, store, pushTo('main'), ['main'])
    expect([seen.exitCode, runsIn(seen)]).toEqual([0, 2])
    expect(warningsOf(seen)).toContainEqual(expect.stringContaining('was not written: '))
  })

  test('a registry that stops answering at the export: built without it', async () => {
    const hole = await startHole()
    // Before 0.12 the export has the name of a directory's.
    hole.answer = (asked) => (asked.startsWith('HEAD') ? NOT_FOUND : undefined)
    const cache = `type=registry,ref=${hole.host}/app/cache`
    const store: Store = {
      ...registryStore(registry, 'none'),
      step: () => ({ inputs: { cache, 'cache-timeout': '3s' } }),
    }
    project.write('Dockerfile', 'FROM scratch\nADD rootfs.tar /\nCOPY source /\n')
    const seen = await build(old.a, store, pushTo('main'), ['main'])
    await hole.stop()
    expect([seen.exitCode, runsIn(seen)]).toEqual([0, 2])
    expect(warningsOf(seen)).toContainEqual(
      expect.stringContaining('was not written: it did not respond within 3 s'),
    )
  })
})
