import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from '@jest/globals'
import { defaultBranch } from '../../src/events/default-branch.ts'
import { identify } from '../../src/events/identify.ts'
import { at, textAt } from '../../src/lib/json-path.ts'
import type { Environment } from '../../src/runner/environment.ts'
import { makeEnvironment, pullPayload, repository } from '../environment.ts'

const identifyIn = (given: Partial<Environment>) => identify(makeEnvironment(given))

describe('a name that git rejects is not a branch, and the log says so', () => {
  const bad = ['a b', 'a\nb', '-a', 'a..b', '../main', 'a\ud800', 'a\u0000', 'a.lock', '@{-1}', 'HEAD', ' ']
  test.each(bad)('push of %j', (name) => {
    const run = identifyIn({ eventName: 'push', ref: `refs/heads/${name}` })
    expect(run).toMatchObject({ own: undefined, known: false })
    expect(run.ownWhy).toMatch(
      /^its name is not a valid branch name: it|^its name is not a valid branch name: a part/,
    )
  })

  test.each(bad)('pull request whose head and base are %j', (name) => {
    const run = identifyIn({ eventName: 'pull_request', payload: pullPayload({ head: name, base: name }) })
    expect(run).toMatchObject({ own: undefined, known: false, base: undefined })
  })

  test.each(bad)('merge group of %j', (name) => {
    const payload = { merge_group: { base_ref: `refs/heads/${name}` }, repository }
    expect(identifyIn({ eventName: 'merge_group', payload })).toMatchObject({
      own: undefined,
      known: false,
      base: undefined,
    })
  })

  test('the base and head that the environment names', () => {
    const lost = { payload: undefined, payloadProblem: 'gone', headRef: 'a b', baseRef: 'a..b' }
    expect(identifyIn({ eventName: 'pull_request', ...lost })).toMatchObject({
      base: undefined,
      head: undefined,
    })
  })
})

describe('an event without a branch that should have one is not known, and the others are', () => {
  test.each<[string, Partial<Environment>, boolean]>([
    ['push', { eventName: 'push', ref: 'refs/heads/main' }, true],
    ['push of a tag', { eventName: 'push', ref: 'refs/tags/v1' }, true],
    ['push without a ref', { eventName: 'push', ref: '' }, false],
    ['schedule without a ref', { eventName: 'schedule', ref: '' }, false],
    ['a ref of another kind', { eventName: 'push', ref: 'refs/notes/x' }, false],
    ['release without a ref', { eventName: 'release', ref: '' }, true],
    ['delete', { eventName: 'delete' }, true],
    ['deployment without a ref', { eventName: 'deployment', ref: '' }, true],
    ['merge_group without anything', { eventName: 'merge_group', ref: '' }, false],
    ['no event name', { eventName: '' }, false],
    ['an unknown event', { eventName: 'next_year' }, true],
    ['a fork without a number', { eventName: 'pull_request', payload: {} }, false],
  ])('%s', (_, given, known) => {
    const run = identifyIn(given)
    expect(run.known).toBe(known)
    expect(run.ownWhy).toMatch(/\w/)
  })
})

describe('act’s payloads, which hold next to nothing', () => {
  test.each<[string, Partial<Environment>, object]>([
    [
      'push',
      { eventName: 'push', ref: 'refs/heads/main' },
      { own: { kind: 'branch', name: 'main' }, trust: 'trusted', writable: 'everywhere' },
    ],
    [
      'pull_request: nothing proves that its head is of this repository',
      { eventName: 'pull_request', ref: 'refs/pull/3/merge', headRef: 'main', baseRef: 'main' },
      { own: { kind: 'pull', number: 3 }, trust: 'fork', writable: 'gha-alone', base: 'main' },
    ],
    [
      'pull_request on a branch',
      { eventName: 'pull_request', ref: 'refs/heads/main' },
      { own: undefined, trust: 'fork', writable: 'nowhere' },
    ],
    [
      'workflow_dispatch',
      { eventName: 'workflow_dispatch', ref: 'refs/heads/main' },
      { own: { kind: 'branch', name: 'main' }, writable: 'everywhere' },
    ],
    ['release', { eventName: 'release', ref: 'refs/heads/main' }, { own: undefined }],
  ])('%s', (_, given, run) => {
    expect(identifyIn({ payload: {}, ...given })).toMatchObject(run)
  })
})

test.each([null, 7, 'text', true, [], [[]]])('a payload that is %j is survived by every event', (payload) => {
  for (const eventName of [
    'push',
    'create',
    'pull_request',
    'pull_request_target',
    'merge_group',
    'delete',
  ]) {
    expect(identifyIn({ eventName, payload, ref: 'refs/heads/main' }).trust).toMatch(/\w/)
  }
})

type Definition = { name: string; examples: unknown[] }

// GitHub's own examples, of its site and of the servers that people run themselves.
const require = createRequire(import.meta.url)
const folders = ['api.github.com', 'ghes-31', 'ghes-32', 'ghes-33', 'ghes-34', 'ghes-35']
const examples = folders.flatMap((folder) => {
  const file = require.resolve(`@octokit/webhooks-examples/${folder}/index.json`)
  const definitions: Definition[] = JSON.parse(readFileSync(file, 'utf8'))
  return definitions.flatMap(({ name, examples }) => examples.map((payload) => ({ name, payload })))
})

/** GITHUB_REF as the runner would set it for an example. */
function refOf(name: string, payload: unknown): string {
  const ref = textAt(payload, 'ref') ?? ''
  const main = `refs/heads/${textAt(payload, 'repository', 'default_branch') ?? 'main'}`
  if (name === 'push') return at(payload, 'deleted') === true ? main : ref
  if (name === 'workflow_dispatch') return ref
  if (name === 'create') return `refs/${textAt(payload, 'ref_type') === 'tag' ? 'tags' : 'heads'}/${ref}`
  if (name === 'merge_group') return textAt(payload, 'merge_group', 'head_ref') ?? ''
  if (name === 'release') return `refs/tags/${textAt(payload, 'release', 'tag_name')}`
  if (/^pull_request/.test(name) && name !== 'pull_request_target') {
    return `refs/pull/${at(payload, 'pull_request', 'number')}/merge`
  }
  return main
}

/** The branch that an example may write, worked out from it alone; undefined for none. */
function mayWrite(name: string, payload: unknown): string | undefined {
  const ref = textAt(payload, 'ref')
  if (name === 'push' && at(payload, 'deleted') !== true) return ref?.match(/^refs\/heads\/(.+)$/)?.[1]
  if (name === 'create' && textAt(payload, 'ref_type') === 'branch') return ref
  if (name === 'workflow_dispatch') return ref?.match(/^refs\/heads\/(.+)$/)?.[1]
  if (name === 'repository_dispatch') return textAt(payload, 'repository', 'default_branch') ?? 'main'
  if (name === 'merge_group') {
    return `queue of ${textAt(payload, 'merge_group', 'base_ref')?.replace('refs/heads/', '')}`
  }
  if (name !== 'pull_request' || textAt(payload, 'action') === 'closed') return undefined
  const head = textAt(payload, 'pull_request', 'head', 'ref')
  if (head === textAt(payload, 'repository', 'default_branch')) return undefined
  const from = textAt(payload, 'pull_request', 'head', 'repo', 'full_name')
  return from === textAt(payload, 'repository', 'full_name') ? head : `pull ${at(payload, 'number')}`
}

describe('GitHub’s examples of every event', () => {
  const judged = examples.map(({ name, payload }) => {
    const environment = makeEnvironment({
      eventName: name,
      ref: refOf(name, payload),
      payload,
      repository: textAt(payload, 'repository', 'full_name') ?? 'octo/app',
    })
    const { own, writable } = identify(environment)
    const written =
      writable === 'nowhere' || !own
        ? undefined
        : own.kind === 'branch'
          ? own.name
          : own.kind === 'queue'
            ? `queue of ${own.base}`
            : `pull ${own.number}`
    return { name, payload, written, base: defaultBranch(environment) }
  })

  test('are many', () => {
    expect(judged.length).toBeGreaterThan(700)
    expect(new Set(judged.map(({ name }) => name)).size).toBeGreaterThan(50)
  })

  test('write the branch that was pushed, the head branch, the queue, or nothing', () => {
    const differ = judged
      .map(({ name, payload, written }) => ({ name, written, allowed: mayWrite(name, payload) }))
      .filter(({ written, allowed }) => written !== allowed)
    expect(differ).toEqual([])
  })

  test('tell the default branch wherever they name a repository', () => {
    const differ = judged.filter(
      ({ payload, base }) => base.name !== textAt(payload, 'repository', 'default_branch'),
    )
    // An organisation's events have no repository; their ref stands in.
    expect(differ.filter(({ payload }) => textAt(payload, 'repository', 'default_branch'))).toEqual([])
  })

  // Its examples of create are tags all.
  test('some of them write and some do not', () => {
    const names = (wanted: boolean) =>
      new Set(judged.filter(({ written }) => (written !== undefined) === wanted).map(({ name }) => name))
    expect([...names(true)].sort()).toEqual([
      'merge_group',
      'pull_request',
      'push',
      'repository_dispatch',
      'workflow_dispatch',
    ])
    expect(names(false).size).toBeGreaterThan(40)
  })
})
