import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type CacheService, startCacheService } from './cache-service/server.ts'
import { token, tokens } from './cache-service/token.ts'
import { pushTo } from './events/simple.ts'
import { type Azurite, startAzurite } from './parts/azurite.ts'
import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { startAll } from './parts/start-all.ts'
import { builds, watchProcesses } from './processes.ts'
import { type Project, STEPS, stagedProject } from './project.ts'
import type { Outcome } from './runner.ts'
import { buildOn } from './stage.ts'
import { serviceVariables, tokenFor } from './stores/gha.ts'

const MAIN = 'refs/heads/main'

let machine: Machine
let azurite: Azurite
let service: CacheService
let project: Project

beforeAll(async () => {
  ;[machine, azurite] = await startAll(startBuildkitd(), startAzurite())
  service = await startCacheService(azurite)
  project = stagedProject()
  const event = pushTo('main')
  await build(serviceVariables(service, tokenFor(event)))
})

afterAll(async () => {
  for (const part of [machine, service, azurite]) await part?.stop()
})

beforeEach(() => machine.prune())

type Seen = Outcome & { argv: string[]; asked: string[] }

/** A push to main; what it left, the command as the system saw it and what the service was asked. */
async function build(
  env: Record<string, string>,
  cache = 'gha',
  inputs: Record<string, string> = {},
): Promise<Seen> {
  const before = service.asked.length
  const watch = watchProcesses()
  const outcome = await buildOn(machine, {
    event: pushTo('main'),
    workspace: project.folder,
    inputs: { cache, ...inputs },
    env,
  })
  const argv = builds(watch.stop()).at(-1)?.argv ?? []
  return { ...outcome, argv, asked: service.asked.slice(before) }
}

const flags = ({ argv }: Seen): string[] => argv.filter((word) => /^--cache-(from|to)$/.test(word))
const commands = ({ log }: Seen): string[] => log.match(/^::(warning|error|notice).*/gm) ?? []

describe('whatever the token and the workflow allow, the build is green and the log is right', () => {
  const both = tokens.both(MAIN)
  const withToken = (secret: string): Record<string, string> => serviceVariables(service, secret)
  const unused = (why: string): string[] => [`::warning::GitHub's cache is not used: ${why}.`]
  const noToken = 'token of the Actions cache service: a runner provides it only to actions'
  const noUrl = noToken.replace('token', 'URL')
  type Row = [name: string, env: () => Record<string, string>, flags: string, said: string[], line: string]

  const rows: Row[] = [
    ['read and write', () => withToken(both), 'from to', [], 'write           gha main (own)'],
    [
      'read-only',
      () => withToken(tokens.readOnly(MAIN)),
      'from',
      [],
      "nothing on gha: GitHub's token for this event is read-only",
    ],
    [
      'write-only',
      () => withToken(tokens.writeOnly(MAIN)),
      '',
      unused('the token cannot read any scope'),
      '',
    ],
    ['no scope', () => withToken(tokens.none()), '', unused('the token cannot read any scope'), ''],
    [
      'one scope to read, another to write',
      () => withToken(token([...access(MAIN, 1), ...access('refs/heads/other', 2)])),
      'from',
      [],
      "nothing on gha: GitHub's token for this event is read-only",
    ],
    ['expired', () => withToken(tokens.expired(MAIN)), '', unused('the token has expired'), ''],
    ['malformed', () => withToken(tokens.malformed()), '', unused('the token is malformed'), ''],
    [
      'no claim of access',
      () => withToken(tokens.withoutAccess()),
      '',
      unused('the token lists no permissions'),
      '',
    ],
    [
      'no claim of times',
      () => withToken(tokens.withoutTimes()),
      '',
      unused('the token has no validity period'),
      '',
    ],
    ['no token', () => ({ ...withToken(both), ACTIONS_RUNTIME_TOKEN: '' }), '', [noToken], ''],
    ['no URL', () => ({ ...withToken(both), ACTIONS_RESULTS_URL: '' }), '', [noUrl], ''],
    ['no variables at all', () => ({}), '', [noToken], ''],
    [
      'cache-mode read',
      () => ({ ...withToken(both), ACTIONS_CACHE_MODE: 'read' }),
      'from',
      [],
      "nothing on gha: the workflow's cache-mode is read",
    ],
    [
      'cache-mode write',
      () => ({ ...withToken(both), ACTIONS_CACHE_MODE: 'write' }),
      'from to',
      [],
      'write           gha main (own)',
    ],
    [
      'cache-mode write-only',
      () => ({ ...withToken(both), ACTIONS_CACHE_MODE: 'write-only' }),
      '',
      unused("the workflow's cache-mode is write-only, and BuildKit has to read what it writes"),
      '',
    ],
    [
      'cache-mode none',
      () => ({ ...withToken(both), ACTIONS_CACHE_MODE: 'none' }),
      '',
      unused("the workflow's cache-mode is none, and BuildKit has to read what it writes"),
      '',
    ],
  ]
  test.each(rows)('%s', async (_, env, allowed, said, line) => {
    const secret = env().ACTIONS_RUNTIME_TOKEN || 'nothing to find'
    const seen = await build(env())
    expect(seen.exitCode).toBe(0)
    expect(commands(seen)).toEqual(said.map((words) => expect.stringContaining(words)))
    expect(seen.log).toContain(line)

    const expected = allowed.split(' ').flatMap((it) => (it === '' ? [] : [`--cache-${it}`]))
    expect(flags(seen)).toEqual(expected)
    expect(seen.outputs['cache-written']).toBe(String(allowed.includes('to')))
    expect(seen.outputs['steps-cached']).toBe(allowed === '' ? '0' : String(STEPS))
    if (!allowed.includes('to')) expect(seen.asked.filter((it) => it.startsWith('Create'))).toEqual([])
    if (allowed === '') expect(seen.asked).toEqual([])

    const { log, outputs, state, summary, argv } = seen
    for (const text of [log, JSON.stringify({ outputs, state }), summary, argv.join(' ')]) {
      expect(text).not.toContain(secret)
    }
  })
})

test('the spec may say itself where the service is', async () => {
  const env = { ACTIONS_RUNTIME_TOKEN: tokens.both(MAIN) }
  const seen = await build(env, `type=gha,url_v2=${service.url},version=2`)
  expect(seen.outputs).toMatchObject({ 'cache-written': 'true', 'cache-hit': 'true' })
})

test('every attribute reaches the side that takes it', async () => {
  const attributes = {
    scope: 'api',
    version: '2',
    timeout: '90s',
    repository: 'octo/app',
    mode: 'min',
    'ignore-error': 'false',
  }
  const given = Object.entries(attributes).map(([name, value]) => `${name}=${value}`)
  const seen = await build(
    serviceVariables(service, tokens.both(MAIN)),
    `type=gha,${given.join(',')},url_v2=${service.url}`,
  )
  expect(seen.exitCode).toBe(0)
  expect(seen.outputs['cache-from']).toBe(`type=gha,version=2,url_v2=${service.url},scope=api__main-`)
  expect(seen.outputs['cache-to']).toBe(
    `type=gha,version=2,timeout=90s,repository=octo/app,mode=min,ignore-error=false,url_v2=${service.url},scope=api__main-`,
  )
  expect(seen.outputs['cache-written']).toBe('true')
  expect(service.entries().map(({ key }) => key)).toContainEqual(
    expect.stringMatching(/^index-api__main--1-[0-9a-f]{8}#1$/),
  )
})

test('an index that was not uploaded: BuildKit calls it done, the report does not', async () => {
  const env = serviceVariables(service, tokens.both(MAIN))
  service.refuse = (key) => key.startsWith('index-')
  const strict = { 'cache-strict': 'true' }
  const lost = await build(env, 'gha', strict)
  service.refuse = () => false
  expect(lost).toMatchObject({ exitCode: 1, outputs: { 'cache-written': 'false' } })
  const why = 'its index is not in the cache service, although the upload was reported as successful'
  expect(commands(lost)).toEqual([
    `::warning::The gha cache was not written: ${why}`,
    `::error::cache-strict: the gha cache main was not written: ${why}.`,
  ])
  expect(await build(env, 'gha', strict)).toMatchObject({ exitCode: 0, outputs: { 'cache-written': 'true' } })
})

test('a key that begins like another is not read in its place', async () => {
  const env = serviceVariables(service, tokens.both(MAIN))
  await build(env, 'type=gha,scope=a')
  machine.prune()
  project.write('source', 'print b\n')
  const seen = await build(env, 'type=gha,scope=a-b')
  expect(seen.outputs['steps-cached']).toBe('0')
  const scopes = service.entries().map(({ key }) => /^index-(.+)--1-/.exec(key)?.[1])
  expect(scopes).toEqual(expect.arrayContaining(['a__main', 'a-b__main']))
})

function access(scope: string, permission: number): { Scope: string; Permission: number }[] {
  return [{ Scope: scope, Permission: permission }]
}
