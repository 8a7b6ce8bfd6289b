import { expect, test } from '@jest/globals'
import type { Export } from '../../src/report/exports.ts'
import type { Source } from '../../src/report/sources.ts'
import { strictSentence, troublesOf } from '../../src/report/trouble.ts'
import { entries } from '../retry/entries.ts'

const source = (state: Source['state'], why = ''): Source => ({
  backend: 'registry',
  scope: 'main',
  role: 'own',
  branch: 'main',
  isCommon: false,
  state,
  why,
  seconds: 0,
  manifest: '',
})
const written = (state: Export['state'], why = ''): Export => ({
  backend: 'gha',
  keys: ['main', 'main..1'],
  isCertain: true,
  state,
  why,
  isLost: false,
  seconds: 0,
  preparing: 0,
  tellsSending: false,
  fetched: 0,
})
const service = { offered: true, canRead: true, canWrite: false, why: 'the token is read-only' }
const plan = { entries: entries(['type=registry,ref=r.io/x:main'], []), service, specs: [] }

test('what is there, what is not there yet and what is not written are no trouble', () => {
  const sources = (['found', 'missing', 'read', 'unread'] as const).map((state) => source(state))
  const fine = { sources, exports: [written('written')], unknown: undefined }
  expect(troublesOf(fine, plan)).toEqual([])
  expect(strictSentence([])).toBe('')
})

test('what failed is, in one sentence', () => {
  const sources = [source('failed', 'it is gone'), source('failed', 'it is gone')]
  const exports = [written('failed', 'dial tcp 127.0.0.1:9: connect: connection refused')]
  expect(strictSentence(troublesOf({ sources, exports, unknown: undefined }, plan))).toBe(
    'cache-strict: the registry cache main was not read: it is gone and the gha cache main and main..1 was not written: connection refused.',
  )
})

test('a service that cannot be read is trouble if the user asked for it', async () => {
  const { gha } = await import('../../src/backends/gha.ts')
  const none = { sources: [], exports: [], unknown: undefined }
  const denied = { ...service, canRead: false, why: 'the token has expired' }
  const specs = [{ backend: gha, given: [], name: '' }]
  expect(troublesOf(none, { ...plan, specs, service: denied })).toEqual([
    "GitHub's cache was not used: the token has expired",
  ])
  expect(troublesOf(none, { ...plan, specs })).toEqual([])
})

test('and if it carries the action’s own directory', async () => {
  const { local } = await import('../../src/backends/local.ts')
  const none = { sources: [], exports: [], unknown: undefined }
  const specs = [{ backend: local, given: [], name: '', isOwned: true as const }]
  const denied = { ...service, canRead: false, canWrite: false, why: 'the token has expired' }
  expect(troublesOf(none, { ...plan, specs, service: denied })).toEqual([
    "GitHub's cache was not used: the token has expired",
  ])
  const writeOnly = { ...denied, canWrite: true, why: 'the token cannot read any scope' }
  expect(troublesOf(none, { ...plan, specs, service: writeOnly })).toEqual([
    "GitHub's cache was not read: the token cannot read any scope",
  ])
  const users = [{ backend: local, given: [], name: '' }]
  expect(troublesOf(none, { ...plan, specs: users, service: denied })).toEqual([])
})

test('not to know is, where there is a cache', () => {
  const unknown = { sources: [], exports: [], unknown: 'the builder keeps no record of its builds' }
  expect(troublesOf(unknown, plan)).toEqual([
    'what the caches did is not known: the builder keeps no record of its builds',
  ])
  expect(troublesOf(unknown, { ...plan, entries: entries([], []) })).toEqual([])
})
