import { describe, expect, test } from '@jest/globals'
import { fillContext, gitContext } from '../../src/github/git-context.ts'
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
