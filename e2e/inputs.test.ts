import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { GithubEvent } from './events/event.ts'
import { pullPayload, repo } from './events/payloads.ts'
import { onPull, push } from './events/rows.ts'
import { recordStep, valuesOf } from './recording.ts'

const event = push('topic')
const cache = 'type=registry,ref=registry.example.org/app/cache'

describe('a mistake in the inputs is one sentence, before anything runs', () => {
  test.each<[Record<string, string>, string]>([
    [
      { cache: 'type=regsitry,ref=a/b' },
      'cache: type "regsitry" is not one of .* Did you mean "registry"\\?',
    ],
    [{ cache: 'ref=a/b' }, 'cache: .*type'],
    [{ cache: 'type=registry' }, 'cache: registry needs ref='],
    [{ cache: 'type=registry,ref=a b' }, 'cache: ref is not an image reference'],
    [{ cache: 'type=registry,ref=a/b@sha256:0' }, 'cache: .*digest'],
    [
      { cache: 'type=registry,ref=a/b,moed=max' },
      'cache: registry has no attribute "moed".* Did you mean "mode"\\?',
    ],
    [{ cache: 'type=registry,ref=a/b,mode=maximal' }, 'cache: mode "maximal" is not min or max'],
    [{ cache: 'type=registry,"ref=a' }, 'cache: a double quote is out of place'],
    [{ cache, 'cache-write': 'sometimes' }, 'cache-write: "sometimes" is not one of'],
    [{ cache, 'cache-branch': 'a..b' }, 'cache-branch: "a\\.\\.b" is not a valid branch name'],
    [{ cache, 'cache-fallback': 'main\n-x' }, 'cache-fallback: "-x" is not a valid branch name'],
    [{ cache, 'cache-shard-index': 'first' }, 'cache-shard-index: "first" is not a number'],
    [{ cache, 'cache-keep': 'a week' }, 'cache-keep: "a week" is not'],
    [{ cache, 'cache-max-size': '10 apples' }, 'cache-max-size: "10 apples" is not'],
    [{ cache, 'plan-only': 'yes' }, 'plan-only: "yes" is not a boolean'],
    [{ target: '--push' }, 'target: "--push" begins with "-"'],
    [{ context: '-' }, 'context: "-" begins with "-"'],
    [{ file: '-x' }, 'file: "-x" begins with "-"'],
    [{ push: 'ja' }, 'push: "ja" is not a boolean'],
  ])('%j', async (inputs, sentence) => {
    const { exitCode, log, calls, outputs } = await recordStep({ event, inputs: { context: '.', ...inputs } })
    expect(exitCode).toBe(1)
    expect(log).toMatch(new RegExp(`^::error::${sentence}.*\\n$`))
    expect({ calls, outputs }).toEqual({ calls: [], outputs: {} })
  })
})

test('an input whose name is close to a known one has a warning, others have none', async () => {
  const inputs = { context: '.', cahce: 'gha', cache, args: 'x', 'something-of-a-wrapper': 'y' }
  const { exitCode, log } = await recordStep({ event, inputs })
  expect(exitCode).toBe(0)
  expect(log.match(/^::warning::.*input.*/gm)).toEqual([
    '::warning::There is no input "cahce". Did you mean "cache"?',
  ])
})

test('a cache-from left from before turns the automatic cache off, and log and summary say so', async () => {
  const sentence = 'No branch cache: cache-from turns the automatic cache off.'
  const { log, summary } = await recordStep({ event, inputs: { context: '.', 'cache-from': 'type=gha' } })
  expect(log).toContain(`\n${sentence}\n`)
  expect(summary).toContain(sentence)
})

describe('without the event the build goes on and no cache is written', () => {
  const folder = mkdtempSync(join(process.env.E2E_TEMP ?? tmpdir(), 'event-'))
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const secret = file('unreadable', '{}')
  chmodSync(secret, 0)
  const paths: [string, string][] = [
    ['a missing file', join(folder, 'missing')],
    ['no path', ''],
    ['a folder', folder],
    ['no JSON', file('text', 'not JSON')],
    ['half of it', file('half', '{"ref": "refs/he')],
    // Root reads everything.
    ...(process.getuid?.() === 0 ? [] : ([['no permission', secret]] as [string, string][])),
  ]
  const events: [GithubEvent, string[]][] = [
    [{ ...event, payload: undefined }, ['topic']],
    [{ ...onPull(pullPayload({ head: 'topic', base: 'main' })), payload: undefined }, ['main', 'topic']],
  ]
  const cases = paths.flatMap(([title, path]) =>
    events.map(([it, reads]) => [title, it.name, { it, path, reads }] as const),
  )
  test.each(cases)('%s, %s', async (_title, _name, { it, path, reads }) => {
    const { exitCode, log, build } = await recordStep({
      event: { ...it, env: { ...it.env, GITHUB_EVENT_PATH: path } },
      inputs: { context: '.', cache, 'cache-write': 'always' },
    })
    expect(exitCode).toBe(0)
    expect(log.match(/^::warning::.*/gm)).toHaveLength(1)
    expect(valuesOf('--cache-to', build)).toEqual([])
    expect(valuesOf('--cache-from', build)).toEqual(reads.map((key) => `${cache}:${key}`))
  })
})

test('a payload that is JSON and no event writes nothing that it names', async () => {
  for (const payload of [null, 7, 'x', [], { pull_request: null }, { pull_request: { head: 7 } }]) {
    const { exitCode, build } = await recordStep({
      event: { ...onPull(pullPayload()), payload },
      inputs: { context: '.', cache },
    })
    expect(exitCode).toBe(0)
    expect(valuesOf('--cache-to', build)).toEqual([])
  }
})

test.each([
  'type=azblob,account_url=https://account.blob.core.windows.net,secret_access_key=',
  'type=s3,region=eu-west-1,bucket=b,access_key_id=,secret_access_key=',
  'type=registry,ref=',
  'type=registry,ref=ghcr.io//app/cache',
])('where a fork’s run gets no secrets it builds without the cache: %s', async (spec) => {
  const fork = onPull(pullPayload({ head: 'topic', headRepo: repo('mallory/app') }))
  const { exitCode, log, build } = await recordStep({ event: fork, inputs: { context: '.', cache: spec } })
  expect(exitCode).toBe(0)
  expect(log.match(/^::warning::.*/gm)).toEqual([
    expect.stringMatching(
      /^::warning::cache: \w+ is ignored, because .* empty\. Runs from forks and Dependabot/,
    ),
  ])
  expect(build?.argv.filter((it) => it.startsWith('--cache'))).toEqual([])
})

test('a name that is the branch’s is warned of', async () => {
  const { exitCode, log } = await recordStep({ event, inputs: { context: '.', cache: `${cache}:topic` } })
  expect(exitCode).toBe(0)
  expect(log).toMatch(/^::warning::cache: the name "topic" contains the branch or tag/m)
})
