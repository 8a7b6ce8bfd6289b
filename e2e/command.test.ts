import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pushTo } from './events/simple.ts'
import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { bin } from './parts/part.ts'
import { makeProject, stagedProject, tempFolder } from './project.ts'
import { recordStep } from './recording.ts'
import { runStep } from './runner.ts'

let machine: Machine

beforeAll(async () => {
  machine = await startBuildkitd()
})

afterAll(() => machine?.stop())

const event = pushTo('main')
const cache = 'type=registry,ref=127.0.0.1:9/app/cache'

test('the command in the log can be pasted into a shell', async () => {
  const { folder, write } = stagedProject()
  write(
    'Dockerfile',
    `FROM scratch\nADD rootfs.tar /\nARG WORDS\nRUN printf '%s' "$WORDS" > /words\nFROM scratch\nCOPY --from=0 /words /\n`,
  )
  // With both kinds of quotes it would be left out: no mask finds a secret in a word that quotes interrupt.
  const words = `its "$(id)"; echo \\ #`
  const env = { ...machine.env, PATH: `${bin}:/usr/bin:/bin` }
  const inputs = { context: '.', 'build-args': `WORDS=${words}` }
  const { log, exitCode } = await runStep({ event, inputs, workspace: folder, env })
  expect(exitCode).toBe(0)
  const command = log.split('\n').find((line) => line.includes('buildx build ')) ?? ''
  // The folder of the results went with the step.
  mkdirSync(dirname(/--iidfile (\S+)/.exec(command)?.[1] ?? ''), { recursive: true })
  const options = { cwd: folder, env, encoding: 'utf8' } as const
  const again = execFileSync('sh', ['-c', `${command} 2>&1`], options)
  // The same step: no quote or backslash of the argument went astray.
  expect(again).toMatch(/RUN printf .*\n#\d+ CACHED/)
})

test('buildx alone on PATH is enough', async () => {
  const path = tempFolder('path')
  symlinkSync(join(bin, 'docker-buildx'), join(path, 'buildx'))
  const { folder } = makeProject('FROM scratch\nCOPY Dockerfile /\n')
  const env = { ...machine.env, PATH: path }
  const { exitCode, outputs } = await runStep({ event, inputs: { context: '.' }, workspace: folder, env })
  expect(exitCode).toBe(0)
  expect(outputs['steps-total']).toBe('1')
})

test('without docker and buildx the step fails with one sentence', async () => {
  const { folder } = makeProject('FROM scratch\n')
  const env = { PATH: tempFolder('path') }
  const { exitCode, log } = await runStep({ event, inputs: { context: '.' }, workspace: folder, env })
  expect(exitCode).toBe(1)
  expect(log.match(/^::error::.*/gm)).toEqual([
    expect.stringMatching(/^::error::neither docker nor buildx is on PATH/),
  ])
})

test('a docker without buildx is named, before anything runs', async () => {
  const path = tempFolder('path')
  const words = "docker: unknown command: docker buildx\\n\\nRun 'docker --help' for more information\\n"
  writeFileSync(join(path, 'docker'), `#!/bin/sh\nprintf "${words}" >&2\nexit 1\n`, { mode: 0o755 })
  const { folder } = makeProject('FROM scratch\n')
  const env = { PATH: path }
  const { exitCode, log } = await runStep({ event, inputs: { context: '.' }, workspace: folder, env })
  expect(exitCode).toBe(1)
  expect(log.match(/^::error::.*/gm)).toEqual([
    '::error::docker has no buildx plugin: add docker/setup-buildx-action before this step',
  ])
})

test('plan-only needs no docker', async () => {
  const { folder } = makeProject('')
  const inputs = { context: '.', cache, 'plan-only': 'true' }
  const env = { PATH: tempFolder('path') }
  const { exitCode, outputs } = await runStep({ event, inputs, workspace: folder, env })
  expect(exitCode).toBe(0)
  expect(outputs).toEqual({
    'cache-from': `${cache}:main`,
    'cache-to': `${cache}:main,mode=max,ignore-error=true`,
    'cache-scope': 'main',
    'cache-written': 'false',
  })
})

test('docker gets neither inputs nor state in its environment', async () => {
  const { calls, build } = await recordStep({
    event,
    inputs: { context: '.', cache, 'build-args': 'TOKEN=x' },
    env: { STATE_builder: 'x', MINE: 'x' },
  })
  expect(build?.variables).toContain('MINE')
  expect(calls.flatMap(({ variables }) => variables).filter((it) => /^(INPUT|STATE)_/.test(it))).toEqual([])
})
