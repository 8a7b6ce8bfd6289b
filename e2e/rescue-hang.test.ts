import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { pushTo } from './events/simple.ts'
import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { type Engine, startEngine } from './parts/engine.ts'
import { type Hole, NOT_FOUND, startHole } from './parts/hole.ts'
import { startRecorder } from './parts/recorder.ts'
import { type Registry, startRegistry } from './parts/registry.ts'
import { startAll } from './parts/start-all.ts'
import { type Project, stagedProject, tempFolder } from './project.ts'
import type { Outcome } from './runner.ts'
import { buildOn } from './stage.ts'

// A store that accepts the connection and never answers: BuildKit waits for it forever.

let hole: Hole
let project: Project

beforeEach(async () => {
  hole = await startHole()
  project = stagedProject()
  project.write('Dockerfile', 'FROM scratch\nADD rootfs.tar /\nCOPY source /\n')
})

afterEach(() => hole.stop())

type Built = Outcome & { source: string; runs: number }

async function build(
  on: { env: Record<string, string> },
  inputs: Record<string, string>,
  onOutput?: (text: string) => void,
): Promise<Built> {
  const dest = tempFolder('result')
  const outcome = await buildOn(on, {
    event: pushTo('main'),
    workspace: project.folder,
    ...(onOutput ? { onOutput } : {}),
    inputs: { outputs: `type=local,dest=${dest}`, 'cache-timeout': '3s', ...inputs },
  })
  const file = join(dest, 'source')
  return {
    ...outcome,
    source: existsSync(file) ? readFileSync(file, 'utf8') : '',
    runs: outcome.log.match(/ buildx build /g)?.length ?? 0,
  }
}

type Manifest = { layers: { digest: string }[] }

const messages = ({ log }: Outcome): string[] => log.match(/^::(warning|error)::.*/gm) ?? []
const cacheAt = (host: string): string => `type=registry,ref=${host}/app/cache`
const importOf = (host: string): Record<string, string> => ({
  cache: cacheAt(host),
  'cache-write': 'never',
})

describe('on a builder of the remote driver', () => {
  let machine: Machine
  let registry: Registry

  beforeAll(async () => {
    ;[machine, registry] = await startAll(startBuildkitd(), startRegistry())
  })

  afterAll(async () => {
    for (const part of [machine, registry]) await part?.stop()
  })

  test('an export is cut, and the builder is fine', async () => {
    hole.answer = (asked) => (asked.startsWith('HEAD') ? NOT_FOUND : undefined)
    const seen = await build(machine, { cache: cacheAt(hole.host) })
    expect(seen).toMatchObject({ exitCode: 0, source: 'print a\n', runs: 2 })
    expect(seen.outputs['cache-written']).toBe('false')
    expect(messages(seen)).toEqual([
      `::warning::The registry cache at ${hole.host} was not read: it did not respond within 3 s; the image was built without it.`,
      `::warning::The registry cache at ${hole.host} was not written: it did not respond within 3 s; the image was built without it.`,
    ])
    expect(await build(machine, { cache: 'none' })).toMatchObject({ exitCode: 0, source: 'print a\n' })
  })

  test('one whose store answers when it is asked again is left alone', async () => {
    let isHeld = true
    hole.answer = (asked) => (/^(GET|HEAD)/.test(asked) || !isHeld ? NOT_FOUND : undefined)
    const seen = await build(machine, { cache: cacheAt(hole.host) }, (text) => {
      if (!text.includes('exporting cache to registry')) return
      setTimeout(() => {
        isHeld = false
        hole.hangUp()
      }, 9_000)
    })
    expect(seen).toMatchObject({ exitCode: 0, source: 'print a\n', runs: 1 })
    expect(seen.milliseconds).toBeGreaterThan(8_000)
  })

  test('a layer that never comes: the steps are built instead', async () => {
    let isHeld = false
    const recorder = await startRecorder(`http://${registry.host}`, async ({ method, url }) => {
      if (isHeld && method === 'GET' && (await layers()).some((it) => url.endsWith(it)))
        await new Promise(() => {})
      return undefined
    })
    const layers = async (): Promise<string[]> => {
      const accept = 'application/vnd.oci.image.manifest.v1+json'
      const url = `http://${registry.host}/v2/app/cache/manifests/main`
      const manifest = (await (await fetch(url, { headers: { accept } })).json()) as Manifest
      return manifest.layers.map(({ digest }) => digest)
    }
    const cache = cacheAt(new URL(recorder.url).host)
    await build(machine, { cache })
    isHeld = true
    machine.prune()
    const seen = await build(machine, { cache, 'cache-write': 'never' })
    await recorder.stop()
    expect(seen).toMatchObject({ exitCode: 0, source: 'print a\n', runs: 2 })
    expect(messages(seen)).toEqual([expect.stringMatching(/was not read: it did not respond within 3 s/)])
    expect(await build(machine, { cache: 'none' })).toMatchObject({ exitCode: 0, source: 'print a\n' })
  })

  // The last on this machine: nothing can be built there any more.
  test('a builder that cannot be restarted: the log says what to do, and the step ends', async () => {
    const seen = await build(machine, importOf(hole.host))
    const sentence = `The builder is blocked on the registry cache at ${hole.host}, which isn't responding; all builds may hang until it is restarted: restart its buildkitd.`
    expect(seen).toMatchObject({ exitCode: 1, runs: 2 })
    expect(messages(seen)[0]).toBe(`::error::${sentence}`)
    expect(messages(seen)[1]).toContain('was not read: it did not respond within 3 s')
    // 3 s, 5 s for buildx to end, and 3 s for the second run.
    expect(seen.milliseconds).toBeLessThan(40_000)
  })
})

describe('on a builder in a container', () => {
  let engine: Engine

  beforeAll(async () => {
    engine = await startEngine()
    await engine.createBuilder('box', '--use')
  })

  afterAll(() => engine?.stop())

  test('an import: the builder is healed with all it holds, and the image built', async () => {
    expect(await build(engine, { cache: 'none' })).toMatchObject({ exitCode: 0 })
    const seen = await build(engine, { cache: cacheAt(hole.host) })
    expect(seen).toMatchObject({ exitCode: 0, source: 'print a\n', runs: 2 })
    expect(messages(seen)).toEqual([
      `::warning::The registry cache at ${hole.host} was not read: it did not respond within 3 s; the image was built without it.`,
      `::warning::The registry cache at ${hole.host} was not written: it did not respond within 3 s; the image was built without it.`,
    ])
    expect(seen.outputs).toMatchObject({ 'steps-cached': '2', 'cache-written': 'false' })
    expect(JSON.parse(seen.outputs['cache-sources'] ?? '')).toEqual([
      expect.objectContaining({ state: 'failed', why: 'it did not respond within 3 s' }),
    ])
    expect(await build(engine, { cache: 'none' })).toMatchObject({ exitCode: 0, source: 'print a\n' })
  })

  test('with cache-strict the image is built all the same, and the step fails', async () => {
    const seen = await build(engine, { ...importOf(hole.host), 'cache-strict': 'true' })
    expect(seen).toMatchObject({ exitCode: 1, source: 'print a\n', runs: 2 })
    expect(messages(seen)).toContain(
      '::error::cache-strict: the registry cache main was not read: it did not respond within 3 s.',
    )
  })

  // The last on this engine: its own builder hangs then.
  test('on the engine’s own builder an import cannot be healed either', async () => {
    const seen = await build(engine, { ...importOf(hole.host), builder: 'default' })
    expect(seen).toMatchObject({ exitCode: 1, runs: 2 })
    expect(messages(seen)[0]).toMatch(/^::error::The builder is blocked on .*: restart the Docker daemon\.$/)
  })
})
