import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pushTo } from './events/simple.ts'
import { type Registry, startRegistry } from './parts/registry.ts'
import { makeRootfs, tarRootfs } from './parts/rootfs.ts'
import { makeProject, type Project } from './project.ts'
import type { Outcome } from './runner.ts'
import { buildOn, type Stage, startStage } from './stage.ts'

let stage: Stage
let registry: Registry
let agent: Server

// Every kind of secret, the agent's socket, another context and an argument, and the answer in one file.
const DOCKERFILE = `
FROM scratch AS base
ADD rootfs.tar /
FROM base AS work
ARG WORD
COPY --from=extra /hello /hello
RUN --mount=type=secret,id=plain --mount=type=secret,id=lines --mount=type=secret,id=file --mount=type=secret,id=variable \\
    --mount=type=ssh \\
    { cat /run/secrets/plain; echo; cat /run/secrets/lines; echo; cat /run/secrets/file /run/secrets/variable /hello; \\
      echo; echo "$WORD"; [ -S "$SSH_AUTH_SOCK" ] && echo agent; } > /answer
FROM scratch
COPY --from=work /answer /answer
`

beforeAll(async () => {
  ;[stage, registry] = await Promise.all([startStage(), startRegistry()])
})

afterAll(async () => {
  await Promise.all([
    stage?.stop(),
    registry?.stop(),
    new Promise((done) => agent?.close(done) ?? done(undefined)),
  ])
})

function build(
  project: Project,
  inputs: Record<string, string>,
  env: Record<string, string> = {},
): Promise<Outcome> {
  return buildOn(stage.a, {
    event: pushTo('main'),
    workspace: project.folder,
    inputs: { cache: 'none', ...inputs },
    env,
  })
}

/** The JSON that the registry has under a tag or digest. */
async function manifest(
  repository: string,
  reference: string,
): Promise<{ manifests: Record<string, unknown>[] }> {
  const accept = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json'
  const answer = await fetch(`http://${registry.host}/v2/${repository}/manifests/${reference}`, {
    headers: { accept },
  })
  return (await answer.json()) as { manifests: Record<string, unknown>[] }
}

test('secrets, ssh, more contexts, arguments, annotations and two outputs at once', async () => {
  const project = makeProject(DOCKERFILE)
  makeRootfs(join(project.folder, 'rootfs'), ['sh', 'cat'])
  tarRootfs(join(project.folder, 'rootfs'), join(project.folder, 'rootfs.tar'))
  project.write('.dockerignore', 'rootfs\n')
  project.write('other/hello', 'from another context')
  project.write('secret-file', 'of a file, ')
  const socket = join(project.folder, 'agent')
  // Listens and answers nothing; what it is sent is read, or its connections would never close.
  agent = createServer((socket) => socket.resume()).listen(socket)

  const outcome = await build(
    project,
    {
      'build-contexts': 'extra=./other',
      'build-args': 'WORD=a word, and a comma',
      secrets: 'plain=of a line\n"lines=of two\nlines, with a comma"',
      'secret-files': 'file=./secret-file',
      'secret-envs': 'variable=OF_THE_STEP',
      ssh: 'default',
      annotations: 'org.example.words=one, two',
      outputs: 'type=local,dest=out\ntype=oci,dest=image.tar',
      provenance: 'false',
    },
    { OF_THE_STEP: 'of a variable, ', SSH_AUTH_SOCK: socket },
  )

  expect(outcome.exitCode).toBe(0)
  expect(readFileSync(join(project.folder, 'out/answer'), 'utf8')).toBe(
    'of a line\nof two\nlines, with a comma\nof a file, of a variable, from another context\na word, and a comma\nagent\n',
  )
  const blobs = execFileSync('tar', [
    '-xOf',
    join(project.folder, 'image.tar'),
    '--wildcards',
    'blobs/sha256/*',
  ])
  expect(blobs.toString('latin1')).toMatch(/"org\.example\.words": ?"one, two"/)
  for (const secret of ['of a line', 'lines, with a comma', 'of a variable']) {
    expect(outcome.log.replace(/^::add-mask::.*$/gm, '')).not.toContain(secret)
    expect(JSON.stringify(outcome.outputs)).not.toContain(secret)
  }
})

test('an output of a part of the result', async () => {
  const project = makeProject('FROM scratch\nCOPY a /app/a\nCOPY a /b\n')
  project.write('a', 'a')
  const { exitCode, log } = await build(project, { outputs: 'type=local,dest=out,src=/app' })
  expect([exitCode, log.match(/^::warning::.*/gm)]).toEqual([0, null])
  expect(readdirSync(join(project.folder, 'out'))).toEqual(['a'])
})

test.each([
  ['', 2, 'on unless said otherwise'],
  ['mode=min', 2, 'on'],
  ['false', 0, 'off'],
])('two platforms, pushed; provenance %j', async (provenance, attestations) => {
  const project = makeProject('FROM scratch\nCOPY a /\n')
  project.write('a', 'a')
  const image = `${registry.host}/app`
  const { exitCode, outputs, log } = await build(project, {
    platforms: 'linux/amd64,linux/arm64',
    push: 'true',
    tags: `${image}:1,${image}:two`,
    labels: 'a=b',
    provenance,
  })
  expect(exitCode).toBe(0)
  const { manifests } = await manifest('app', outputs.digest ?? '')
  const platforms = manifests.map((it) => (it.platform as { architecture: string }).architecture)
  expect(platforms.sort()).toEqual(['amd64', 'arm64', ...Array(attestations).fill('unknown')])
  expect(await registry.tags('app')).toEqual(['1', 'two'])
  expect(JSON.parse(outputs.metadata ?? '')).toMatchObject({ 'containerimage.digest': outputs.digest })
  expect(outputs.imageid).toMatch(/^sha256:/)
  expect(log).not.toContain('::warning')
})

test('a step that fails is what the message shows', async () => {
  const project = makeProject('FROM scratch\nADD rootfs.tar /\nRUN echo the reason; exit 3\n')
  makeRootfs(join(project.folder, 'rootfs'), ['sh'])
  tarRootfs(join(project.folder, 'rootfs'), join(project.folder, 'rootfs.tar'))
  const { exitCode, log } = await build(project, {})
  expect(exitCode).toBe(1)
  const error = /^::error::(.*)$/m.exec(log)?.[1] ?? ''
  expect(error).toContain('exit code: 3')
  expect(error).toContain('RUN echo the reason; exit 3')
  expect(error).toMatch(/%0A[\d.]+ the reason/)
})

test('build checks are annotations on the Dockerfile, and `call: check` says what it found', async () => {
  const project = makeProject('FROM scratch as base\nCOPY Dockerfile /\n')
  const built = await build(project, {})
  expect(built.log).toMatch(/^::warning title=.*,file=Dockerfile,line=1::FromAsCasing/m)
  expect(built.exitCode).toBe(0)

  const checked = await build(project, { call: 'check' })
  expect(checked.exitCode).toBe(1)
  expect(checked.log).toMatch(/^::error::.*1 warning/m)
})

test('a malformed secret costs a warning that does not show it, as on a fork’s pull request', async () => {
  const project = makeProject('FROM scratch\nCOPY Dockerfile /\n')
  const { exitCode, log } = await build(project, { secrets: 'TOKEN=\nhunter2', 'secret-files': 'F=./none' })
  expect(exitCode).toBe(0)
  expect(log.match(/^::warning::.*$/gm)).toHaveLength(3)
  expect(log.replace(/^::add-mask::.*$/gm, '')).not.toContain('hunter2')
})
