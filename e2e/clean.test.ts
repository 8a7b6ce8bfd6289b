import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { pullPayload, repo } from './events/payloads.ts'
import { pushTo } from './events/simple.ts'
import { type Cache, type GithubRepository, startGithubRepository } from './parts/github-repository.ts'
import { tempFolder } from './project.ts'
import { type Outcome, runStep, type Step } from './runner.ts'

let github: GithubRepository
let caches: Cache[]

beforeAll(async () => {
  github = await startGithubRepository({
    caches: () => caches,
    deleteCache: (id) => {
      const before = caches.length
      caches = caches.filter((it) => it.id !== id)
      return caches.length < before
    },
  })
})

afterAll(() => github?.stop())

beforeEach(() => {
  github.branches.clear()
  github.pulls.clear()
  for (const name of ['main', 'feature/a']) github.branches.add(name)
  github.pulls.add(7)
  github.before = () => false
  github.requests.length = 0
})

const DAY = 86_400_000
const schedule = {
  name: 'schedule',
  payload: { schedule: '0 3 * * *' },
  env: { GITHUB_REF: 'refs/heads/main' },
}

function clean(inputs: Record<string, string>, more: Partial<Step> = {}): Promise<Outcome> {
  const workspace = tempFolder('clean')
  const event = more.event ?? schedule
  return runStep({
    action: 'clean',
    inputs,
    workspace,
    ...more,
    event: { ...event, env: { ...event.env, GITHUB_API_URL: github.url } },
    env: { PATH: '/usr/bin:/bin', ...more.env },
  })
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const index = (key: string, ref: string, generation = 1): Partial<Cache> => ({
  ref,
  key: `index-${key}--1-${sha256(ref).slice(0, 8)}#${generation}`,
})
const layer = (ref: string, content: string): Partial<Cache> => ({
  ref,
  key: `buildkit-blob-1-sha256:${sha256(content)}`,
})
const entriesOf = (...given: Partial<Cache>[]): Cache[] =>
  given.map((it, i) => ({ id: i + 1, ref: '', key: '', size: 10, created: Date.now() - 30 * DAY, ...it }))

const MAIN = 'refs/heads/main'
const GONE = 'refs/heads/gone'

describe('gha', () => {
  const living = [
    index('main', MAIN),
    layer(MAIN, 'a'),
    index('api__main..arm64', MAIN),
    index('feature-a-951d42dc02dc7431', 'refs/heads/feature/a'),
    index('pr-7', 'refs/pull/7/merge'),
    layer('refs/pull/7/merge', 'a'),
    // Entries of other tools, on refs of all kinds.
    { ref: GONE, key: 'node-cache-Linux-x64' },
    { ref: GONE, key: 'buildx-branch-cache/octo/other/gone#1-1-0123456789ab' },
    { ref: 'refs/heads/theirs', key: `index-buildkit-1-${sha256('refs/heads/theirs').slice(0, 8)}#1` },
    layer('refs/heads/theirs', 'a'),
    index('main', 'refs/tags/v1'),
    index('young', 'refs/heads/young'),
  ]
  const dead = [
    index('gone', GONE, 1),
    index('gone', GONE, 2),
    index('api__gone..arm64', GONE),
    layer(GONE, 'a'),
    index('gone', 'refs/pull/8/merge'),
    layer('refs/pull/8/merge', 'a'),
    { ref: GONE, key: 'buildx-branch-cache/octo/app/gone#1-1-0123456789ab' },
    { ref: GONE, key: 'buildx-branch-cache-mounts/octo/app/gone#1-1-0123456789abcdef0123456789abcdef' },
    index('main', MAIN, 0),
  ]
  const given = (): Cache[] => {
    const all = entriesOf(...dead, ...living, index('kept', 'refs/heads/kept'))
    const young = all.find(({ ref }) => ref === 'refs/heads/young') as Cache
    young.created = Date.now() - DAY
    return all
  }
  const inputs = { branches: 'kept' }

  test('what is on refs that are gone goes, and the rest stays', async () => {
    caches = given()
    const { exitCode, outputs, summary, log } = await clean(inputs)
    expect({ exitCode, errors: log.match(/^::error.*/gm) }).toEqual({ exitCode: 0, errors: null })
    expect(caches.map(({ id }) => id)).toEqual(
      given()
        .slice(dead.length)
        .map(({ id }) => id),
    )
    expect(outputs['freed-bytes']).toBe(String(dead.length * 10))
    expect(JSON.parse(outputs.deleted ?? '')).toContainEqual(
      expect.objectContaining({ store: 'gha', scope: 'gone', branch: 'gone', bytes: 20 }),
    )
    expect(summary).toContain('| `gone` | `gone` | `gha` | 30 d | 20 B | deleted: its branch is gone |')
    expect(summary).toContain('| `main` | `main` | `gha` | 30 d | 10 B | kept: its branch exists |')
  })

  test('a dry run says what a run deletes, and deletes nothing', async () => {
    caches = given()
    const dry = await clean({ ...inputs, 'dry-run': 'true' })
    expect(caches).toHaveLength(given().length)
    expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([])
    const real = await clean(inputs)
    const lines = (log: string) => log.match(/^(delete|keep|ignore) .*/gm)
    expect(lines(dry.log)).toEqual(lines(real.log))
    expect(dry.outputs).toEqual(real.outputs)
  })

  test('a second run finds nothing', async () => {
    caches = given()
    await clean(inputs)
    expect((await clean(inputs)).outputs.deleted).toBe('[]')
  })

  test('a thousand entries, page by page', async () => {
    const many = Array.from({ length: 700 }, (_, i) => layer(GONE, `${i}`))
    const others = Array.from({ length: 305 }, (_, i) => index('main', MAIN, i))
    caches = entriesOf(...others, index('gone', GONE), ...many)
    await clean({})
    expect(caches.map(({ key }) => key)).toEqual([expect.stringMatching(/#304$/)])
  })

  test('a branch that comes back meanwhile keeps its cache', async () => {
    caches = given()
    github.before = (_, path) => {
      if (path.includes('actions/caches?')) github.branches.add('gone')
      return false
    }
    const { log } = await clean(inputs)
    expect(caches.filter(({ ref }) => ref === GONE)).toHaveLength(8)
    expect(log).toContain('written again meanwhile, and kept: gone')
  })

  test('a branch that the list lacks keeps its cache', async () => {
    caches = given()
    github.before = (_, path, response) => {
      if (!path.includes('/branches')) return false
      response.end(JSON.stringify([{ name: 'main' }]))
      return true
    }
    await clean(inputs)
    expect(caches.filter(({ ref }) => ref === 'refs/heads/feature/a')).toHaveLength(1)
  })
})

describe('where GitHub does not say which branches are alive, nothing is deleted', () => {
  type Fault = Parameters<typeof answerWith>
  const answerWith = (status: number, body = '', headers: Record<string, string> = {}) => ({
    status,
    body,
    headers,
  })
  const first100 = JSON.stringify(Array.from({ length: 60 }, (_, i) => ({ name: `b${i}` })))
  test.each<[string, RegExp, Fault, string]>([
    ['401', /branches/, [401], 'it does not accept the token (401): check `github-token`'],
    [
      '403',
      /pulls/,
      [403, '{"message":"Resource not accessible"}'],
      'the token has no access to pull requests (403); add "pull-requests: read"',
    ],
    ['404', /branches/, [404], 'the token has no access to branches (404); add "contents: read"'],
    [
      '429 for longer than a run',
      /branches/,
      [429, '', { 'retry-after': '7200' }],
      'its rate limit is reached, and it asks to wait 7200 s',
    ],
    [
      'a limit without a word',
      /branches/,
      [403, '', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99999999999' }],
      'its rate limit is reached',
    ],
    [
      'half a page',
      /branches/,
      [200, first100, { link: '<http://x/?page=2>; rel="next"' }],
      'its list of branches is incomplete',
    ],
    [
      'half a text',
      /branches/,
      [200, '[{"name":"main"},{"na'],
      'its response about branches does not match its documentation',
    ],
    [
      'something else',
      /branches/,
      [200, '{"message":"hello"}'],
      'its response about branches does not match its documentation',
    ],
    [
      'names that are none',
      /branches/,
      [200, '[{"name":7}]'],
      'its response about branches does not match its documentation',
    ],
    ['no branch', /branches/, [200, '[]'], 'its response about branches does not match its documentation'],
    [
      'all but the default branch',
      /branches/,
      [200, '[{"name":"feature/a"}]'],
      'its list of branches lacks the default branch, main',
    ],
    [
      'pull requests without numbers',
      /pulls/,
      [200, '[{}]'],
      'its response about pull requests does not match its documentation',
    ],
  ])('%s', async (_, path, [status, body = '', headers = {}], sentence) => {
    caches = entriesOf(index('gone', GONE))
    github.before = (_method, asked, response) => {
      if (!path.test(asked)) return false
      response.writeHead(status, headers).end(body)
      return true
    }
    const { log, outputs } = await clean({})
    expect(caches).toHaveLength(1)
    expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([])
    expect(outputs).toEqual({ deleted: '[]', kept: '0', 'freed-bytes': '0' })
    expect(log.match(/^::(error|warning)::.*/gm)).toEqual([expect.stringContaining(sentence)])
  })

  test('500 again and again, and an answer that ends half-way', async () => {
    caches = entriesOf(index('gone', GONE))
    let asked = 0
    github.before = (_method, path, response) => {
      if (!/branches/.test(path)) return false
      if (asked++ === 0) response.writeHead(200, { 'content-length': '1000' }).write('[{"name":')
      if (asked === 1) response.destroy()
      else response.writeHead(500).end()
      return true
    }
    const { log } = await clean({})
    expect([asked, caches.length]).toEqual([3, 1])
    expect(log).toMatch(
      /^::warning::Nothing was deleted, because .*: it answered 500 when asked for branches\.$/m,
    )
  })

  test('a short rate limit is waited for', async () => {
    caches = entriesOf(index('gone', GONE))
    let limited = 0
    github.before = (method, path, response) => {
      if (method !== 'DELETE' && !/branches/.test(path)) return false
      if (limited++ % 2 === 1) return false
      response.writeHead(429, { 'retry-after': '0' }).end()
      return true
    }
    expect((await clean({})).exitCode).toBe(0)
    expect([caches, limited]).toEqual([[], 4])
  })
})

describe('what the token cannot do is one sentence', () => {
  test.each<[string, string]>([
    ['GET', 'Nothing is deleted in gha: the token has no access to caches (403); add "actions: write"'],
    ['DELETE', 'The clean-up of gha stopped: the token has no access to caches (403); add "actions: write"'],
  ])('%s', async (refused, sentence) => {
    caches = entriesOf(index('gone', GONE), index('too', 'refs/heads/too'))
    github.before = (method, path, response) => {
      if (method !== refused || !path.includes('actions/caches')) return false
      response.writeHead(403).end('{"message":"Resource not accessible by integration"}')
      return true
    }
    const { log, exitCode } = await clean({})
    expect([exitCode, caches.length]).toEqual([1, 2])
    expect(log.match(/^::(error|warning)::.*/gm)).toEqual([expect.stringContaining(sentence)])
  })
})

describe('an event that ends a branch has its own scopes deleted, at once', () => {
  const young = (): Cache[] =>
    entriesOf(
      index('gone', GONE),
      index('other', 'refs/heads/other'),
      index('gone', 'refs/pull/8/merge'),
      index('pr-9', 'refs/pull/9/merge'),
      index('main', MAIN, 0),
      index('main', MAIN, 1),
    ).map((it) => ({ ...it, created: Date.now() - 3_600_000 }))
  const deleted = {
    name: 'delete',
    payload: { ref: 'gone', ref_type: 'branch', repository: repo },
    env: { GITHUB_REF: MAIN },
  }
  const closed = (number: number, given: Parameters<typeof pullPayload>[0], name = 'pull_request') => {
    const payload = pullPayload({ action: 'closed', ...given })
    const pull = { ...(payload.pull_request as object), number }
    return {
      name,
      payload: { ...payload, number, pull_request: pull },
      env: { GITHUB_REF: 'refs/pull/8/merge' },
    }
  }
  const fork = { head: 'main', headRepo: repo('mallory/app') }
  test.each<[string, Step['event'], number[], string]>([
    ['delete', deleted, [1], '1 scope deleted'],
    [
      'delete of a tag',
      { ...deleted, payload: { ...deleted.payload, ref_type: 'tag' } },
      [],
      'Nothing to do: a tag was deleted',
    ],
    ['a pull request of this repository', closed(8, { head: 'gone' }), [1, 3], '2 scopes deleted'],
    [
      'one of a fork',
      closed(9, fork),
      [],
      'Nothing to do: pull request #9 comes from a fork, and its token is read-only',
    ],
    [
      'one of a fork, with a token that may write',
      closed(9, fork, 'pull_request_target'),
      [4],
      '1 scope deleted',
    ],
    ['a push', pushTo('main'), [], '0 scopes deleted'],
  ])('%s', async (_, event, gone, sentence) => {
    caches = young()
    const { log } = await clean({ keep: '7d' }, { event })
    const left = young()
      .map(({ id }) => id)
      .filter((id) => !gone.includes(id))
    const older = event.name === 'push' ? [5] : []
    expect(caches.map(({ id }) => id)).toEqual(left.filter((id) => !older.includes(id)))
    if (event.name !== 'push') expect(log).toContain(sentence)
  })

  test('a branch that is there is left alone', async () => {
    caches = young()
    github.branches.add('gone')
    await clean({}, { event: deleted })
    expect(caches).toHaveLength(6)
  })
})

describe('a directory', () => {
  const record = (branch: string, more: object = {}) =>
    JSON.stringify({ version: 1, repository: 'octo/app', branch, ...more })
  const blob = (folder: string, content: string): { digest: string; size: number } => {
    writeFileSync(join(folder, 'blobs/sha256', sha256(content)), content)
    return { digest: `sha256:${sha256(content)}`, size: content.length }
  }
  /** Tags with their layers, and the notes that mark them as the action's. */
  function layout(tags: Record<string, { layers: string[]; note?: string; days?: number }>): string {
    const folder = tempFolder('directory')
    for (const it of ['blobs/sha256', '.branch-cache/used']) mkdirSync(join(folder, it), { recursive: true })
    const manifests = Object.entries(tags).map(([tag, { layers, note, days = 30 }]) => {
      const config = blob(folder, `{"config":"${layers}"}`)
      const manifest = { schemaVersion: 2, config, layers: layers.map((it) => blob(folder, it)) }
      if (note !== undefined) {
        const file = join(folder, '.branch-cache/used', sha256(tag))
        writeFileSync(file, note)
        utimesSync(file, new Date(Date.now() - days * DAY), new Date(Date.now() - days * DAY))
      }
      return {
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        ...blob(folder, JSON.stringify(manifest)),
        annotations: { 'org.opencontainers.image.ref.name': tag },
      }
    })
    writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests }))
    return folder
  }
  const blobsIn = (folder: string): string[] => readdirSync(join(folder, 'blobs/sha256'))
  const given = () =>
    layout({
      main: { layers: ['shared', 'of main'], note: record('main') },
      gone: { layers: ['shared', 'of gone'], note: record('gone') },
      'api__gone..arm64': { layers: ['shared', 'of api'], note: record('gone') },
      same: { layers: ['shared', 'of main'], note: record('same') },
      young: { layers: ['of young'], note: record('young'), days: 1 },
      named: { layers: ['of named'], note: record('named', { branch: undefined, cacheBranch: 'named' }) },
      other: { layers: ['of other'], note: record('other', { repository: 'octo/other' }) },
      unknown: { layers: ['of unknown'], note: '' },
      theirs: { layers: ['of theirs'] },
    })

  test('scopes of dead branches go, with the layers that no other needs', async () => {
    const folder = given()
    blob(folder, 'left behind')
    mkdirSync(join(folder, '.branch-cache/mounts'))
    const archive = (tag: string): string => `${sha256(tag)}-${'f'.repeat(32)}`
    for (const tag of ['main', 'gone']) writeFileSync(join(folder, '.branch-cache/mounts', archive(tag)), 'x')
    const cache = `type=local,dest=${folder}`
    const dry = await clean({ cache, 'dry-run': 'true' })
    const { outputs, log, summary } = await clean({ cache })
    expect(log).not.toMatch(/^::(error|warning)::/m)
    expect(JSON.parse(outputs.deleted ?? '').map((it: { scope: string }) => it.scope)).toEqual([
      'gone',
      'api__gone..arm64',
      'same',
      'layers that no scope needs',
    ])
    expect(dry.outputs).toEqual(outputs)
    const has = (content: string): boolean => blobsIn(folder).includes(sha256(content))
    expect(
      ['shared', 'of main', 'of young', 'of named', 'of other', 'of unknown', 'of theirs'].filter(
        (it) => !has(it),
      ),
    ).toEqual([])
    expect(['of gone', 'of api', 'left behind'].filter(has)).toEqual([])
    expect(summary).toContain('kept: no scope record')
    expect(readdirSync(join(folder, '.branch-cache/mounts'))).toEqual([archive('main')])
    expect(outputs.kept).toBe('4')
  })

  test.each<[string, Record<string, string>, string[]]>([
    ['adopt', { adopt: 'true' }, ['gone', 'api__gone..arm64', 'same', 'unknown']],
    ['branches: none', { branches: 'none' }, ['gone', 'api__gone..arm64', 'same', 'named']],
    ['branches', { branches: 'g*' }, ['same']],
    ['images', { images: 'api' }, ['api__gone..arm64']],
    ['keep', { keep: '31d' }, []],
  ])('%s', async (_, inputs, scopes) => {
    const { outputs } = await clean({ cache: `type=local,dest=${given()}`, 'dry-run': 'true', ...inputs })
    expect(JSON.parse(outputs.deleted ?? '').map((it: { scope: string }) => it.scope)).toEqual(scopes)
  })

  test('one that is not there is empty', async () => {
    const { exitCode, outputs } = await clean({ cache: `type=local,dest=${tempFolder('x')}/none` })
    expect([exitCode, outputs.deleted]).toEqual([0, '[]'])
  })
})

describe('a mistake in the inputs is one sentence, before anything is asked', () => {
  test.each<[Record<string, string>, string]>([
    [
      { cache: 'type=regsitry,ref=a/b' },
      'cache: type "regsitry" is not one of .* Did you mean "registry"\\?',
    ],
    [{ cache: 'none' }, 'cache: "none" leaves nothing to clean'],
    [{ keep: 'a week' }, 'keep: "a week" is not a time; write days or hours'],
    [{ branches: 'release/[0-9]' }, 'branches: "release/\\[0-9\\]" matches no branch'],
    [{ branches: 'a, b' }, 'branches: write one branch a line, without commas'],
    [{ adopt: 'yes' }, 'adopt: "yes" is not a boolean'],
    [{ 'dry-run': '1' }, 'dry-run: "1" is not a boolean'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as it reaches the action
    [{ images: '${{ matrix.image }}' }, 'images: it contains "\\$\\{\\{", an expression'],
  ])('%j', async (inputs, sentence) => {
    const { exitCode, log } = await clean(inputs)
    expect([exitCode, github.requests]).toEqual([1, []])
    expect(log).toMatch(new RegExp(`^::error::${sentence}`, 'm'))
  })
})
