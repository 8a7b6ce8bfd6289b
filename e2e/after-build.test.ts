import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, test } from '@jest/globals'
import { token } from './cache-service/token.ts'
import { pushTo } from './events/simple.ts'
import { tempFolder } from './project.ts'
import { type Outcome, runPost, runStep, type Step } from './runner.ts'

// Worst cases before, during and after a build: docker is a script that the test controls.

const ID = `sha256:${'1'.padStart(64, '0')}`
const DIGEST = `sha256:${'2'.padStart(64, '0')}`
const SECRET = 'S3cr#tPass'
const cache = 'type=registry,ref=127.0.0.1:9/app/cache'

type Fake = { folder: string; temp: string; step: Step; write: (name: string, text: string) => void }

function fake(more: Partial<Step> = {}): Fake {
  const folder = tempFolder('fake')
  const temp = join(folder, 'temp')
  mkdirSync(temp)
  const step: Step = {
    event: pushTo('main'),
    workspace: folder,
    ...more,
    inputs: { context: '.', cache, secrets: 'TOKEN=value-of-a-secret', ...more.inputs },
    env: {
      PATH: `${join(import.meta.dirname, 'fake-docker')}:/usr/bin:/bin`,
      FAKE: folder,
      RUNNER_TEMP: temp,
      ...more.env,
    },
  }
  return { folder, temp, step, write: (name, text) => writeFileSync(join(folder, name), text) }
}

const messages = ({ log }: Outcome): string[] => log.match(/^::(warning|error|notice)::.*/gm) ?? []

describe('a proxy or a service address that is not well written: the build goes on, and no word of it is shown', () => {
  const bad = `http://ci:${SECRET}@proxy:3128`
  test.each<[Record<string, string>, Record<string, string>]>([
    [{ https_proxy: bad }, { cache: 'type=registry,ref=registry.example/app/cache' }],
    [{ HTTPS_PROXY: bad.replace('#', '/') }, { cache: 'type=s3,region=eu-west-1,bucket=b' }],
    [{ http_proxy: bad.replace('#', '?') }, {}],
    [
      { https_proxy: `socks5://ci:${SECRET}@proxy:1080` },
      { cache: 'type=registry,ref=registry.example/app/cache' },
    ],
    [
      { https_proxy: bad, no_proxy: 'registry.example' },
      { cache: 'type=registry,ref=registry.example/app/cache' },
    ],
    [{ ACTIONS_RESULTS_URL: `ftp://${SECRET}/` }, { cache: 'gha' }],
    [{ ACTIONS_RESULTS_URL: SECRET }, { cache: 'gha' }],
    [{ https_proxy: bad, ACTIONS_RESULTS_URL: 'https://results.example/' }, { cache: 'local' }],
    [{ GITHUB_API_URL: SECRET, GITHUB_SERVER_URL: 'not a URL' }, {}],
  ])('%j, %j', async (env, inputs) => {
    const expired = ['x', Buffer.from('{"exp":1}').toString('base64url'), 'x'].join('.')
    const service = {
      ACTIONS_RUNTIME_TOKEN: expired,
      ACTIONS_CACHE_SERVICE_V2: '1',
      AWS_EC2_METADATA_DISABLED: 'true',
    }
    const { step, temp, write } = fake({ inputs, env: { ...service, ...env } })
    write('slow', '')
    const seen = await runStep(step)
    expect(seen).toMatchObject({ exitCode: 0, outputs: { digest: DIGEST, imageid: ID } })
    expect(seen.log + seen.summary).not.toContain('S3cr')
    expect(readdirSync(temp).filter((it) => it.startsWith('buildx-branch-cache-'))).toEqual([])
  })
})

describe('what comes after the build cannot break it', () => {
  const event = (of: object): string => `${JSON.stringify(of)}\n`
  test.each<[string, Record<string, string>]>([
    ['a record with nothing in its lists', { record: event({ vertexes: [null], statuses: [null] }) }],
    [
      'a record of the wrong types',
      { record: event({ vertexes: [{ digest: 1, name: 7, inputs: {} }], statuses: 3 }) },
    ],
    ['a record that is cut off', { record: '{"vertexes":[{"digest":"sha256:a","na' }],
    ['no record', {}],
  ])('%s', async (_, files) => {
    const { step, write } = fake()
    for (const [name, text] of Object.entries(files)) write(name, text)
    expect(await runStep(step)).toMatchObject({ exitCode: 0, outputs: { digest: DIGEST, imageid: ID } })
  })

  test('a metadata file that is cut off', async () => {
    const { step, write } = fake()
    write('metadata', '{"containerimage.digest": "sha256:12')
    expect(await runStep(step)).toMatchObject({ exitCode: 0, outputs: { imageid: ID } })
  })

  test.each(['/dev/zero', 'fifo', 'folder'])('a Dockerfile that is %s', async (what) => {
    const { execFileSync } = await import('node:child_process')
    const { folder, step } = fake()
    const file = join(folder, 'Dockerfile')
    if (what === 'fifo') execFileSync('mkfifo', [file])
    else if (what === 'folder') mkdirSync(file)
    else execFileSync('ln', ['-s', what, file])
    expect(await runStep(step)).toMatchObject({ exitCode: 0, outputs: { digest: DIGEST } })
  })

  test.each<[string, Record<string, string>]>([
    ['a temporary folder that does not exist yet', { RUNNER_TEMP: '/a/b' }],
    ['one that is a file', { RUNNER_TEMP: 'Dockerfile' }],
    ['one that cannot be written', { RUNNER_TEMP: '/proc/nothing' }],
    ['none', { RUNNER_TEMP: '' }],
    ['no files of the runner', { GITHUB_OUTPUT: '', GITHUB_STATE: '', GITHUB_STEP_SUMMARY: '' }],
    ['folders in their places', { GITHUB_OUTPUT: '/tmp', GITHUB_STATE: '/tmp', GITHUB_STEP_SUMMARY: '/tmp' }],
    [
      'a full disk',
      { GITHUB_OUTPUT: '/dev/full', GITHUB_STATE: '/dev/full', GITHUB_STEP_SUMMARY: '/dev/full' },
    ],
  ])('%s', async (_, env) => {
    const { folder, step, write } = fake()
    write('Dockerfile', 'FROM scratch\n')
    const temp = env.RUNNER_TEMP ? { RUNNER_TEMP: join(folder, env.RUNNER_TEMP) } : {}
    if (env.RUNNER_TEMP?.startsWith('/proc')) temp.RUNNER_TEMP = env.RUNNER_TEMP
    const seen = await runStep({ ...step, env: { ...step.env, TMPDIR: folder, ...env, ...temp } })
    expect(seen.exitCode).toBe(0)
    expect(seen.log.match(/^::error/gm)).toBeNull()
    const told = 'GITHUB_OUTPUT' in env ? seen.log : String(seen.outputs.digest)
    expect(told).toContain(DIGEST)
  })
})

describe('a job that is cancelled leaves nothing behind', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0))
      for (const pid of pidsIn(folder)) if (isAlive(pid)) process.kill(pid)
  })

  const phases: [phase: string, hang: string, more: Partial<Step>][] = [
    ['docker is asked for the builder', 'inspect', {}],
    ['docker is asked for its version', 'version', {}],
    ['a builder is made', 'create', { env: { DRIVER: 'docker' } }],
    ['the build runs', 'build', {}],
    ['its record is read', 'logs', {}],
    ['the registry’s cache is marked, after the summary', 'imagetools', {}],
  ]
  const cases = phases.flatMap((it) =>
    (['SIGINT', 'SIGTERM'] as const).map((signal) => [...it, signal] as const),
  )
  test.each(cases)('while %s (%s)', async (_, hang, more, signal) => {
    const { folder, temp, step, write } = fake(more)
    folders.push(folder)
    write('hang', hang)
    write('record', WRITTEN)
    const seen = await runStep({
      ...step,
      onStart: (_kill, send) => void whenThere(join(folder, 'hangs')).then(() => send(signal)),
    })
    expect(seen.exitCode).not.toBe(0)
    expect(seen.milliseconds).toBeLessThan(30_000)
    expect(secretsIn(temp)).toEqual([])
    expect(await areGone(pidsIn(folder))).toBe(true)
    write('hang', '')
    expect(await runPost(step, seen)).toMatchObject({ exitCode: 0 })
    const calls = readFileSync(join(folder, 'calls'), 'utf8')
    expect(/rm --force branch-cache-/.test(calls)).toBe(hang === 'create')
  })

  test('docker that does not end at SIGINT gets the SIGTERM that follows', async () => {
    const { folder, temp, step, write } = fake()
    folders.push(folder)
    write('hang', 'build')
    write('stubborn', '')
    const seen = await runStep({
      ...step,
      onStart: (_kill, send) =>
        void whenThere(join(folder, 'hangs')).then(() => {
          send('SIGINT')
          setTimeout(() => send('SIGTERM'), 500) // the runner's after 7.5 s
        }),
    })
    expect(seen.exitCode).not.toBe(0)
    expect(seen.milliseconds).toBeLessThan(8_000)
    expect(secretsIn(temp)).toEqual([])
    expect(await areGone(pidsIn(folder))).toBe(true)
    expect(await runPost(step, seen)).toMatchObject({ exitCode: 0 })
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'while the merged branches are asked for (%s)',
    async (signal) => {
      const { folder, temp, step } = fake()
      const url = await listen(folder, () => undefined)
      const seen = await runStep({
        ...step,
        env: { ...step.env, GITHUB_API_URL: url },
        onStart: (_kill, send) => void whenThere(join(folder, 'hangs')).then(() => send(signal)),
      })
      expect(seen.exitCode).not.toBe(0)
      expect(readFileSync(join(folder, 'calls'), 'utf8')).not.toContain('buildx build')
      expect(secretsIn(temp)).toEqual([])
      expect(await runPost(step, seen)).toMatchObject({ exitCode: 0 })
    },
  )

  describe('an archive of `cache: local`', () => {
    const service = (url: string): Record<string, string> => ({
      ACTIONS_RUNTIME_TOKEN: token([{ Scope: 'refs/heads/main', Permission: 3 }]),
      ACTIONS_CACHE_SERVICE_V2: '1',
      ACTIONS_RESULTS_URL: url,
    })
    const none = '{"ok":false}'

    test.each([
      ['is looked for', /\/GetCacheEntryDownloadURL$/, (): string | undefined => undefined],
      [
        'is restored',
        /^\/archive/,
        (asked: string, url: string): string | undefined =>
          asked.endsWith('/GetCacheEntryDownloadURL')
            ? JSON.stringify({ ok: true, signed_download_url: `${url}/archive`, matched_key: KEY })
            : undefined,
      ],
    ])('%s: nothing of it stays', async (_, last, answer) => {
      const { folder, temp, step } = fake({ inputs: { cache: 'local' } })
      const asked: string[] = []
      const url = await listen(folder, (what) => {
        asked.push(what)
        return answer(what, url)
      })
      const seen = await runStep({
        ...step,
        env: { ...step.env, ...service(url) },
        onStart: (_kill, send) => void whenThere(join(folder, 'hangs')).then(() => send('SIGINT')),
      })
      expect(seen.exitCode).not.toBe(0)
      expect(asked.at(-1)).toMatch(last)
      expect(filesIn(temp)).toEqual([])
      expect(await runPost(step, seen)).toMatchObject({ exitCode: 0 })
    })

    test.each(['SIGINT', 'SIGTERM'] as const)(
      'is saved: it is not finished, and the packed one is gone (%s)',
      async (signal) => {
        const { folder, temp, step } = fake({ inputs: { cache: 'local' } })
        putExport(folder)
        const asked: string[] = []
        const url = await listen(folder, (what) => {
          asked.push(what)
          return what.endsWith('/CreateCacheEntry') ? undefined : none
        })
        const env = { ...step.env, ...service(url) }
        const main = await runStep({ ...step, env })
        expect(main).toMatchObject({ exitCode: 0, state: { save: expect.stringContaining('main') } })
        const seen = await runPost(
          {
            ...step,
            env,
            onStart: (_kill, send) => void whenThere(join(folder, 'hangs')).then(() => send(signal)),
          },
          main,
        )
        expect(seen?.exitCode).not.toBe(0)
        expect(asked.at(-1)).toMatch(/\/CreateCacheEntry$/)
        expect(readdirSync(temp).filter((it) => it.includes('archive'))).toEqual([])
      },
    )
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'while a local directory is published: it is as it was, and the next run publishes (%s)',
    async (signal) => {
      const { folder, temp, step, write } = fake({
        inputs: { cache: `type=local,dest=${join(tempFolder('directory'), 'cache')}` },
      })
      const directory = /dest=(.*)/.exec(step.inputs?.cache ?? '')?.[1] ?? ''
      putExport(folder)
      write('slow', 'build')
      let lock: DatabaseSync | undefined
      const seen = await runStep({
        ...step,
        onStart: async (_kill, send) => {
          await whenThere(join(folder, 'slows'))
          // Another build holds it: publishing waits.
          lock = new DatabaseSync(join(directory, '.branch-cache/lock'))
          lock.exec('PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE')
          await whenThere(join(folder, 'removed'))
          setTimeout(() => send(signal), 1_500)
        },
      })
      lock?.close()
      expect(seen).toMatchObject({ outputs: { digest: DIGEST } })
      expect(seen.exitCode).not.toBe(0)
      expect(existsSync(join(directory, 'index.json'))).toBe(false)
      expect(readdirSync(join(directory, '.branch-cache/views'))).toEqual([])
      expect(secretsIn(temp)).toEqual([])
      expect(await runPost(step, seen)).toMatchObject({ exitCode: 0 })
      write('slow', '')
      expect(await runStep(step)).toMatchObject({ exitCode: 0 })
      expect(readFileSync(join(directory, 'index.json'), 'utf8')).toContain('"main"')
    },
  )

  test('also where the action is killed: post removes what is left', async () => {
    const { folder, temp, step, write } = fake()
    folders.push(folder)
    write('hang', 'build')
    const seen = await runStep({
      ...step,
      onStart: (kill) => void whenThere(join(folder, 'hangs')).then(kill),
    })
    expect(secretsIn(temp)).toHaveLength(1)
    expect(await runPost(step, seen)).toMatchObject({ exitCode: 0 })
    expect(secretsIn(temp)).toEqual([])
  })

  test('a cancelled post still removes the builder', async () => {
    const { folder, step, write } = fake({ env: { DRIVER: 'docker' } })
    folders.push(folder)
    const main = await runStep(step)
    expect(main.state.builder).toMatch(/^branch-cache-/)
    write('slow', 'rm')
    const seen = await runPost(
      { ...step, onStart: (_kill, send) => void whenThere(join(folder, 'slows')).then(() => send('SIGINT')) },
      main,
    )
    expect(seen).toMatchObject({ exitCode: 0 })
    expect(existsSync(join(folder, 'removed'))).toBe(true)
  })
})

test('docker that never answers a question: the build goes on', async () => {
  const { folder, step, write } = fake({ inputs: { secrets: '' } })
  write('hang', 'version inspect du')
  const seen = await runStep(step)
  expect(seen).toMatchObject({ exitCode: 0, outputs: { digest: DIGEST } })
  expect(messages(seen).filter((it) => it.startsWith('::error'))).toEqual([])
  expect(await areGone(pidsIn(folder))).toBe(true)
})

const KEY = 'buildx-branch-cache/octo/app/main#1-1-0123456789ab'

/** The record of a build whose cache was written to a registry. */
const WRITTEN = `${JSON.stringify({
  vertexes: [
    {
      digest: `sha256:${'3'.repeat(64)}`,
      name: 'exporting cache to registry',
      started: '2026-11-25T08:00:00.0Z',
      completed: '2026-11-25T08:00:01.0Z',
    },
  ],
})}\n`

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A server on loopback that notes a question without an answer in `hangs`, and lets it wait; its URL. */
async function listen(folder: string, answer: (asked: string) => string | undefined): Promise<string> {
  const server = createServer(({ method, url = '' }, response) => {
    // Any answer passes the health check.
    const text = method === 'GET' && url === '/' ? '' : answer(url)
    if (text !== undefined) response.end(text)
    else writeFileSync(join(folder, 'hangs'), '')
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** What the fake build writes as its local cache: one layer under the tag `main`. */
function putExport(folder: string): void {
  const blobs = join(folder, 'export/blobs/sha256')
  mkdirSync(blobs, { recursive: true })
  const put = (content: string, mediaType: string): object => {
    const hex = createHash('sha256').update(content).digest('hex')
    writeFileSync(join(blobs, hex), content)
    return { mediaType, digest: `sha256:${hex}`, size: Buffer.byteLength(content) }
  }
  const config = put('{"layers":[]}', 'application/vnd.buildkit.cacheconfig.v0')
  const layers = [put('a layer', 'application/vnd.oci.image.layer.v1.tar')]
  const type = 'application/vnd.oci.image.manifest.v1+json'
  const manifest = put(JSON.stringify({ schemaVersion: 2, config, layers }), type)
  const annotations = { 'org.opencontainers.image.ref.name': 'main' }
  const index = { schemaVersion: 2, manifests: [{ ...manifest, annotations }] }
  writeFileSync(join(folder, 'export/index.json'), JSON.stringify(index))
  writeFileSync(join(folder, 'export/oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
}

/** All files below a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((it) =>
    it.isFile() ? [join(it.parentPath, it.name)] : [],
  )
}

function secretsIn(temp: string): string[] {
  return readdirSync(temp).filter((it) => existsSync(join(temp, it, 'secret-1')))
}

function pidsIn(folder: string): number[] {
  const file = join(folder, 'pids')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : []
}

function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

async function areGone(pids: readonly number[]): Promise<boolean> {
  for (let i = 0; i < 100 && pids.some(isAlive); i++) await new Promise((done) => setTimeout(done, 50))
  return !pids.some(isAlive)
}

async function whenThere(file: string): Promise<void> {
  for (let i = 0; i < 600 && !existsSync(file); i++) await new Promise((done) => setTimeout(done, 50))
}
