import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { pushTo } from './events/simple.ts'
import { bin } from './parts/part.ts'
import { type Registry, startRegistry } from './parts/registry.ts'
import { startAll } from './parts/start-all.ts'
import { makeProject, type Project } from './project.ts'
import type { Outcome } from './runner.ts'
import { buildOn, type Stage, startStage } from './stage.ts'

let stage: Stage
let registry: Registry
let project: Project

// No RUN: the second node is of this machine's platform too.
const dockerfile = `
FROM scratch AS build
ARG TARGETARCH
COPY common /
COPY $TARGETARCH /
FROM scratch
COPY --from=build / /
`
const STEPS = 3

beforeAll(async () => {
  ;[stage, registry] = await startAll(startStage(), startRegistry())
  project = makeProject(dockerfile)
  for (const name of ['common', 'amd64', 'arm64']) project.write(name, name)
  const { a, b } = stage
  const buildx = (...args: string[]): void => {
    const env = { ...process.env, ...a.env }
    execFileSync(join(bin, 'docker-buildx'), [...args, '--driver', 'remote'], { env, stdio: 'pipe' })
  }
  buildx('create', `unix://${a.socket}`, '--name', 'two', '--platform', 'linux/amd64')
  buildx('create', `unix://${b.socket}`, '--name', 'two', '--platform', 'linux/arm64', '--append')
})

afterAll(async () => {
  await Promise.all([stage, registry].map((part) => part?.stop()))
})

beforeEach(() => stage.prune())

async function build(repository: string, platforms: string): Promise<Outcome> {
  const cache = `type=registry,ref=${registry.host}/${repository}/cache`
  const inputs = { cache, platforms, builder: 'two', outputs: 'type=cacheonly' }
  const outcome = await buildOn(stage.a, { event: pushTo('main'), workspace: project.folder, inputs })
  if (outcome.exitCode !== 0) throw new Error(outcome.log)
  return outcome
}

const warnings = ({ log }: Outcome): string[] => log.match(/^::warning::.*/gm) ?? []

test('several platforms on several nodes: one warning, and the last node’s cache alone stays', async () => {
  const first = await build('several', 'linux/amd64,linux/arm64')
  expect(warnings(first)).toEqual([
    expect.stringMatching(
      /^::warning::The builder has 2 nodes and the build 2 platforms: .*docs\/matrix\.md/,
    ),
  ])
  stage.prune()
  const { outputs } = await build('several', 'linux/amd64,linux/arm64')
  expect(outputs).toMatchObject({ 'steps-total': String(2 * STEPS), 'cache-hit': 'partial' })
})

test.each(['linux/amd64', 'linux/arm64'])(
  '%s alone: no warning, and all of it comes back',
  async (platform) => {
    const repository = platform.replace('/', '-')
    const first = await build(repository, platform)
    expect(first.outputs).toMatchObject({ 'steps-cached': '0', 'cache-written': 'true' })
    stage.prune()
    const second = await build(repository, platform)
    expect(second.outputs).toMatchObject({ 'steps-cached': String(STEPS), 'steps-total': String(STEPS) })
    expect([...warnings(first), ...warnings(second)]).toEqual([])
  },
)
