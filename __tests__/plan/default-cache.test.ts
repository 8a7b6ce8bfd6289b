import { describe, expect, test } from '@jest/globals'
import type { Builder } from '../../src/buildx/builder.ts'
import { canExport } from '../../src/plan/builder-support.ts'
import { automaticCache, whyNone } from '../../src/plan/default-cache.ts'
import { type CacheService, cacheService } from '../../src/runner/cache-service.ts'

const full: CacheService = { offered: true, canRead: true, canWrite: true, why: '' }
const builder: Builder = {
  driver: 'docker-container',
  buildx: '0.37.2',
  buildkits: ['v0.33.1'],
  name: 'b',
  nodes: ['b0'],
  endpoints: [],
  containerdStore: false,
}

const choose = (service: CacheService, of: Partial<Builder> = {}) =>
  automaticCache(service, { ...builder, ...of })

describe('GitHub’s, where it is there and the builder can use it', () => {
  test.each<[string, CacheService, Partial<Builder>]>([
    ['a container', full, {}],
    ['a cluster', full, { driver: 'kubernetes' }],
    ['a daemon elsewhere', full, { driver: 'remote' }],
    ['docker with its containerd store', full, { driver: 'docker', containerdStore: true }],
    ['a builder of which nothing is known', full, { driver: '', buildx: '', buildkits: [] }],
    ['a token that may only read', { ...full, canWrite: false, why: 'read only' }, {}],
  ])('%s', (_, service, of) => {
    const { specs, why } = choose(service, of)
    expect(specs.map(({ backend, given, name }) => [backend.type, given, name])).toEqual([['gha', [], '']])
    expect(why).toBe('')
  })

  test('also for a plan alone, which asks no builder', () => {
    expect(automaticCache(full, undefined).specs).toHaveLength(1)
    expect(automaticCache({ ...full, canRead: false, why: 'x' }, undefined).specs).toEqual([])
  })
})

describe('none where it cannot work, and in one line what would make it possible', () => {
  const none = cacheService({
    variables: {},
    now: 0,
    urlInSpecs: false,
    tooOld: undefined,
    serverUrl: 'https://github.com',
  })
  test.each<[string, CacheService, Partial<Builder>, RegExp]>([
    [
      'no service',
      none,
      {},
      /^this step has no token of the Actions cache service: .+; specify another cache in the input cache$/,
    ],
    [
      'docker without a containerd store',
      full,
      { driver: 'docker' },
      /^the builder's docker driver cannot export a cache; add "- uses: docker\/setup-buildx-action@v4" before this step$/,
    ],
    ['no service comes before the builder', none, { driver: 'docker' }, /^this step has no token/],
    [
      'nothing may be read',
      { ...full, canRead: false, why: 'the token has expired' },
      {},
      /^the token has expired$/,
    ],
    [
      'the builder comes before what its token may',
      { ...full, canRead: false, why: 'the token has expired' },
      { driver: 'docker' },
      /setup-buildx-action/,
    ],
  ])('%s', (_, service, of, words) => {
    const { specs, why } = choose(service, of)
    expect(specs).toEqual([])
    expect(why).toMatch(words)
    expect(why).not.toMatch(/\n|\.$/)
  })
})

// These tests of plan/builder-support.ts are here because only the default cache uses this function.
describe('what a builder can export', () => {
  const types = ['gha', 'registry', 'local', 's3', 'azblob', 'inline']
  test.each<[string, Partial<Builder>, string[]]>([
    ['a container', {}, types],
    ['a cluster', { driver: 'kubernetes' }, types],
    ['a daemon elsewhere', { driver: 'remote' }, types],
    ['an unknown driver', { driver: '' }, types],
    ['docker', { driver: 'docker' }, ['inline']],
    [
      'docker with its containerd store',
      { driver: 'docker', containerdStore: true },
      ['gha', 'registry', 'local', 'inline'],
    ],
  ])('%s', (_, of, exported) => {
    expect(types.filter((type) => canExport({ ...builder, ...of }, type))).toEqual(exported)
  })
})

test('a step without a cache says why in one sentence, unless that was asked for', () => {
  const docker = choose(full, { driver: 'docker' })
  expect(whyNone(docker, [])).toBe(`No cache: ${docker.why}.`)
  expect(whyNone(choose(full), [])).toBe('')
  expect(whyNone(undefined, [])).toBe('')
  expect(whyNone(undefined, ['cache-to'])).toBe('No branch cache: cache-to turns the automatic cache off.')
  expect(whyNone(undefined, ['cache-from', 'cache-to'])).toBe(
    'No branch cache: cache-from and cache-to turn the automatic cache off.',
  )
})
