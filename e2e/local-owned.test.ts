import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type CacheService, startCacheService } from './cache-service/server.ts'
import { tokens } from './cache-service/token.ts'
import type { GithubEvent } from './events/event.ts'
import { pullRequest, pushTo } from './events/simple.ts'
import { type Azurite, startAzurite } from './parts/azurite.ts'
import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { startAll } from './parts/start-all.ts'
import { type Project, STEPS, stagedProject, tempFolder } from './project.ts'
import { type Outcome, runPost, type Step } from './runner.ts'
import { buildOn } from './stage.ts'
import { serviceVariables, tokenFor } from './stores/gha.ts'

let machine: Machine
let azurite: Azurite
let service: CacheService
let project: Project
/** The runner's folder for temporary files: the same path in each job, and empty when a job starts. */
let temp: string
let runs = 0

beforeAll(async () => {
  ;[machine, azurite] = await startAll(startBuildkitd(), startAzurite())
  temp = join(tempFolder('runner'), '_temp')
})

afterAll(async () => {
  for (const part of [machine, service, azurite]) await part?.stop()
})

beforeEach(async () => {
  await service?.stop()
  service = await startCacheService(azurite)
  project = stagedProject()
})

type Job = { main: Outcome; post: Outcome; asked: string[]; archives: string[]; log: string }
type Given = Partial<Step> & { token?: string; env?: Record<string, string> }

/** One job on an empty machine: each step, then what each does after all of them, the last first. */
async function job(event: GithubEvent, ...steps: Given[]): Promise<Job> {
  machine.prune()
  rmSync(temp, { recursive: true, force: true })
  mkdirSync(temp)
  const run = String(++runs)
  const before = service.asked.length
  const done: [Step, Outcome][] = []
  for (const { token = tokenFor(event), env, inputs, ...given } of steps.length === 0 ? [{}] : steps) {
    const step: Step = {
      event,
      workspace: project.folder,
      inputs: { context: '.', cache: 'local', ...inputs },
      env: { RUNNER_TEMP: temp, GITHUB_RUN_ID: run, ...serviceVariables(service, token), ...env },
      ...given,
    }
    done.push([step, await buildOn(machine, step)])
  }
  let post: Outcome | undefined
  for (const [step, main] of done.toReversed()) {
    const env = { ...machine.env, PATH: '/usr/bin:/bin', ...step.env }
    post = await runPost({ ...step, env }, main)
    expect(post?.exitCode).toBe(0)
  }
  const last = done.at(-1) as [Step, Outcome]
  return {
    main: last[1],
    post: post as Outcome,
    asked: service.asked
      .slice(before)
      .map((it) => it.split(' ')[0] ?? '')
      .filter((it) => it !== '/'),
    archives: service.entries().map(({ key }) => key.replace(/#.*/, '#')),
    log: `${last[1].log}\n${post?.log}`,
  }
}

/** The tags in our own directory. */
function tags(): string[] {
  const { manifests } = JSON.parse(readFileSync(join(temp, 'buildx-branch-cache/cache/index.json'), 'utf8'))
  type Manifest = { annotations: Record<string, string> }
  return manifests.map((it: Manifest) => it.annotations['org.opencontainers.image.ref.name']).sort()
}

const MAIN = 'buildx-branch-cache/octo/app/main#'
const FEATURE = 'feature-a-951d42dc02dc7431'
const all = { 'steps-cached': `${STEPS}`, 'cache-hit': 'true' }

test('a branch’s directory travels from run to run, and is saved where something is new', async () => {
  const first = await job(pushTo('main'))
  expect(first.main.outputs).toMatchObject({
    'steps-cached': '0',
    'cache-written': 'true',
    'cache-scope': 'main',
  })
  expect(first.log).toContain('Nothing restored: no archive of main')
  expect(first.log).toMatch(
    /Saved [\d.]+ [kM]B as buildx-branch-cache\/octo\/app\/main#1-1-[0-9a-f]{12} in [\d.]+ s\./,
  )
  expect(first.archives).toEqual([MAIN])

  const second = await job(pushTo('main'))
  expect(second.main.outputs).toMatchObject(all)
  expect(second.log).toMatch(/Restored [\d.]+ [kM]B of main in [\d.]+ s\./)
  expect(second.main.summary).toMatch(/Restored [\d.]+ [kM]B of main/)
  expect(second.log).toContain('Nothing to save: no new layers.')
  expect(second.asked).toEqual(['GetCacheEntryDownloadURL'])

  project.write('source', 'print b\n')
  const third = await job(pushTo('main'))
  expect(third.main.outputs).toMatchObject({ 'steps-cached': '3', 'cache-written': 'true' })
  expect(third.archives).toEqual([MAIN, MAIN])
  const fourth = await job(pushTo('main'))
  expect(fourth.main.outputs).toMatchObject(all)
})

test('a branch falls back to the default branch, and its archive holds its own scope alone', async () => {
  await job(pushTo('main'))
  const same = await job(pushTo('feature/a'))
  expect(same.main.outputs).toMatchObject(all)
  expect(same.log).toMatch(/Restored .* of main in/)
  expect(same.archives).toEqual([MAIN])

  project.write('source', 'print b\n')
  const changed = await job(pushTo('feature/a'))
  expect(changed.main.outputs).toMatchObject({ 'steps-cached': '3', 'cache-written': 'true' })
  expect(changed.archives).toEqual([MAIN, `buildx-branch-cache/octo/app/${FEATURE}#`])
  const again = await job(pushTo('feature/a'))
  expect(again.main.outputs).toMatchObject(all)
  expect(again.log).toContain(` of ${FEATURE} in `)
  expect(tags()).toEqual([FEATURE])
})

test('a pull request falls back to its base', async () => {
  await job(pushTo('main'))
  project.write('source', 'print dev\n')
  await job(pushTo('dev'))
  const pull = await job(pullRequest('feature/a', 'dev'))
  expect(pull.main.outputs).toMatchObject(all)
  expect(pull.log).toMatch(/Restored .* of dev in/)
})

test('of a matrix, job 0 saves the common scope with its own, and a new job starts from that', async () => {
  const node = (value: number, index: number): Given => ({ matrix: { node: value }, index })
  const first = await job(pushTo('main'), node(22, 0))
  expect(first.archives).toEqual([MAIN])
  expect(tags()).toEqual(['main', first.main.outputs['cache-scope']])
  project.write('source', 'print 24\n')
  const second = await job(pushTo('main'), node(24, 1))
  expect(second.main.outputs).toMatchObject({ 'steps-cached': '3' })
  expect(second.archives).toEqual([
    MAIN,
    `buildx-branch-cache/octo/app/${second.main.outputs['cache-scope']}#`,
  ])
  const again = await job(pushTo('main'), node(24, 1))
  expect(again.main.outputs).toMatchObject(all)
})

test('two steps of a job with the same cache restore once and save once', async () => {
  const two = await job(pushTo('main'), {}, { inputs: { 'build-args': 'x=1' } })
  expect(two.log).toContain('The directory already exists, from an earlier step of this job.')
  expect(two.archives).toEqual([MAIN])
})

test('a build that fails saves nothing', async () => {
  project.write('Dockerfile', 'FROM scratch\nADD rootfs.tar /\nRUN cat /nowhere\n')
  const failed = await job(pushTo('main'))
  expect(failed.main.exitCode).toBe(1)
  expect(failed.main.state).not.toHaveProperty('save')
  expect(failed.asked).toEqual(['GetCacheEntryDownloadURL'])
  expect(failed.archives).toEqual([])
})

describe('whatever the service allows, the build is green and the log is right', () => {
  const ref = 'refs/heads/main'
  const closed = 'http://127.0.0.1:9/'
  type Row = [name: string, given: () => Given, cached: number, said: string, asked: string[]]
  const get = 'GetCacheEntryDownloadURL'
  const rows: Row[] = [
    [
      'read-only',
      () => ({ token: tokens.readOnly(ref) }),
      3,
      "nothing by GitHub's cache service: GitHub's token for this event is read-only",
      [get],
    ],
    [
      'write-only',
      () => ({ token: tokens.writeOnly(ref) }),
      0,
      "GitHub's cache is not read: the token cannot read any scope.",
      // The service cannot be asked whether the archive already exists.
      [get, 'CreateCacheEntry', 'FinalizeCacheEntryUpload'],
    ],
    ['no scope', () => ({ token: tokens.none() }), 0, 'not used: the token cannot read any scope.', []],
    ['expired', () => ({ token: tokens.expired(ref) }), 0, 'not used: the token has expired.', []],
    [
      'cache-mode read',
      () => ({ env: { ACTIONS_CACHE_MODE: 'read' } }),
      3,
      "nothing by GitHub's cache service: the workflow's cache-mode is read",
      [get],
    ],
    [
      'cache-mode none',
      () => ({ env: { ACTIONS_CACHE_MODE: 'none' } }),
      0,
      "GitHub's cache is not used: the workflow's cache-mode is none.",
      [],
    ],
    [
      'no token',
      () => ({ env: { ACTIONS_RUNTIME_TOKEN: '' } }),
      0,
      'not used: this step has no token of the Actions cache service',
      [],
    ],
    [
      'no URL',
      () => ({ env: { ACTIONS_RESULTS_URL: '' } }),
      0,
      'not used: this step has no URL of the Actions cache service',
      [],
    ],
    [
      'a server of one’s own without a cache service',
      () => ({ env: { GITHUB_SERVER_URL: 'https://github.example.com' } }),
      0,
      'not used: this step has no URL of the Actions cache service',
      [],
    ],
    [
      'the service is down',
      () => ({ env: { ACTIONS_RESULTS_URL: closed } }),
      0,
      'Nothing saved: the cache service does not respond.',
      [],
    ],
  ]
  test.each(rows)('%s', async (_, given, cached, said, asked) => {
    await job(pushTo('main'))
    project.write('source', 'print b\n')
    const seen = await job(pushTo('main'), given())
    expect(seen.main.exitCode).toBe(0)
    expect(seen.main.outputs['steps-cached']).toBe(String(cached))
    expect(seen.log).toContain(said)
    expect(seen.asked).toEqual(asked)
    expect(seen.log).not.toMatch(/^::error/m)
  })
})

describe('cache-strict', () => {
  const strict = { inputs: { 'cache-strict': 'true' } }
  test('no archive yet is no trouble', async () => {
    const { main } = await job(pushTo('main'), strict)
    expect(main.exitCode).toBe(0)
  })

  test.each<[string, Given, string]>([
    [
      'a service that is down is',
      { env: { ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' } },
      'Nothing restored: the cache service does not respond',
    ],
    [
      'and so is one that may not be used',
      { token: tokens.none() },
      "GitHub's cache was not used: the token cannot read any scope",
    ],
  ])('%s', async (_, given, sentence) => {
    const { main } = await job(pushTo('main'), { ...given, ...strict })
    expect(main).toMatchObject({ exitCode: 1, outputs: { 'steps-cached': '0' } })
    expect(main.log.match(/^::error.*/gm)).toEqual([`::error::cache-strict: ${sentence}.`])
    expect(main.log.match(/^::warning.*/gm)).toHaveLength(1)
  })
})

test('a service that takes the call and says nothing costs seconds', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
  const { port } = silent.address() as AddressInfo
  try {
    const seen = await job(pushTo('main'), { env: { ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/` } })
    expect(seen.main.exitCode).toBe(0)
    expect(seen.log).toContain('Nothing restored: the cache service does not respond.')
    expect(seen.log).toContain('Nothing saved: the cache service does not respond.')
  } finally {
    silent.closeAllConnections()
    silent.close()
  }
})
