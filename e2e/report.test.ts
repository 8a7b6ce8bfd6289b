import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { render, readable as textOf } from '../bench/prove/rendered.ts'
import { pullRequest, pushTo } from './events/simple.ts'
import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { bin } from './parts/part.ts'
import { type Registry, startRegistry } from './parts/registry.ts'
import { makeProject, type Project, STEPS, stagedProject } from './project.ts'
import { type Outcome, runStep, type Step } from './runner.ts'

// What the report says of real builds: in the outputs, in the job summary and in the log.

let a: Machine
let b: Machine
let registry: Registry
let repository: string
let count = 0

beforeAll(async () => {
  ;[a, b, registry] = await Promise.all([startBuildkitd('a'), startBuildkitd('b'), startRegistry()])
})

afterAll(async () => {
  for (const part of [a, b, registry]) await part?.stop()
})

beforeEach(() => {
  repository = `report-${count++}/cache`
  a.prune()
  b.prune()
})

type Given = Partial<Step> & Pick<Step, 'event' | 'workspace'>

function build(machine: Machine, step: Given, host = registry.host): Promise<Outcome> {
  const env = { ...machine.env, PATH: `${bin}:/usr/bin:/bin`, ...step.env }
  const cache = `type=registry,ref=${host}/${repository}`
  return runStep({ ...step, env, inputs: { context: '.', cache, ...step.inputs } })
}

const sourcesOf = ({ outputs }: Outcome): unknown[] => JSON.parse(outputs['cache-sources'] ?? '[]')

/** The summary as a person reads it. */
function readable({ summary }: Outcome): string {
  return summary
    .replace(/<\/?(code|b|i|br)>/g, '')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replaceAll('`', '')
}

describe('main’s build, then a branch’s on an empty builder', () => {
  let project: Project

  beforeEach(async () => {
    project = stagedProject()
    expect(await build(a, { event: pushTo('main'), workspace: project.folder })).toMatchObject({
      exitCode: 0,
    })
  })

  test('all steps came from main', async () => {
    const outcome = await build(b, { event: pushTo('feature/a'), workspace: project.folder })
    expect(outcome.outputs).toMatchObject({ 'cache-hit': 'true', 'cache-hit-ratio': '1.00' })
    expect(sourcesOf(outcome)).toEqual([
      {
        backend: 'registry',
        scope: 'feature-a-951d42dc02dc7431',
        role: 'own',
        branch: 'feature/a',
        common: false,
        state: 'missing',
        why: '',
      },
      {
        backend: 'registry',
        scope: 'main',
        role: 'default',
        branch: 'main',
        common: false,
        state: 'found',
        why: '',
      },
    ])
    const text = readable(outcome)
    expect(text).toContain(`Cache of feature/a: ${STEPS} of ${STEPS} steps cached`)
    expect(text).toContain('They came from main (default).')
    expect(outcome.log).toContain(`::group::Cache: ${STEPS} of ${STEPS} steps cached\n`)
    expect(outcome.log).toContain('They came from main (default).')
  })

  test('what was changed is named, with its line and what ran again', async () => {
    project.write('source', 'print b\n')
    const outcome = await build(b, { event: pullRequest('fix', 'main', 'opened'), workspace: project.folder })
    expect(outcome.outputs).toMatchObject({ 'cache-hit': 'partial', 'steps-cached': '3' })
    const text = readable(outcome)
    expect(text).toContain('The cached ones came from main (base).')
    expect(text).toMatch(
      /- Dockerfile:8 COPY source \/ \(stage build\) was not found in the caches: it ran, and so did the 3 steps made/,
    )
  })

  test('its second push finds both, and does not claim to know which gave what', async () => {
    await build(b, { event: pushTo('feature/a'), workspace: project.folder })
    b.prune()
    const outcome = await build(b, { event: pushTo('feature/a'), workspace: project.folder })
    expect(readable(outcome)).toContain(
      'They came from feature/a (own) or main (default); BuildKit merges what it reads',
    )
  })

  test('where both have layers to give, those of main are known by their digests', async () => {
    project.write('source', 'print b\n')
    await build(b, { event: pushTo('feature/a'), workspace: project.folder })
    b.prune()
    project.write('source', 'print c\n')
    const outcome = await build(b, { event: pushTo('feature/a'), workspace: project.folder })
    expect(outcome.outputs).toMatchObject({ 'steps-cached': '3', 'cache-hit': 'partial' })
    // The steps that ran needed those of the two that did not change.
    expect(readable(outcome)).toMatch(
      /Downloaded 3 layers \(.* All of them \([\d.]+ MB\) are in the cache of main \(default\)\./,
    )
  })

  test('a builder that has built it before may have had the steps itself', async () => {
    const outcome = await build(a, { event: pushTo('feature/a'), workspace: project.folder })
    expect(readable(outcome)).toContain('They were in the builder itself or came from main (default).')
  })
})

test('with the registry stopped it says that the import failed, and why', async () => {
  const gone = await startRegistry()
  await gone.stop()
  const outcome = await build(a, { event: pushTo('main'), workspace: stagedProject().folder }, gone.host)
  expect(outcome).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'false', 'cache-written': 'false' } })
  expect(sourcesOf(outcome)).toEqual([
    expect.objectContaining({ state: 'failed', why: 'connection refused' }),
  ])
  const text = readable(outcome)
  expect(text).toContain('✗ not read | main (own)registry mainconnection refused |')
  expect(text).toContain('✗ not written | registry mainconnection refused |')
})

test('a build that fails has a report', async () => {
  const { folder } = makeProject('FROM scratch\nCOPY Dockerfile /\nCOPY nothing /\nRUN never\n')
  const outcome = await build(a, { event: pushTo('main'), workspace: folder })
  // The first COPY has begun or not when the second one fails; BuildKit calls it cached in either case.
  expect(outcome).toMatchObject({ exitCode: 1, outputs: { 'steps-cached': '0' } })
  expect(outcome.outputs['steps-total']).toMatch(/^[12]$/)
  expect(readable(outcome)).toMatch(/failed [\d.]+ s +2\/3 +COPY nothing \//)
})

test('one that fails before its first step has no ratio', async () => {
  const { folder } = makeProject('FROM scratch\nCOPPY a /\n')
  const outcome = await build(a, { event: pushTo('main'), workspace: folder })
  expect(outcome.exitCode).toBe(1)
  expect(outcome.outputs['steps-total']).toBeUndefined()
  expect(outcome.summary).toContain('the build failed before its first step')
})

describe('what the user writes stays in its place', () => {
  const hostile = '</code></td> | **x** `y` ::error::no ##[error]no %0A &lt; <img src=x> @someone'

  test('in the summary and in the log', async () => {
    const project = stagedProject()
    project.write('Dockerfile', `FROM scratch\nADD rootfs.tar /\nRUN echo '${hostile}'\n`)
    const outcome = await build(a, { event: pushTo('main'), workspace: project.folder })
    expect(outcome.exitCode).toBe(0)
    // It stands there letter for letter, where the runner's mask would find it, and is no markup on the page.
    expect(outcome.summary).toContain(hostile)
    const page = render(outcome.summary)
    expect(page).not.toMatch(/<img|<strong>x/)
    expect(textOf(page)).toContain(hostile)
  })
})

test('DOCKER_BUILD_SUMMARY turns the summary off, and a runner without one is fine', async () => {
  const workspace = stagedProject().folder
  const off = await build(a, { event: pushTo('main'), workspace, env: { DOCKER_BUILD_SUMMARY: 'false' } })
  expect(off).toMatchObject({ exitCode: 0, summary: '' })
  for (const file of ['', '/nowhere/summary']) {
    const env = { GITHUB_STEP_SUMMARY: file }
    expect(await build(a, { event: pushTo('main'), workspace, env })).toMatchObject({
      exitCode: 0,
      summary: '',
    })
  }
})

test('without a cache the steps are shown, and nothing is claimed', async () => {
  const outcome = await build(a, {
    event: pushTo('main'),
    workspace: stagedProject().folder,
    inputs: { cache: 'none' },
  })
  expect(outcome.outputs).toMatchObject({ 'steps-total': String(STEPS) })
  expect(outcome.outputs).not.toHaveProperty('cache-hit')
  expect(outcome.outputs).not.toHaveProperty('cache-sources')
  expect(outcome.summary).toContain('ADD')
})

test('a builder of two nodes: the steps of both are counted', async () => {
  const { folder } = makeProject(
    'FROM scratch\nARG TARGETARCH\nCOPY $TARGETARCH /\nCOPY Dockerfile /\nCOPY common /\n',
  )
  for (const name of ['amd64', 'arm64', 'common']) writeFileSync(join(folder, name), name)
  const buildx = (...args: string[]): void => {
    const env = { ...process.env, ...a.env }
    execFileSync(join(bin, 'docker-buildx'), [...args, '--driver', 'remote'], { env, stdio: 'pipe' })
  }
  buildx('create', `unix://${a.socket}`, '--name', 'two', '--platform', 'linux/amd64')
  buildx('create', `unix://${b.socket}`, '--name', 'two', '--platform', 'linux/arm64', '--append')
  const platforms = 'linux/amd64,linux/arm64'
  const inputs = { cache: 'none', builder: 'two', platforms, outputs: 'type=cacheonly' }
  const first = await build(a, { event: pushTo('main'), workspace: folder, inputs })
  expect(first.outputs).toMatchObject({ 'steps-total': '6', 'steps-cached': '0' })
  expect(readable(first)).toMatch(/linux\/amd64 1\/3 +COPY amd64 \//)
  expect(readable(first)).toMatch(/linux\/arm64 1\/3 +COPY arm64 \//)
  const second = await build(a, { event: pushTo('main'), workspace: folder, inputs })
  expect(second.outputs).toMatchObject({ 'steps-total': '6', 'steps-cached': '6' })
})
