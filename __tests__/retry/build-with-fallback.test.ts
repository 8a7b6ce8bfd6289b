import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import type { Builder } from '../../src/buildx/builder.ts'
import { type Entries, flagOf } from '../../src/plan/entries.ts'
import { buildWithFallback } from '../../src/retry/build-with-fallback.ts'
import type { Rescued } from '../../src/retry/fallback-types.ts'
import type { Sign } from '../../src/stores/health-check.ts'
import { entries } from './entries.ts'
import { fakeOutside, own, remote, type Start, surelyWith } from './outside.ts'
import { player, recorded } from './played.ts'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

const cacheOf = (csv: string): Entries => entries([csv], [`${csv},mode=max`])
const at = (repository: string): Entries =>
  cacheOf(`type=registry,ref=127.0.0.1:5000/${repository}/cache:main`)
const azblob = (account: string, container: string): Entries =>
  cacheOf(`type=azblob,account_url=${account}/exampleaccount,container=${container},name=main`)

type Played = {
  result: Rescued
  /** What each run was given: `read` and `write` for its caches, `no-cache`. */
  runs: string[]
  said: string[]
  questions: string[]
  urls: string[]
}

type More = { builder?: Builder; sign?: Sign; timeout?: number; answer?: (args: readonly string[]) => string }

/** Runs a build on what happened once, with these caches. */
async function play(stream: Start, all: Entries, more: More = {}): Promise<Played> {
  const { builder = own, sign = 'silent', timeout = 3_000, answer } = more
  const runs: string[] = []
  const said: string[] = []
  const started: Start = (buildx, args, env, streamed) => {
    const words = args.map((it) => it.replace(/^from .*/, 'read').replace(/^to .*/, 'write'))
    runs.push(words.join(' '))
    return stream(buildx, args, env, streamed)
  }
  const { outside, questions, urls } = fakeOutside({
    stream: started,
    sign: () => sign,
    ...(answer ? { answer } : {}),
  })
  const surely = surelyWith(all, outside, { builder, timeout, say: (line) => said.push(line) })
  const building = buildWithFallback(surely)
  building.catch(() => {}) // it is looked at below
  await jest.advanceTimersByTimeAsync(4_000_000)
  const result = await building
  return { result, runs, said, questions, urls: urls.map(([url]) => url) }
}

const lostOf = ({ lost }: Rescued): string[] => lost.map(({ side, store, why }) => `${side} ${store}: ${why}`)
const RETRIED = /^Building again without /

describe('as recorded', () => {
  test('an import that stalls: the builder is restarted, and the image built without that store', async () => {
    const { result, runs, said, questions } = await play(player(recorded('import-stalled')).stream, at('app'))
    expect(result.failure).toBeUndefined()
    expect(runs).toEqual(['read write', ''])
    expect(questions).toEqual(['kill buildx_buildkit_n0'])
    const store = 'the registry cache at 127.0.0.1:5000: it did not respond within 3 s'
    expect(lostOf(result)).toEqual([`import ${store}`, `export ${store}`])
    expect(said.filter((it) => RETRIED.test(it))).toEqual([
      'Building again without reading the registry cache at 127.0.0.1:5000: it did not respond within 3 s.',
      'Building again without writing the registry cache at 127.0.0.1:5000: it did not respond within 3 s.',
    ])
    expect(result.troubles).toEqual([])
  })

  test('where the builder cannot be restarted, the second run stalls too, and the failure says what to do', async () => {
    const { result, runs, questions } = await play(
      player(recorded('import-stalled-for-good')).stream,
      entries(['type=registry,ref=127.0.0.1:5000/app/cache:main'], []),
      { builder: remote },
    )
    expect(runs).toEqual(['read', ''])
    expect(questions).toEqual([])
    expect(result.failure).toMatch(/the registry cache at 127\.0\.0\.1:5000.*: restart its buildkitd\.$/)
    expect(result.troubles).toEqual([result.failure])
  })

  test('an export that stalls: built again without the store, the builder left alone', async () => {
    const { result, runs, questions, urls } = await play(player(recorded('export-stalled')).stream, at('app'))
    expect(result.failure).toBeUndefined()
    expect(runs).toEqual(['read write', ''])
    expect(questions).toEqual([])
    // As the build began, when it stalled, and after the cut.
    expect(urls).toEqual(Array(3).fill('http://127.0.0.1:5000/v2/'))
  })

  test('one that is slow, to a store that answers, is left alone', async () => {
    const { result, runs } = await play(player(recorded('export-slow')).stream, at('app'), {
      sign: 'answers',
    })
    expect(runs).toEqual(['read write'])
    expect(result).toMatchObject({ failure: undefined, lost: [], troubles: [] })
  })

  test('a layer that never arrives, on a builder of somebody else: its steps are built from scratch', async () => {
    const { result, runs } = await play(
      player(recorded('layer-stalled')).stream,
      entries(['type=registry,ref=127.0.0.1:5000/app/cache:main'], []),
      // Only the builder reaches the store, as far as is known; it named the layer as one of this cache.
      { builder: remote, answer: () => JSON.stringify({ layers: [{ digest: LAYER }] }) },
    )
    expect(runs).toEqual(['read', 'no-cache'])
    expect(result.failure).toBeUndefined()
    expect(lostOf(result)).toEqual([
      'import the registry cache at 127.0.0.1:5000: it did not respond within 3 s',
    ])
  })

  test.each<[string, string, Entries, string]>([
    ['a registry', 'layer-gone', at('gone'), 'it refers to data that no longer exists'],
    [
      's3',
      's3-layer-gone',
      cacheOf('type=s3,region=eu-west-3,bucket=ci-cache,endpoint_url=http://127.0.0.1:5000,name=main'),
      'it refers to data that no longer exists',
    ],
  ])(
    'a layer that is gone from %s: built again without reading it, and written',
    async (_, log, all, why) => {
      const { result, runs, said, questions } = await play(player(recorded(log)).stream, all, {
        answer: () => '',
      })
      expect(result.failure).toBeUndefined()
      expect(runs).toEqual(['read write', 'write'])
      expect(questions.filter((it) => /kill|stop/.test(it))).toEqual([])
      expect(said.filter((it) => RETRIED.test(it))).toEqual([expect.stringContaining(`: ${why}.`)])
      expect(result.lost.map(({ side }) => side)).toEqual(['import'])
    },
  )

  test('a step that fails in the second run fails the build: there is no third', async () => {
    const runs = recorded('layer-gone-and-step-fails')
    const seen = await play(player(runs).stream, at('failing'), { answer: () => '' })
    expect(seen.runs).toEqual(['read write', 'write'])
    expect(seen.result.failure).toContain('cat /nothing')
  })

  test('a step’s own failure is never run again, though it prints what a cache would', async () => {
    const seen = await play(player(recorded('step-fails')).stream, at('own'))
    expect(seen.runs).toEqual(['read write'])
    expect(seen.result).toMatchObject({ lost: [], hasBegun: true })
    expect(seen.result.failure).toContain('cat /nothing')
    expect(seen.said.filter((it) => RETRIED.test(it))).toEqual([])
  })

  test('azblob’s container, made by another job in the same moment: once more, with all', async () => {
    const all = azblob('http://127.0.0.1:5000', 'raced')
    const seen = await play(player(recorded('container-raced')).stream, all)
    expect(seen.runs).toEqual(['read write', 'read write'])
    expect(seen.result).toMatchObject({ failure: undefined, lost: [] })
  })

  test.each([
    ['with a wrong key', 'azblob-wrong-key', 'http://127.0.0.1:5000', 'wrong'],
    [
      'that is down, of which buildx says that there is no such job',
      'azblob-down',
      'http://127.0.0.1:9',
      'down',
    ],
  ])('azblob %s: built without writing it', async (_, log, account, container) => {
    const seen = await play(player(recorded(log)).stream, azblob(account, container))
    expect(seen.runs).toEqual(['read write', 'read'])
    expect(seen.result.failure).toBeUndefined()
    expect(seen.result.lost.map(({ side }) => side)).toEqual(['export'])
  })
})

const LAYER = 'sha256:d94e450491e852d22925fdacf394f6ddad877fc9eec540b003ace088b8662389'

/** buildx that prints one text after the other, a run each, and ends with 1 after each but an empty one. */
function failingWith(...texts: string[]): Start {
  let run = 0
  return async (_buildx, _args, _env, { onOutput }) => {
    if (run > 20) throw new Error('there is no end to it')
    const text = texts[Math.min(run++, texts.length - 1)] ?? ''
    if (text !== '') onOutput(`#1 [internal] load build definition from Dockerfile\n${text}\n`, false)
    return text === '' ? 0 : 1
  }
}

const SOLVE = 'ERROR: failed to build: failed to solve: '
const GONE = `${SOLVE}failed to copy: httpReadSeeker: failed open: could not fetch content descriptor ${LAYER} from remote: not found`
const SPOILT = `${SOLVE}failed to prepare a as b: parent snapshot c does not exist: not found`

describe('the number of runs is bounded', () => {
  test('what the builder remembers of a cache that was left out: a third run, from nothing, is the last', async () => {
    const seen = await play(failingWith(GONE), at('app'), { answer: () => '' })
    expect(seen.runs).toEqual(['read write', 'write', 'write no-cache'])
    expect(seen.result.failure).toContain('could not fetch content descriptor')
  })

  test('a builder that loses its own data time and again is restarted once', async () => {
    const seen = await play(failingWith(SPOILT), at('app'))
    expect(seen.runs).toEqual(['read write', 'read write'])
    expect(seen.questions.filter((it) => it.startsWith('kill'))).toHaveLength(1)
    expect(seen.result.failure).toContain('parent snapshot')
  })

  test('whatever each run fails with, there is one for each cache and two more', async () => {
    const csvs = [
      'type=registry,ref=r.io/a:main',
      'type=s3,region=r,bucket=b,name=main',
      'type=azblob,account_url=https://a.blob.example,name=main',
    ]
    const error = fc.constantFrom(
      GONE,
      SPOILT,
      `${SOLVE}failed to copy: operation error S3: GetObject, StatusCode: 404, NoSuchKey`,
      `${SOLVE}failed to configure s3 cache exporter: x`,
      `${SOLVE}failed to configure azblob cache exporter: ContainerAlreadyExists`,
      'ERROR: failed to build: failed to receive status: rpc error: no such job abc',
      `${SOLVE}process "make" did not complete successfully: exit code: 2`,
      '',
    )
    const some = fc.subarray(csvs)
    await fc.assert(
      fc.asyncProperty(
        fc.array(error, { minLength: 1, maxLength: 9 }),
        some,
        some,
        async (errors, from, to) => {
          const all = entries(from, to)
          const { runs, result } = await play(failingWith(...errors), all, { answer: () => '' })
          expect(runs.length).toBeLessThanOrEqual(from.length + to.length + 2)
          const last = errors[Math.min(runs.length, errors.length) - 1]
          expect(result.failure === undefined).toBe(last === '')
          // Nothing is left out twice, and nothing that was not there.
          const names = result.lost.map(({ side, entry }) => `${side} ${flagOf(entry)}`)
          expect(new Set(names).size).toBe(names.length)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('stores are asked for a sign of life', () => {
  const quick = failingWith('')
  const slow: Start = () => new Promise((done) => setTimeout(() => done(0), 200))

  test('a tenth of a second after the build began, each once', async () => {
    const all = entries(
      ['type=registry,ref=r.io/a:main', 'type=registry,ref=r.io/a:base'],
      ['type=registry,ref=r.io/a:main,mode=max'],
    )
    expect((await play(slow, all)).urls).toEqual(['https://r.io/v2/'])
  })

  test.each<[string, Start, number]>([
    ['not where the build has ended by then', quick, 3_000],
    ['not where a store may keep it waiting', slow, 0],
  ])('%s', async (_, stream, timeout) => {
    expect((await play(stream, at('app'), { timeout })).urls).toEqual([])
  })
})

test('without a time limit nothing is cut', async () => {
  const waits: Start = (_buildx, _args, _env, { onOutput }) => {
    onOutput('#3 importing cache manifest from 127.0.0.1:5000/app/cache:main\n', false)
    return new Promise((done) => setTimeout(() => done(0), 3_000_000))
  }
  const seen = await play(waits, at('app'), { timeout: 0 })
  expect(seen.runs).toHaveLength(1)
  expect(seen.result).toMatchObject({ failure: undefined, lost: [] })
})

test('a job that is cancelled: what the process throws is thrown, nothing is run again, and no clock is left', async () => {
  let runs = 0
  const cancelled: Start = async (_buildx, _args, _env, { onOutput }) => {
    runs++
    onOutput(`${GONE}\n`, false)
    throw new Error('cancelled by SIGINT')
  }
  await expect(play(cancelled, at('app'))).rejects.toThrow('cancelled by SIGINT')
  expect(runs).toBe(1)
  expect(jest.getTimerCount()).toBe(0)
})

test('a cache that was left out before the build is in no run, and told', async () => {
  const all = at('app')
  const { outside } = fakeOutside({ stream: failingWith('') })
  const lost = [{ side: 'import', entry: all.from[0], store: 'x', why: 'y' }] as Rescued['lost']
  const seen: string[][] = []
  const stream: Start = (buildx, args, env, streamed) => {
    seen.push(args)
    return outside.stream(buildx, args, env, streamed)
  }
  const result = await buildWithFallback(surelyWith(all, { ...outside, stream }, { lost }))
  expect(seen).toEqual([[...all.to.slice(0, 1).map((it) => `to ${flagOf(it)}`)]])
  expect(result.lost).toEqual(lost)
})
