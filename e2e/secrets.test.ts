import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { GithubEvent } from './events/event.ts'
import { fork, pullRequest, pushTo } from './events/simple.ts'
import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { type Registry, startRegistry } from './parts/registry.ts'
import { type Project, stagedProject, tempFolder } from './project.ts'
import type { Outcome, Step } from './runner.ts'
import { buildOn } from './stage.ts'
import { registryStore } from './stores/registry.ts'

// A step that mounts a secret has one key with the secret and without it (docs/secrets.md): what a run without it has
// built must not get into an image that is built with it.
const dockerfile = `
FROM scratch AS base
ADD rootfs.tar /
FROM base AS work
COPY lockfile /
RUN --mount=type=secret,id=license if test -s /run/secrets/license; then echo with; else echo without; fi > /result
FROM scratch
COPY --from=work /result /
`
const STEPS = 4
const LICENSE = 'a-license-that-nobody-may-see'

let a: Machine
let b: Machine
let registry: Registry
let repository: string
let project: Project
let count = 0

beforeAll(async () => {
  ;[a, b, registry] = await Promise.all([startBuildkitd('a'), startBuildkitd('b'), startRegistry()])
})

afterAll(async () => {
  await Promise.all([a, b, registry].map((part) => part?.stop()))
})

beforeEach(() => {
  repository = `secrets-${count++}/cache`
  project = stagedProject()
  project.write('Dockerfile', dockerfile)
})

type Built = { result: string; cached: number; notices: number; outcome: Outcome }

/** Builds on an empty machine: what is not run again came from a cache. */
async function build(
  machine: Machine,
  event: GithubEvent,
  license: string,
  more: Pick<Step, 'inputs' | 'matrix' | 'index'> = {},
): Promise<Built> {
  machine.prune()
  const dest = tempFolder('result')
  const outcome = await buildOn(machine, {
    event,
    workspace: project.folder,
    ...more,
    inputs: {
      cache: `type=registry,ref=${registry.host}/${repository}`,
      secrets: `license=${license}`,
      outputs: `type=local,dest=${dest}`,
      ...more.inputs,
    },
  })
  if (outcome.exitCode !== 0) throw new Error(outcome.log)
  expect(outcome.log.replace(`::add-mask::${LICENSE}\n`, '')).not.toContain(LICENSE)
  const notices = outcome.log.match(/^::notice::This run has no value for secret license: /gm) ?? []
  return {
    result: readFileSync(join(dest, 'result'), 'utf8').trim(),
    cached: Number(outcome.outputs['steps-cached']),
    notices: notices.length,
    outcome,
  }
}

const complete = (cached: number) => ({ result: 'with', cached, notices: 0 })
const lacking = (cached: number) => ({ result: 'without', cached, notices: 1 })

/** The tags of the cache, the hashes left out of those that are apart. */
async function tags(): Promise<string[]> {
  const { scopes } = await registryStore(registry, repository).contents()
  return Object.keys(scopes).map((it) => it.replace(/secrets-[0-9a-f]{16}/, 'secrets'))
}

test('Dependabot’s branch, built without the secret, is merged: main builds with it', async () => {
  const head = 'dependabot-app-2'
  const dependabot = pullRequest(head, 'main')
  expect(await build(a, pushTo('main'), LICENSE)).toMatchObject(complete(0))
  project.write('lockfile', 'a 2.0\n')
  // It starts from main, and finds its own work again.
  expect(await build(b, dependabot, '')).toMatchObject(lacking(1))
  expect(await build(b, dependabot, '')).toMatchObject(lacking(STEPS))
  const merge = pushTo('main', [`Merge pull request #7 from octo/${head}`])
  // The last step copies what main has had before.
  expect(await build(a, merge, LICENSE)).toMatchObject(complete(2))
  expect(await tags()).toEqual(['main', `without.secrets__${head}`])
})

test('a fork’s pull request, built without the secret, is merged: main builds with it', async () => {
  const inputs = { 'cache-write': 'always' }
  expect(await build(a, pushTo('main'), LICENSE)).toMatchObject(complete(0))
  project.write('lockfile', 'a 2.0\n')
  expect(await build(b, fork('main', 'main'), '', { inputs })).toMatchObject(lacking(1))
  expect(await build(a, fork('main', 'main'), '', { inputs })).toMatchObject(lacking(STEPS))
  const merge = pushTo('main', ['Merge pull request #7 from stranger/main'])
  expect(await build(b, merge, LICENSE)).toMatchObject(complete(2))
  expect(await tags()).toEqual(['main', 'without.secrets__pr-7'])
})

test('the jobs of a matrix that differ in a secret do not share the step', async () => {
  const job = (machine: Machine, index: number, license: string) =>
    build(machine, pushTo('main'), license, { matrix: { edition: index }, index })
  expect(await job(a, 0, LICENSE)).toMatchObject(complete(0))
  // A complete job 1 would read its own scope and main's common one; this one reads the two that are apart.
  const second = await job(b, 1, '')
  expect(second).toMatchObject(lacking(0))
  expect(second.outcome.log.match(/^read {12}.*$/gm)).toEqual([
    expect.stringMatching(/ without\.secrets-\w+__main\.\.\S+ \(own: main\)$/),
    expect.stringMatching(/ without\.secrets-\w+__main \(own: main\)$/),
  ])
  project.write('lockfile', 'a 2.0\n')
  // The last step copies what the job has had before.
  expect(await job(b, 1, '')).toMatchObject(lacking(2))
  expect(await job(a, 0, LICENSE)).toMatchObject(complete(2))
  expect(await job(b, 1, '')).toMatchObject(lacking(STEPS))
  // And when a job has the secret for the first time:
  project.write('lockfile', 'a 3.0\n')
  expect(await job(a, 1, '')).toMatchObject(lacking(2))
  expect((await job(b, 1, LICENSE)).result).toBe('with')
})
