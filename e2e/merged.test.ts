import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { GithubEvent } from './events/event.ts'
import { byQueue, idOf, pull, pullsPath, pushOf, queueOf } from './events/merges.ts'
import { pullPayload, repo } from './events/payloads.ts'
import { onPull } from './events/rows.ts'
import { answering, type GithubApi, type Handler, startGithubApi } from './parts/github-api.ts'
import { readsIn, recordStep, valuesOf } from './recording.ts'
import type { Step } from './runner.ts'

const ref = 'registry.example.org/octo/app/cache'
const cache = `type=registry,ref=${ref}`
const TOKEN = 'ghs_a-token-that-nobody-may-see'

const running: GithubApi[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((api) => api.stop()))
})

/** The lines of the log's group on the plan. */
function planOf(log: string): string[] {
  return /::group::Cache plan\n(.*?)::endgroup::/s.exec(log)?.[1]?.split('\n') ?? []
}

/** A step with the stand-in as its API: what it reads, what it asked, and its log without the mask's line. */
async function run(
  handler: Handler,
  event: GithubEvent,
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
) {
  const api = await startGithubApi(handler)
  running.push(api)
  const step: Omit<Step, 'workspace'> = {
    event,
    inputs: { context: '.', cache, 'github-token': TOKEN, ...inputs },
    env: { GITHUB_API_URL: api.url, ...env },
  }
  const outcome = await recordStep(step)
  const log = outcome.log.replaceAll(`::add-mask::${TOKEN}\n`, '')
  expect(outcome.exitCode).toBe(0)
  expect([log, ...outcome.calls.flatMap(({ argv }) => argv)].join('\n')).not.toContain(TOKEN)
  return {
    reads: readsIn(log),
    flags: valuesOf('--cache-from', outcome.build),
    asked: api.requests.map(({ path }) => path),
    requests: api.requests,
    log,
    lines: planOf(log).filter((line) => /^(merged branch|note) /.test(line)),
    outcome,
  }
}

const squash = pushOf(['A title (#7)'])
const from = (pulls: unknown[]): Handler => answering({ [pullsPath()]: pulls })

describe('what GitHub sends after each kind of merge', () => {
  const withFeature = answering({ [pullsPath()]: [pull()] })
  const by = 'merged branch   topic (from the message of the merge commit 9c1f6e3)'
  const byApi = "merged branch   topic (from GitHub's API: pull request #7)"

  test.each<[string, GithubEvent, string[], string[]]>([
    [
      'a merge commit',
      pushOf(['Words', 'More words', 'Merge pull request #7 from octo/topic\n\nA title']),
      [],
      [by],
    ],
    ["git's merge, pushed", pushOf(['Words', "Merge branch 'topic'"]), [], [by]],
    [
      "git's merge of a branch that was fetched",
      pushOf(['Words', "Merge remote-tracking branch 'origin/topic'"]),
      [],
      [by],
    ],
    ['a squash', squash, [pullsPath()], [byApi]],
    ['a squash with a body', pushOf(['A title (#7)\r\n\r\n* One\r\n* Two (#6)\r\n']), [pullsPath()], [byApi]],
    ['a rebase of three commits', pushOf(['One', 'Two', 'Three']), [pullsPath()], [byApi]],
    ["a merge commit with the pull request's title", pushOf(['One', 'A title (#7)']), [pullsPath()], [byApi]],
    ['a fast-forward that git pushed', pushOf(['One']), [pullsPath()], [byApi]],
    ['a force push of a squash', pushOf(['A title (#7)'], { forced: true }), [pullsPath()], [byApi]],
    ['a squash of a branch that is deleted', squash, [pullsPath()], [byApi]],
    [
      'a revert, itself merged as a squash',
      pushOf(['Revert "Merge pull request #3 from octo/old" (#7)']),
      [pullsPath()],
      [byApi],
    ],
  ])('%s', async (_, event, asked, lines) => {
    const outcome = await run(withFeature, event)
    expect(outcome).toMatchObject({ reads: ['main', 'topic'], asked, lines })
    expect(outcome.flags).toEqual(['main', 'topic'].map((key) => `${cache}:${key}`))
  })

  test('the request: a token, and nothing else of this action', async () => {
    const { requests } = await run(withFeature, squash)
    expect(requests).toEqual([{ method: 'GET', path: pullsPath(), authorization: `Bearer ${TOKEN}` }])
  })

  test('a squash into another branch than the default one', async () => {
    const pulls = [pull({ head: 'fix', base: 'release-2' }), pull({ head: 'topic' })]
    const { reads } = await run(from(pulls), pushOf(['A title (#7)'], {}, 'release-2'))
    expect(reads).toEqual(['release-2', 'fix', 'main'])
  })

  test('several squashes that the queue pushes at once', async () => {
    const event = pushOf(['One (#5)', 'Two (#6)', 'Three (#7)'], byQueue)
    const { reads, asked } = await run(
      answering({
        [pullsPath(idOf(1))]: [pull({ head: 'one' })],
        [pullsPath(idOf(2))]: [pull({ head: 'two' })],
        [pullsPath()]: [pull({ head: 'three' })],
      }),
      event,
    )
    expect(asked.sort()).toEqual([pullsPath(idOf(1)), pullsPath(idOf(2)), pullsPath()].sort())
    expect(reads).toEqual(['main', 'three', 'two', 'one', 'queue-main'])
  })

  test('five squashes are three requests, and three branches with those that messages tell', async () => {
    const event = pushOf([
      'One (#1)',
      'Merge pull request #2 from octo/merged',
      'Three (#3)',
      'Four (#4)',
      'Five (#5)',
    ])
    const all = [3, 4].map((i) => [pullsPath(idOf(i)), [pull({ head: `from-${i}` })]])
    const handler = answering({ ...Object.fromEntries(all), [pullsPath()]: [] })
    const { reads, asked } = await run(handler, event)
    expect(asked).toHaveLength(3)
    expect(reads).toEqual(['main', 'from-4', 'from-3', 'merged'])
  })

  test.each<[string, GithubEvent]>([
    ['a revert of a merge', pushOf(['Revert "Merge pull request #7 from octo/topic"\n\nThis reverts it.'])],
    ['a pull from some URL', pushOf(["Merge branch 'topic' of https://github.com/octo/app"])],
    ['a change of no pull request', pushOf(['Words'])],
    ['a force push to an older commit', pushOf(['Words'], { forced: true, commits: [] })],
  ])('%s merges no branch', async (_, event) => {
    const { reads, lines, asked } = await run(from([]), event)
    expect({ reads, lines, asked }).toEqual({ reads: ['main'], lines: [], asked: [pullsPath()] })
  })
})

describe('only pull requests of this repository count that were merged into the pushed branch', () => {
  const fork = repo('mallory/app')
  test.each<[string, unknown]>([
    ['nothing', []],
    ['one that is open', [pull({ mergedAt: null })]],
    ['one with an empty time', [pull({ mergedAt: '' })]],
    ['one with a time that is no text', [pull({ mergedAt: true }), pull({ mergedAt: 1 })]],
    ['one into another branch', [pull({ base: 'release' })]],
    ['one of a fork', [pull({ repository: fork })]],
    ['one of a fork whose branch is called as ours', [pull({ repository: fork, head: 'main' })]],
    ['one of a fork that is gone', [pull({ repository: null })]],
    ['one of a repository with a like name', [pull({ repository: repo('octo/app2') })]],
    ['the pushed branch itself', [pull({ head: 'main' })]],
    ...['-x', 'a b', 'a..b', 'x.lock', '../main', '', 'a\nb', 'HEAD', '\ud800'].map(
      (head): [string, unknown] => [`a head called ${JSON.stringify(head)}`, [pull({ head })]],
    ),
    ...[7, null, ['topic'], { ref: 'topic' }].map((head): [string, unknown] => [
      `a head ${JSON.stringify(head)}`,
      [pull({ head })],
    ]),
    ['a pull request alone', pull()],
    ['null', null],
    ['a text', 'topic'],
    ['a list of anything', [null, 7, 'topic', [], {}, { merged_at: 'x', head: null, base: [] }]],
  ])('%s', async (_, body) => {
    const { reads, lines } = await run(answering({ [pullsPath()]: body }), squash)
    expect({ reads, lines }).toEqual({ reads: ['main'], lines: [] })
  })

  test('of a hundred, the three that were merged last', async () => {
    const day = (i: number): string => `2026-0${1 + (i % 9)}-01T00:00:${String(i % 60).padStart(2, '0')}Z`
    const pulls = Array.from({ length: 100 }, (_, i) => pull({ head: `b${i}`, mergedAt: day(i), number: i }))
    const last = pulls.toSorted((a, b) => (String(a.merged_at) < String(b.merged_at) ? 1 : -1)).slice(0, 3)
    const { reads } = await run(from(pulls), squash)
    expect(reads).toEqual(['main', ...last.map((it) => (it.head as { ref: string }).ref)])
  })

  test('a branch that is called like a pull request of a fork is a branch', async () => {
    const { reads } = await run(from([pull({ head: 'pr-7' })]), squash)
    expect(reads).toEqual(['main', 'pr-7-c1cec5c4a6eb6fe4'])
  })
})

describe('an API that does not answer leaves the build as it was, and one line in the log', () => {
  const status =
    (code: number, headers: Record<string, string> = {}): Handler =>
    (_, response) => {
      response.writeHead(code, { 'content-type': 'application/json', ...headers })
      response.end('{"message":"Resource not accessible by integration"}')
    }
  const it = "note            GitHub's API did not report what was merged: "
  test.each<[string, Handler, string]>([
    ['401', status(401), 'it answered 401 for commit 9c1f6e3'],
    [
      '403',
      status(403, { 'x-ratelimit-remaining': '4999' }),
      'the token cannot read pull requests (403); add "pull-requests: read" to the job\'s permissions',
    ],
    ['403 at the limit', status(403, { 'x-ratelimit-remaining': '0' }), 'its rate limit is reached (403)'],
    ['404', status(404), 'it answered 404 for commit 9c1f6e3'],
    ['429', status(429), 'its rate limit is reached (429)'],
    ['500', status(500), 'it answered 500 for commit 9c1f6e3'],
    ['502 with a page', status(502, { 'content-type': 'text/html' }), 'it answered 502 for commit 9c1f6e3'],
    [
      'a page instead of JSON',
      (_, response) => response.end('<html>'),
      'its answer for commit 9c1f6e3 is not JSON',
    ],
    ['an empty answer', (_, response) => response.end(), 'its answer for commit 9c1f6e3 is not JSON'],
    [
      'a connection that is cut',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('[', () => response.destroy())
      },
      'UND_ERR_SOCKET',
    ],
    ['a connection that is refused at once', (_, response) => response.destroy(), 'UND_ERR_SOCKET'],
    ['no answer', () => {}, 'no response within 2 s'],
    ['half an answer', (_, response) => response.write('[{"number": 7'), 'no response within 2 s'],
    [
      'an answer that drips',
      (_, response) => {
        const timer = setInterval(() => response.write(' '), 50)
        response.on('close', () => clearInterval(timer))
      },
      'no response within 2 s',
    ],
    [
      'an answer without end',
      (_, response) => {
        const more = (): void => {
          while (!response.destroyed && response.write(' '.repeat(1 << 16)));
        }
        response.on('drain', more)
        more()
      },
      'its answer is longer than 4000000 bytes',
    ],
  ])('%s', async (_, handler, why) => {
    const { reads, lines, log } = await run(handler, squash)
    expect({ reads, lines }).toEqual({ reads: ['main'], lines: [`${it}${why}`] })
    expect(log).not.toMatch(/^::(warning|error|notice)::/m)
  })

  test('the token goes nowhere else', async () => {
    const other = await startGithubApi(answering({ [pullsPath()]: [pull()] }))
    running.push(other)
    const redirect: Handler = (path, response) => {
      response.writeHead(301, { location: `${other.url}${path}` })
      response.end()
    }
    const { reads, lines } = await run(redirect, squash)
    expect({ reads, others: other.requests }).toEqual({ reads: ['main'], others: [] })
    expect(lines).toHaveLength(1)
  })

  test('three refusals are one line', async () => {
    const { lines, asked } = await run(status(403), pushOf(['One (#5)', 'Two (#6)', 'Three (#7)']))
    expect(asked).toHaveLength(3)
    expect(lines).toHaveLength(1)
  })

  test('one of three answers is enough to go by', async () => {
    const handler = answering({ [pullsPath(idOf(2))]: [pull({ head: 'two' })] })
    const { reads, lines } = await run(handler, pushOf(['One (#5)', 'Two (#6)', 'Three (#7)']))
    expect(reads).toEqual(['main', 'two'])
    expect(lines).toEqual([
      "merged branch   two (from GitHub's API: pull request #7)",
      expect.stringContaining('it answered 404'),
    ])
  })

  test.each(['nonsense', 'ftp://127.0.0.1/', 'http://127.0.0.1:1', 'http://'])(
    'GITHUB_API_URL=%s',
    async (url) => {
      const { reads, lines } = await run(() => {}, squash, {}, { GITHUB_API_URL: url })
      expect(reads).toEqual(['main'])
      expect(lines).toEqual([expect.stringContaining(it)])
    },
  )
})

describe('asking costs little', () => {
  test('docker is inspected meanwhile: an answer that waits for that comes in time', async () => {
    const api = await startGithubApi((_, response) => {
      response.writeHead(200)
      // 300 ms are more than the whole start takes.
      setTimeout(() => response.end(JSON.stringify([pull()])), 300)
    })
    running.push(api)
    const inputs = { context: '.', cache, 'github-token': TOKEN }
    const { outputs, calls } = await recordStep({ event: squash, inputs, env: { GITHUB_API_URL: api.url } })
    expect(outputs['cache-from']).toBe([`${cache}:main`, `${cache}:topic`].join('\n'))
    expect(calls.map(({ argv }) => argv[1]).sort()).toEqual(['build', 'du', 'history', 'inspect', 'version'])
  })

  test('plan-only asks too', async () => {
    const { reads, outcome } = await run(from([pull()]), squash, { 'plan-only': 'true' })
    expect({ reads, calls: outcome.calls }).toEqual({ reads: ['main', 'topic'], calls: [] })
  })

  test('GitHub Enterprise Server has its API below a path', async () => {
    const api = await startGithubApi(answering({ [`/api/v3${pullsPath()}`]: [pull()] }))
    running.push(api)
    const env = { GITHUB_API_URL: `${api.url}/api/v3/`, GITHUB_SERVER_URL: api.url }
    const { reads } = await run(() => {}, squash, {}, env)
    expect(reads).toEqual(['main', 'topic'])
  })
})

test('the proxies of the step are used', async () => {
  const api = await startGithubApi(from([pull()]))
  running.push(api)
  const wanted: string[] = []
  const proxy = createServer().on('connect', (request, socket) => {
    wanted.push(request.url ?? '')
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    socket.pipe(connect(Number(new URL(api.url).port), '127.0.0.1')).pipe(socket)
  })
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
  try {
    const { port } = proxy.address() as AddressInfo
    const env = { GITHUB_API_URL: 'http://github.example.test', http_proxy: `http://127.0.0.1:${port}` }
    const { reads } = await run(() => {}, squash, {}, env)
    expect({ reads, wanted }).toEqual({ reads: ['main', 'topic'], wanted: ['github.example.test:80'] })
  } finally {
    proxy.closeAllConnections()
    await new Promise((done) => proxy.close(done))
  }
})

describe('nothing is asked where nothing can come of it', () => {
  const tag = { ...squash, env: { ...squash.env, GITHUB_REF: 'refs/tags/v1' } }
  test.each<[string, GithubEvent, Record<string, string>?]>([
    ['a merge that its message tells', pushOf(['Merge pull request #7 from octo/topic'])],
    ['a merge of a fork’s branch that its message tells', pushOf(['Merge pull request #7 from mallory/x'])],
    ['cache-read-merged: false', squash, { 'cache-read-merged': 'false' }],
    ['no token', squash, { 'github-token': '' }],
    ['no cache', squash, { cache: 'none' }],
    ['gha alone', squash, { cache: 'gha' }],
    ['the automatic cache', squash, { cache: '' }],
    ['a new branch', pushOf(['A title (#7)'], { created: true }, 'new')],
    ['a push that deletes', pushOf([], { deleted: true })],
    ['a tag', tag],
    ['a pull request', onPull(pullPayload())],
    ['a dispatch', { ...squash, name: 'workflow_dispatch' }],
    ['a schedule', { ...squash, name: 'schedule' }],
    ['an event that anyone can trigger', { ...squash, name: 'issue_comment' }],
    ['no event file', { ...squash, payload: undefined }],
  ])('%s', async (_, event, inputs = {}) => {
    const { asked } = await run(from([pull()]), event, inputs)
    expect(asked).toEqual([])
  })
})

describe('the merge queue', () => {
  const path = '/repos/octo/app/pulls/7'
  const answer = (body: unknown): Handler => answering({ [path]: body })
  const open = pull({ head: 'topic', mergedAt: null })

  test('of a merge, the message tells the head', async () => {
    const event = queueOf('Merge pull request #7 from octo/topic\n\nA title')
    const { reads, asked } = await run(answer(open), event)
    expect({ reads, asked }).toEqual({ reads: ['queue-main', 'topic', 'main'], asked: [] })
  })

  test('of a squash, the API', async () => {
    const { reads, asked, lines } = await run(answer(open), queueOf('A title (#7)'))
    expect({ reads, asked }).toEqual({ reads: ['queue-main', 'topic', 'main'], asked: [path] })
    expect(lines).toEqual(["merged branch   topic (from GitHub's API: pull request #7)"])
  })

  test('into another branch', async () => {
    const { reads } = await run(answer({ ...open, base: { ref: 'dev' } }), queueOf('A title (#7)', 'dev'))
    expect(reads).toEqual(['queue-dev', 'topic', 'dev', 'main'])
  })

  test.each<[string, unknown]>([
    ["a fork's", pull({ repository: repo('mallory/app') })],
    ['a fork that is gone', pull({ repository: null })],
    ['another base', pull({ base: 'dev' })],
    ['a list', [open]],
    ['null', null],
  ])('%s', async (_, body) => {
    const { reads } = await run(answer(body), queueOf('A title (#7)'))
    expect(reads).toEqual(['queue-main', 'main'])
  })

  test('with shards and a cache name as everywhere', async () => {
    const api = await startGithubApi(answer(open))
    running.push(api)
    const { outputs } = await recordStep({
      event: queueOf('A title (#7)'),
      inputs: { context: '.', cache, 'cache-name': 'web', 'cache-shard': 'arm', 'github-token': TOKEN },
      index: 1,
      env: { GITHUB_API_URL: api.url },
    })
    const keys = outputs['cache-from']?.split('\n').map((it) => it.replace(`${cache}:`, ''))
    expect(keys).toEqual(
      ['main', 'queue-main', 'topic'].flatMap((branch) => [`web__${branch}`, `web__${branch}..arm`]),
    )
  })

  test('not on gha', async () => {
    const { asked } = await run(answer(open), queueOf('A title (#7)'), { cache: 'gha' })
    expect(asked).toEqual([])
  })
})

test('on gha no merged branch is read, while a registry next to it reads it', async () => {
  const claims = {
    ac: '[{"Scope":"refs/heads/main","Permission":3}]',
    nbf: 0,
    exp: Math.floor(Date.now() / 1000) + 3600,
  }
  const env = {
    ACTIONS_RUNTIME_TOKEN: `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`,
    ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/',
    ACTIONS_CACHE_SERVICE_V2: 'true',
  }
  const merge = pushOf(['Merge pull request #6 from octo/other', 'A title (#7)'])
  const { outcome } = await run(from([pull()]), merge, { cache: `gha\n${cache}` }, env)
  const entries = outcome.outputs['cache-from']?.split('\n')
  expect(entries).toEqual([
    'type=gha,scope=main-',
    // The newest merge is listed last: BuildKit mostly keeps the last.
    ...['main', 'other', 'topic'].map((key) => `${cache}:${key}`),
  ])
})
