import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { pushTo } from './events/simple.ts'
import { type Azurite, startAzurite } from './parts/azurite.ts'
import { startRecorder } from './parts/recorder.ts'
import { type Registry, startRegistry } from './parts/registry.ts'
import { startAll } from './parts/start-all.ts'
import { type Bucket, startVersitygw } from './parts/versitygw.ts'
import { type Project, STEPS, stagedProject, tempFolder } from './project.ts'
import type { Outcome, Step } from './runner.ts'
import { buildOn, type Stage, startStage } from './stage.ts'
import { azblobStore } from './stores/azblob.ts'
import { localStore } from './stores/local.ts'
import { registryStore } from './stores/registry.ts'
import { s3Store } from './stores/s3.ts'
import type { Store } from './stores/store.ts'

// What BuildKit fails the build for although it is a cache's fault: the build runs again without that cache.

let stage: Stage
let registry: Registry
let bucket: Bucket
let azurite: Azurite
let project: Project
let count = 0

beforeAll(async () => {
  ;[stage, registry, bucket, azurite] = await startAll(
    startStage(),
    startRegistry(),
    startVersitygw(),
    startAzurite(),
  )
})

afterAll(async () => {
  for (const part of [stage, registry, bucket, azurite]) await part?.stop()
})

beforeEach(() => {
  stage.prune()
  project = stagedProject()
  // A layer of its own, so that no builder has it from another test.
  project.write('large', randomBytes(200_000).toString('hex'))
  const dockerfile = readFileSync(join(project.folder, 'Dockerfile'), 'utf8')
  project.write('Dockerfile', dockerfile.replace('ADD rootfs.tar /\n', 'ADD rootfs.tar /\nCOPY large /\n'))
  project.write('source', `print ${count++}\n`)
})

type Built = Outcome & { program: string; runs: number }

/** A push to main; what its image holds, and how often the build ran. */
async function build(
  store: Pick<Store, 'step'>,
  on: 'a' | 'b',
  more: Pick<Step, 'inputs' | 'env' | 'onOutput'> = {},
): Promise<Built> {
  const dest = tempFolder('result')
  const event = pushTo('main')
  const { inputs, env } = store.step(event, ['main'])
  const outcome = await buildOn(stage[on], {
    event,
    workspace: project.folder,
    ...more,
    inputs: { outputs: `type=local,dest=${dest}`, ...inputs, ...more.inputs },
    env: { ...env, ...more.env },
  })
  if (process.env.SHOW) process.stderr.write(outcome.log)
  const file = join(dest, 'program')
  return {
    ...outcome,
    program: existsSync(file) ? readFileSync(file, 'utf8') : '',
    runs: outcome.log.match(/ buildx build /g)?.length ?? 0,
  }
}

const warnings = ({ log }: Outcome): string[] => log.match(/^::(warning|error)::.*/gm) ?? []

/** Deletes the files that are large enough to be the layer of the base. */
function deleteLayers(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((file) => statSync(file).size > 100_000)
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) rmSync(file)
}

describe('a manifest that points at a layer that is gone', () => {
  const folder = tempFolder('cache')
  const rows: [name: string, store: () => Store, layers: () => string][] = [
    [
      'registry',
      () => registryStore(registry, 'gone/cache'),
      () => join(registry.directory, 'data/docker/registry/v2/blobs'),
    ],
    ['s3', () => s3Store(bucket, 'gone'), () => join(bucket.directory, 'data', bucket.bucket, 'gone')],
    ['local', () => localStore(folder), () => folder],
  ]
  test.each(rows)('%s: built without it, and written anew', async (backend, makeStore, layers) => {
    const runs = backend === 'local' ? 1 : 2 // a directory can be looked at before the build
    const store = makeStore()
    expect(await build(store, 'a')).toMatchObject({ exitCode: 0, outputs: { 'cache-written': 'true' } })
    deleteLayers(layers())
    project.write('source', 'print changed\n')

    const broken = await build(store, 'b')
    expect(broken).toMatchObject({ exitCode: 0, program: 'a 1.0\nprint changed\n', runs })
    expect(warnings(broken)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^::warning::The ${backend} cache at .* was not read: .*; the image was built without it\\.$`,
        ),
      ),
    ])
    const again = new RegExp(`^Building again without reading the ${backend} cache at .*: .*\\.$`, 'm')
    expect(again.test(broken.log)).toBe(runs === 2)
    expect(JSON.parse(broken.outputs['cache-sources'] ?? '')).toEqual([
      expect.objectContaining({ backend, scope: 'main', state: 'failed' }),
    ])
    expect(broken.outputs).toMatchObject({ 'cache-written': 'true' })
    expect(broken.summary).toContain('not read')

    stage.a.prune()
    const next = await build(store, 'a')
    expect(next).toMatchObject({ exitCode: 0, program: 'a 1.0\nprint changed\n', runs: 1 })
    expect(next.outputs).toMatchObject({ 'steps-cached': String(STEPS + 1), 'cache-written': 'true' })
    expect(warnings(next)).toEqual([])
  })

  test('a step that fails then, fails the build, once, and is shown first', async () => {
    const store = registryStore(registry, 'failing/cache')
    await build(store, 'a')
    deleteLayers(join(registry.directory, 'data/docker/registry/v2/blobs'))
    project.write(
      'Dockerfile',
      `${readFileSync(join(project.folder, 'Dockerfile'), 'utf8')}RUN echo failed to copy: httpReadSeeker && cat /nothing\n`,
    )
    project.write('source', 'print changed\n')
    const seen = await build(store, 'b')
    expect(seen).toMatchObject({ exitCode: 1, runs: 2 })
    expect(warnings(seen)[0]).toMatch(/^::error::buildx failed with: ERROR: .*cat \/nothing.*exit code: 1/)
  })
})

test('a step’s failure is never run again, whatever the step prints', async () => {
  const store = registryStore(registry, 'own/cache')
  project.write(
    'Dockerfile',
    'FROM scratch\nADD rootfs.tar /\nRUN echo "ERROR: failed to build: failed to solve: failed to copy: httpReadSeeker: failed open" && cat /nothing\n',
  )
  await build(store, 'a')
  const seen = await build(store, 'b')
  expect(seen).toMatchObject({ exitCode: 1, runs: 1 })
  expect(warnings(seen)[0]).toMatch(/^::error::buildx failed with: ERROR: .*cat \/nothing.*exit code: 1/)
})

describe('an exporter that cannot be configured', () => {
  test('azblob with a wrong key: the image is built without it', async () => {
    const { url, name } = azurite.account
    const wrong = Buffer.from('another key').toString('base64')
    const cache = `type=azblob,account_url=${url},account_name=${name},container=wrong,secret_access_key=${wrong}`
    const seen = await build({ step: () => ({ inputs: { cache } }) }, 'a')
    expect(seen).toMatchObject({
      exitCode: 0,
      runs: 2,
      program: `a 1.0\nprint ${count - 1}\n`,
      outputs: { 'cache-written': 'false' },
    })
    expect(warnings(seen)).toEqual([
      expect.stringMatching(
        /^::warning::The azblob cache at .* was not written: .*; the image was built without it\.$/,
      ),
    ])
    const log = seen.log.replace(/^::add-mask::.*/gm, '')
    expect([log, seen.summary, JSON.stringify(seen.outputs)].join()).not.toContain(wrong)
  })

  test('azblob’s container, made by another job in the same moment: built again with it', async () => {
    const { url, name, key } = azurite.account
    const proxy = await startRecorder(new URL(url).origin, async ({ method, url: asked }) => {
      if (method === 'PUT' && /restype=container/.test(asked)) await azurite.createContainer('raced')
      return undefined
    })
    const account = `account_url=${proxy.url}/${name},account_name=${name},secret_access_key=${key}`
    const cache = `type=azblob,${account},container=raced`
    const seen = await build({ step: () => ({ inputs: { cache, 'cache-fallback': 'none' } }) }, 'a')
    await proxy.stop()
    expect(seen).toMatchObject({ exitCode: 0, outputs: { 'cache-written': 'true' } })
    expect(warnings(seen).filter((it) => it.includes('not written'))).toEqual([])
    expect(seen.log).toMatch(/^ERROR: .*ContainerAlreadyExists|ERROR CODE: ContainerAlreadyExists/m)
  })

  test('a signal reaches the second run, and nothing is run after it', async () => {
    const { url, name } = azurite.account
    const cache = `type=azblob,account_url=${url},account_name=${name},container=wrong,secret_access_key=AAAA`
    project.write('Dockerfile', "FROM scratch\nADD rootfs.tar /\nRUN sh -c 'kill -STOP $$; :'; :\n")
    const seen = await build({ step: () => ({ inputs: { cache } }) }, 'a', {
      onOutput: (text, signal) => {
        if (/^#\d+ \[2\/2\] RUN sh/m.test(text)) signal('SIGTERM')
      },
    })
    expect(seen).toMatchObject({ exitCode: 1, runs: 2 })
    expect(seen.log).toMatch(/^#\d+ CANCELED$/m)
    expect(warnings(seen).at(-1)).toBe('::error::cancelled by SIGTERM')
  })

  test('azblob that is down: buildx says no more than that there is no such job', async () => {
    const { name, key } = azurite.account
    const cache = `type=azblob,account_url=http://127.0.0.1:9/${name},account_name=${name},container=down,secret_access_key=${key}`
    const seen = await build({ step: () => ({ inputs: { cache } }) }, 'a')
    expect(seen).toMatchObject({ exitCode: 0, runs: 2, outputs: { 'cache-written': 'false' } })
  })

  test('one that is the user’s own stays the user’s', async () => {
    const seen = await build(registryStore(registry, 'users/cache'), 'a', {
      inputs: { 'cache-to': 'type=nothing' },
    })
    expect(seen).toMatchObject({ exitCode: 1, runs: 1 })
    expect(warnings(seen)[0]).toContain('unknown cache exporter: "nothing"')
  })

  test('one that is also the user’s: the action’s is dropped', async () => {
    const seen = await build(registryStore(registry, 'twice/cache'), 'a', {
      inputs: { 'cache-to': `${registry.host}/twice/cache:main` },
    })
    expect(seen).toMatchObject({ exitCode: 0, runs: 2, outputs: { 'cache-written': 'false' } })
    expect(await registry.tags('twice/cache')).toEqual(['main'])
  })
})

describe('a directory', () => {
  test('another holds BuildKit’s lock of its index: of no matter, since a build has a view of its own', async () => {
    const folder = tempFolder('busy')
    // The command itself holds the lock, so that it goes when the command is killed.
    const lock = spawn('flock', ['--no-fork', join(folder, 'index.json.lock'), 'sleep', '120'])
    const seen = await build(localStore(folder), 'a', { inputs: { 'cache-strict': 'true' } })
    lock.kill()
    expect(seen).toMatchObject({ exitCode: 0, runs: 1, outputs: { 'cache-written': 'true' } })
    expect(warnings(seen)).toEqual([])
  })

  test('its index was left half written: nothing is written over it, and that is trouble', async () => {
    const folder = tempFolder('spoilt')
    writeFileSync(join(folder, 'index.json'), '{"manifests": [')
    const store = localStore(folder)
    const seen = await build(store, 'a', { inputs: { 'cache-strict': 'true' } })
    expect(seen).toMatchObject({ exitCode: 1, runs: 1, outputs: { 'cache-written': 'false' } })
    expect(warnings(seen).join('\n')).toMatch(
      /^::warning::.*was not read: .*\n(.*\n)*::error::cache-strict: /,
    )
    expect(readFileSync(join(folder, 'index.json'), 'utf8')).toBe('{"manifests": [')
  })

  test('it is a file: the build goes on without it', async () => {
    project.write('file', '')
    const seen = await build(localStore(join(project.folder, 'file')), 'a')
    expect(seen).toMatchObject({ exitCode: 0, runs: 1, outputs: { 'cache-written': 'false' } })
    expect(warnings(seen)).toContainEqual(expect.stringContaining('The local cache was not written: '))
  })
})

describe('cache-strict', () => {
  const strict = { inputs: { 'cache-strict': 'true' } }

  test('a scope that is not there yet is no trouble', async () => {
    const store = azblobStore(azurite, 'strict')
    const seen = await build(store, 'a', strict)
    expect(seen).toMatchObject({ exitCode: 0, outputs: { 'cache-written': 'true' } })
  })

  test('nor is one that the plan does not write', async () => {
    const store = registryStore(registry, 'strict/cache')
    const inputs = { ...strict.inputs, 'cache-write': 'never' }
    expect(await build(store, 'a', { inputs })).toMatchObject({ exitCode: 0 })
  })

  test('a store that is down is: the image is built, then the step fails with one sentence', async () => {
    const cache = 'type=registry,ref=127.0.0.1:9/app/cache'
    const seen = await build({ step: () => ({ inputs: { cache } }) }, 'a', strict)
    expect(seen).toMatchObject({ exitCode: 1, program: `a 1.0\nprint ${count - 1}\n` })
    expect(warnings(seen).filter((it) => it.startsWith('::error::'))).toEqual([
      '::error::cache-strict: the registry cache main was not read: connection refused and the registry cache main was not written: connection refused.',
    ])
  })
})
