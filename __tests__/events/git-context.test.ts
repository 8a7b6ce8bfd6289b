import { describe, expect, test } from '@jest/globals'
import {
  dockerfileHere,
  fillContext,
  gitContext,
  imageSource,
  isGitContext,
} from '../../src/events/git-context.ts'
import { makeEnvironment, pullPayload } from '../environment.ts'

const url = 'https://github.com/octo/app.git'

type Given = Parameters<typeof makeEnvironment>[0]

test.each<[string, Given, string]>([
  ['the event’s commit', { sha: 'f00', ref: 'refs/heads/main' }, `${url}#f00`],
  ['a pull request as it would merge', { sha: 'f00', ref: 'refs/pull/7/merge' }, `${url}#f00`],
  ['the ref where there is no commit', { sha: '', ref: 'refs/heads/main' }, `${url}#refs/heads/main`],
  ['a short ref', { sha: '', ref: 'main' }, `${url}#refs/heads/main`],
  [
    'a pull request’s head, if asked for',
    { sha: 'f00', ref: 'refs/pull/7/merge', switches: { contextIsPullHead: true }, payload: pullPayload() },
    `${url}#abc`,
  ],
  [
    'a pull request’s head ref, without an event',
    { sha: 'f00', ref: 'refs/pull/7/merge', switches: { contextIsPullHead: true } },
    `${url}#refs/pull/7/head`,
  ],
  [
    'a pull request’s head ref, as some events have it',
    { sha: 'f00', ref: 'refs/pull/7/head', payload: pullPayload() },
    `${url}#abc`,
  ],
  [
    'a pull request whose head’s commit is no text',
    { sha: 'f00', ref: 'refs/pull/7/head', payload: { pull_request: { head: { sha: 7 } } } },
    `${url}#refs/pull/7/head`,
  ],
  ['a pull request without a commit', { sha: '', ref: 'refs/pull/7/merge' }, `${url}#refs/pull/7/merge`],
  ['a tag', { sha: 'f00', ref: 'refs/tags/v1' }, `${url}#f00`],
  [
    'a branch called like a pull request',
    { sha: 'f00', ref: 'refs/heads/refs/pull/7/merge', switches: { contextIsPullHead: true } },
    `${url}#f00`,
  ],
  [
    'a push, where the head of pull requests is asked for',
    { sha: 'f00', ref: 'refs/heads/main', switches: { contextIsPullHead: true } },
    `${url}#f00`,
  ],
  [
    'a server of one’s own',
    { sha: 'f00', serverUrl: 'https://git.example.org' },
    'https://git.example.org/octo/app.git#f00',
  ],
])('%s', (_, given, context) => {
  const environment = makeEnvironment(given)
  expect(gitContext(environment, false)).toBe(context)
  // The same commit, in the query instead of the fragment.
  expect(gitContext(environment, true)).toBe(context.replace('#', '?ref='))
})

describe('a context as written', () => {
  const own = `${url}#f00`
  test.each([
    ['', own],
    ['.', '.'],
    ['./sub', './sub'],
    ['{{defaultContext}}', own],
    ['{{ defaultContext }}', own],
    ['{{\tdefaultContext  }}', own],
    ['{{{defaultContext}}}', own],
    ['{{defaultContext}}:sub', `${own}:sub`],
    ['name={{defaultContext}}:a', `name=${own}:a`],
    ['{{defaultContext}},{{defaultContext}}', `${own},${own}`],
    ['{{defaultcontext}}', '{{defaultcontext}}'],
    ['{defaultContext}', '{defaultContext}'],
    ['{{default Context}}', '{{default Context}}'],
    ['defaultContext', 'defaultContext'],
  ])('%j', (written, context) => {
    expect(fillContext(written, own)).toBe(context)
  })

  test('nothing in the default means anything', () => {
    for (const own of ['https://x/$&.git?ref=a&b', "$1$`$'", '$<a>']) {
      expect(fillContext('a{{defaultContext}}b', own)).toBe(`a${own}b`)
    }
  })
})

describe('the Dockerfile of a build in this repository', () => {
  const workspace = '/home/runner/work/app/app'
  const place = { workspace, serverUrl: 'https://github.com', repository: 'acme/app' }
  const own = 'https://github.com/acme/app.git'
  test.each<[context: string, file: string, path: string | undefined]>([
    ['', '', 'Dockerfile'],
    ['', './docker/Dockerfile', 'docker/Dockerfile'],
    ['', '/docker/Dockerfile', 'docker/Dockerfile'],
    ['{{defaultContext}}', '', 'Dockerfile'],
    ['{{defaultContext}}:docker', '', 'docker/Dockerfile'],
    ['{{ defaultContext }}:docker/', 'prod.Dockerfile', 'docker/prod.Dockerfile'],
    ['{{{defaultContext}}}:docker', '../Dockerfile', 'docker/Dockerfile'],
    [`${own}#main:docker`, '', 'docker/Dockerfile'],
    [`${own}?ref=main&subdir=docker`, '', 'docker/Dockerfile'],
    ['https://GitHub.com/Acme/App.git', 'a', 'a'],
    ['https://x:y@github.com/acme/app.git#main', '', 'Dockerfile'],
    ['git@github.com:acme/app.git#main:sub', '', 'sub/Dockerfile'],
    ['deploy@github.com:acme/app.git#main:sub', '', 'sub/Dockerfile'],
    ['.', '', 'Dockerfile'],
    ['docker', '', 'docker/Dockerfile'],
    ['docker', 'Dockerfile', 'Dockerfile'],
    [`${workspace}/docker`, '', 'docker/Dockerfile'],
    ['.', `${workspace}/a/b`, 'a/b'],
    ['..', './x', 'x'],
    ['.', '..x', '..x'],
    // another repository, however near its name
    ['https://github.com/acme/app.github.io.git', '', undefined],
    ['https://github.com/acme/app.git.git', '', undefined],
    ['https://github.com/acme/app2.git#main:docker', '', undefined],
    ['https://github.com/acme/app.git.evil.example/x.git', '', undefined],
    ['https://example.org/acme/app.git', '', undefined],
    // outside
    ['..', '', undefined],
    ['.', '../Dockerfile', undefined],
    ['/somewhere', '', undefined],
    ['.', '/somewhere/Dockerfile', undefined],
    ['.', 'https://example.org/Dockerfile', undefined],
    ['', 'https://example.org/Dockerfile', undefined],
  ])('context %j, file %j: %j', (context, file, path) => {
    expect(dockerfileHere({ context, file }, place)).toBe(path)
  })

  test('of another repository it is known by that repository', () => {
    const context = 'https://github.com/acme/app.github.io.git#main:docker'
    expect(imageSource({ context, file: '' }, place)).toEqual({
      repository: 'github.com/acme/app.github.io',
      directory: 'docker',
      dockerfile: 'docker/Dockerfile',
    })
  })
})

test.each<[string, boolean]>([
  ['', true],
  ['{{defaultContext}}:docker', true],
  ['https://github.com/acme/app.git', true],
  ['git@github.com:acme/app.git', true],
  ['github.com/acme/app', true],
  ['.', false],
  ['./github.com/acme', false],
  ['a@b/c', false],
])('the builder fetches the context %j: %j', (context, isFetched) => {
  expect(isGitContext(context)).toBe(isFetched)
})
