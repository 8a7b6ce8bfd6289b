import { expect, test } from '@jest/globals'
import type { Environment } from '../../src/github/environment.ts'
import { gitContext } from '../../src/github/git-context.ts'
import { makeEnvironment, pullPayload } from '../environment.ts'

const url = 'https://github.com/octo/app.git'

test.each<[string, Partial<Environment>, string]>([
  ['the event’s commit', { sha: 'f00', ref: 'refs/heads/main' }, `${url}#f00`],
  ['a pull request as it would merge', { sha: 'f00', ref: 'refs/pull/7/merge' }, `${url}#f00`],
  ['the ref where there is no commit', { sha: '', ref: 'refs/heads/main' }, `${url}#refs/heads/main`],
  ['a short ref', { sha: '', ref: 'main' }, `${url}#refs/heads/main`],
  [
    'a pull request’s head, if asked for',
    { sha: 'f00', ref: 'refs/pull/7/merge', contextIsPullHead: true, payload: pullPayload() },
    `${url}#abc`,
  ],
  [
    'a pull request’s head ref, without an event',
    { sha: 'f00', ref: 'refs/pull/7/merge', contextIsPullHead: true },
    `${url}#refs/pull/7/head`,
  ],
  [
    'a push, where the head of pull requests is asked for',
    { sha: 'f00', ref: 'refs/heads/main', contextIsPullHead: true },
    `${url}#f00`,
  ],
  [
    'a server of one’s own',
    { sha: 'f00', serverUrl: 'https://git.example.org' },
    'https://git.example.org/octo/app.git#f00',
  ],
])('%s', (_, given, context) => {
  expect(gitContext(makeEnvironment(given))).toBe(context)
})
