import { describe, expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/backends/spec.ts'
import { defaultBranch } from '../../src/events/default-branch.ts'
import { identify } from '../../src/events/identify.ts'
import type { BuildInputs } from '../../src/inputs/build-inputs.ts'
import { makeEntries } from '../../src/plan/entries.ts'
import { withinService } from '../../src/plan/github-limits.ts'
import { makePlan } from '../../src/plan/plan.ts'
import { planNotices, planWarnings } from '../../src/plan/planned.ts'
import { keepApart } from '../../src/plan/separate-scopes.ts'
import type { CacheService } from '../../src/runner/cache-service.ts'
import type { Environment } from '../../src/runner/environment.ts'
import { makeBuildInputs } from '../build-inputs.ts'
import { makeEnvironment, repository } from '../environment.ts'

const full: CacheService = { offered: true, canRead: true, canWrite: true, why: '' }
const onMain = { ref: 'refs/heads/main', payload: { repository } }

type Given = {
  cache?: string[]
  tags?: string[]
  service?: CacheService
  branch?: string
  shard?: string
  inputs?: Partial<BuildInputs>
  planOnly?: boolean
}

function warningsFor(
  given: Partial<Environment>,
  { cache, tags, service, branch, shard, inputs, planOnly = false }: Given = {},
): string[] {
  const environment = makeEnvironment(given)
  const run = identify(environment)
  const base = defaultBranch(environment)
  const made = makePlan(run, base, {
    branch: branch ?? '',
    fallback: undefined,
    write: 'auto',
    readMerged: true,
    without: [],
    shard: { part: shard ?? '', isMatrix: false },
    shardIndex: shard === undefined ? undefined : 1,
  })
  const plan = withinService(made, service ?? full)
  const specs = parseSpecs(cache ?? ['type=local,dest=/c'], {})
  const entries = makeEntries(plan, specs, '')
  return planWarnings({
    environment,
    run,
    base,
    plan,
    service: service ?? full,
    specs,
    entries,
    inputs: makeBuildInputs({ tags: tags ?? [], ...inputs }),
    planOnly,
    earlier: [],
    now: { places: [], image: '', others: {} },
  })
}

describe('what is not known', () => {
  const lost = { payload: undefined, payloadProblem: 'GITHUB_EVENT_PATH is not set' }

  test('an event that could not be read', () => {
    expect(warningsFor({ eventName: 'push', ref: 'refs/heads/main', ...lost })).toEqual([
      'The event is unknown: GITHUB_EVENT_PATH is not set. No cache is written.',
    ])
  })

  test('a branch', () => {
    const [warning, ...rest] = warningsFor({ eventName: 'push', ref: '', payload: { repository } })
    expect(warning).toMatch(/^The branch is unknown: .+\. No cache is written\.$/)
    expect(rest).toEqual([])
  })

  test('a branch that the input names is known', () => {
    expect(warningsFor({ eventName: 'push', ref: '', payload: { repository } }, { branch: 'main' })).toEqual(
      [],
    )
  })

  test.each<[string, Partial<Environment>]>([
    ['a push', onMain],
    ['a tag, which has no branch', { ref: 'refs/tags/v1', payload: { repository } }],
    ['an issue’s comment', { eventName: 'issue_comment', payload: { repository } }],
  ])('and nothing is said of %s', (_, given) => {
    expect(warningsFor(given)).toEqual([])
  })
})

describe('GitHub’s cache', () => {
  const why = 'this step has no token of the Actions cache service'
  const none: CacheService = { offered: false, canRead: false, canWrite: false, why }

  test('one that cannot be used is reported if it was asked for', () => {
    expect(warningsFor(onMain, { cache: ['gha', 'type=local,dest=/c'], service: none })).toEqual([
      `GitHub's cache is not used: ${why}.`,
    ])
    expect(warningsFor(onMain, { service: none })).toEqual([])
  })

  test('that may only be read is a matter of the plan', () => {
    expect(warningsFor(onMain, { cache: ['gha'], service: { ...full, canWrite: false, why } })).toEqual([])
  })
})

describe('an inline cache is found by the image’s tag alone', () => {
  const cache = ['type=inline,ref=r.io/app']
  const lost = 'The inline cache will not be found again: none of tags is r.io/app:main.'

  test.each<[string, string[], string[]]>([
    ['no tags', [], [lost]],
    ['another tag', ['r.io/app:latest', 'r.io/other:main'], [lost]],
    ['a longer tag', ['r.io/app:main2'], [lost]],
    ['the own tag', ['r.io/app:main'], []],
    ['the own tag among others', ['r.io/app:latest', 'r.io/app:main'], []],
  ])('%s', (_, tags, warnings) => {
    expect(warningsFor(onMain, { cache, tags })).toEqual(warnings)
  })

  test.each<[string, string[], string[]]>([
    ['neither', [], ['r.io/app:main..s or r.io/app:main']],
    ['the shard', ['r.io/app:main..s'], []],
    ['the common one', ['r.io/app:main'], []],
  ])('a job of a matrix has two such tags: %s', (_, tags, names) => {
    expect(warningsFor(onMain, { cache, tags, shard: 's' })).toEqual(
      names.map((it) => `The inline cache will not be found again: none of tags is ${it}.`),
    )
  })

  test('there is no warning if another step builds', () => {
    expect(warningsFor(onMain, { cache, planOnly: true })).toEqual([])
  })

  test('there is no warning for other caches, or if the run has no branch', () => {
    expect(warningsFor(onMain, { cache: ['type=registry,ref=r.io/app'] })).toEqual([])
    expect(warningsFor({ ref: 'refs/tags/v1', payload: { repository } }, { cache })).toEqual([])
  })
})

test('without a cache there is nothing to know', () => {
  const lost = { payload: undefined, payloadProblem: 'GITHUB_EVENT_PATH is not set' }
  expect(warningsFor(lost, { cache: [], service: { ...full, canRead: false } })).toEqual([])
})

describe('a build argument that looks like a credential, while a cache is exported', () => {
  const onPush = { eventName: 'push', ...onMain }
  const inputs = { 'build-args': ['NPM_TOKEN=npm_1', 'VERSION=1'] }

  test('is named without its value, and points to secrets', () => {
    expect(warningsFor(onPush, { inputs })).toEqual([
      'build-args: NPM_TOKEN will be in the exported cache, visible to everyone who can read it; use secrets.',
    ])
  })

  test('also where the export is the user’s own', () => {
    const own = { ...inputs, 'cache-to': ['type=registry,ref=a/b'] }
    expect(warningsFor(onPush, { cache: [], inputs: own })).toHaveLength(1)
  })

  test('is nothing to speak of where none is', () => {
    expect(warningsFor(onPush, { cache: [], inputs })).toEqual([])
    expect(warningsFor({ ...onPush, eventName: 'issue_comment' }, { inputs })).toEqual([])
  })
})

describe('a run that lacks a secret says so in one line, by names alone', () => {
  const notices = (
    without: string[],
    { write = 'auto', specs = ['type=local,dest=/c'], tags = [''] } = {},
  ) => {
    const environment = makeEnvironment(onMain)
    const plan = makePlan(identify(environment), defaultBranch(environment), {
      branch: '',
      fallback: undefined,
      readMerged: true,
      without,
      write: write as 'auto',
      shard: { part: '', isMatrix: false },
      shardIndex: undefined,
    })
    const parsed = parseSpecs(specs, {})
    const entries = keepApart(makeEntries(plan, parsed, ''), plan, parsed, { cacheName: '', tags })
    return planNotices({ plan, entries })
  }
  const sentence = (names: string): string =>
    `This run has no value for ${names}: its own cache is kept separate, so that no run with a value reuses a step from it (docs/secrets.md).`

  test.each<[string[], string]>([
    [['secret a'], 'secret a'],
    [['secret a', 'secret b', 'ssh default'], 'secret a, secret b and ssh default'],
    [
      Array.from({ length: 12 }, (_, i) => `secret ${i}`),
      `${Array.from({ length: 10 }, (_, i) => `secret ${i}`).join(', ')} and 2 more`,
    ],
  ])('%j', (without, names) => {
    expect(notices(without)).toEqual([sentence(names)])
    expect(notices(without, { write: 'never' })).toEqual([sentence(names)])
  })

  test('and nothing where nothing is lacking, or no cache is used', () => {
    expect(notices([])).toEqual([])
    expect(notices(['secret a'], { specs: [] })).toEqual([])
  })

  test('an image whose tag others read gets no inline cache', () => {
    const specs = ['type=inline,ref=r.io/app']
    expect(notices(['secret a'], { specs, tags: ['r.io/app:main'] })).toEqual([
      sentence('secret a'),
      'The image gets no inline cache: runs that have these secrets read its tag. Tag it with the output cache-scope.',
    ])
    expect(notices(['secret a'], { specs, tags: ['r.io/app:x'] })).toEqual([sentence('secret a')])
  })
})
