import { describe, expect, test } from '@jest/globals'
import { type CacheService, type CacheServiceFacts, cacheService } from '../../src/runner/cache-service.ts'

const NOW = 1_800_000_000
const times = { nbf: NOW - 60, exp: NOW + 3600 }

function jwt(claims: object): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${encode({ alg: 'HS256' })}.${encode(claims)}.c2lnbmF0dXJl`
}

const ac = (...permissions: unknown[]): string =>
  JSON.stringify(permissions.map((Permission, i) => ({ Scope: `refs/heads/${i}`, Permission })))

const token = (...permissions: unknown[]): string => jwt({ ...times, ac: ac(...permissions) })

function service(token: string, given: Partial<CacheServiceFacts> & { mode?: string } = {}): CacheService {
  const { mode, ...rest } = given
  const variables = {
    ACTIONS_RUNTIME_TOKEN: token,
    ACTIONS_RESULTS_URL: 'https://results.example/',
    ...(mode === undefined ? {} : { ACTIONS_CACHE_MODE: mode }),
  }
  return cacheService({
    variables,
    now: NOW,
    urlInSpecs: false,
    tooOld: undefined,
    serverUrl: 'https://github.com',
    ...rest,
  })
}

const both = token(3, 1)

describe('what the token allows', () => {
  const may = (canRead: boolean, canWrite: boolean, why: string) => ({
    offered: true,
    canRead,
    canWrite,
    why,
  })
  const nothing = (why: string) => may(false, false, why)

  test.each<[string, string, CacheService]>([
    ['own and default', both, may(true, true, 'the token can read and write')],
    ['own alone', token(3), may(true, true, 'the token can read and write')],
    ['more bits than we know', token(7), may(true, true, 'the token can read and write')],
    ['read-only', token(1, 1), may(true, false, "GitHub's token for this event is read-only")],
    // BuildKit reads the index that it replaces: both bits have to be on one scope.
    ['both, apart', token(1, 2), may(true, false, "GitHub's token for this event is read-only")],
    ['write-only', token(2), nothing('the token cannot read any scope')],
    ['no scope', token(), nothing('the token cannot read any scope')],
    ['no bits', token(0), nothing('the token cannot read any scope')],
    ['bits that are none', token('x', null, {}), nothing('the token cannot read any scope')],
    ['no ac', jwt(times), nothing('the token lists no permissions')],
    ['ac that is no JSON', jwt({ ...times, ac: 'x' }), nothing('the token lists no permissions')],
    ['ac that is no list', jwt({ ...times, ac: '{}' }), nothing('the token lists no permissions')],
    ['expired', jwt({ ...times, exp: NOW, ac: ac(3) }), nothing('the token has expired')],
    ['not yet', jwt({ ...times, nbf: NOW + 1, ac: ac(3) }), nothing('the token is not valid yet')],
    ['no exp', jwt({ nbf: times.nbf, ac: ac(3) }), nothing('the token has no validity period')],
    ['no nbf', jwt({ exp: times.exp, ac: ac(3) }), nothing('the token has no validity period')],
    ['two parts', both.split('.').slice(0, 2).join('.'), nothing('the token is malformed')],
    ['no JSON', 'a.b.c', nothing('the token is malformed')],
    ['no object', `a.${Buffer.from('null').toString('base64url')}.c`, nothing('the token is malformed')],
    ['words', 'secret', nothing('the token is malformed')],
  ])('%s', (_, secret, expected) => {
    expect(service(secret)).toEqual(expected)
  })
})

describe('what the workflow’s cache-mode allows', () => {
  test.each<[string | undefined, boolean, boolean]>([
    [undefined, true, true],
    ['', true, true],
    ['write', true, true],
    ['read', true, false],
    ['write-only', false, false],
    ['none', false, false],
    ['something new', true, true],
  ])('%s', (mode, canRead, canWrite) => {
    const found = service(both, mode === undefined ? {} : { mode })
    expect(found).toMatchObject({ canRead, canWrite })
    if (!canWrite) expect(found.why).toContain(`the workflow's cache-mode is ${mode}`)
  })
})

describe('version 1 of the service and servers of one’s own do not go by the bits', () => {
  const first = { ACTIONS_CACHE_URL: 'http://10.0.0.2:8088/' }
  const gitea = jwt({ ...times, ac: '[{"Scope":"","Permission":2}]' })
  const may = { offered: true, canRead: true, canWrite: true, why: 'the token can read and write' }
  const local = '; use "cache: local" instead'
  test.each<[string, string, Record<string, string>, string, Partial<CacheService>]>([
    ['Gitea', gitea, first, 'https://git.example.org', may],
    [
      'Gitea with version 2',
      gitea,
      { ...first, ACTIONS_CACHE_SERVICE_V2: 'true' },
      'https://git.example.org',
      may,
    ],
    ['act', gitea, first, 'https://github.com', may],
    [
      'GitHub',
      gitea,
      { ...first, ACTIONS_CACHE_SERVICE_V2: 'true' },
      'https://github.com',
      { canRead: false },
    ],
    [
      'GitHub with residency',
      token(2),
      { ...first, ACTIONS_CACHE_SERVICE_V2: '1' },
      'https://a.ghe.com',
      { canRead: false },
    ],
    [
      'cache-mode',
      gitea,
      { ...first, ACTIONS_CACHE_MODE: 'read' },
      'https://git.example.org',
      { canRead: true, canWrite: false },
    ],
    [
      'no token of its kind',
      'token',
      first,
      'https://github.com',
      { canRead: false, why: `the token is malformed${local}` },
    ],
    [
      'an old token',
      jwt({ ...times, exp: 1, ac: ac(3) }),
      first,
      'https://g.example',
      { why: `the token has expired${local}` },
    ],
  ])('%s', (_, secret, more, serverUrl, expected) => {
    const variables = { ACTIONS_RUNTIME_TOKEN: secret, ACTIONS_RESULTS_URL: 'https://r.example/', ...more }
    expect(service(secret, { variables, serverUrl })).toMatchObject(expected)
  })

  test('an old builder', () => {
    const found = service(both, { serverUrl: 'https://git.example.org', tooOld: 'gha needs more' })
    expect(found.why).toBe(`gha needs more${local}`)
  })
})

describe('whether there is a service at all', () => {
  test.each<[string, Partial<CacheServiceFacts>, boolean, RegExp]>([
    ['nothing', { variables: {} }, false, /has no token/],
    ['no token', { variables: { ACTIONS_RESULTS_URL: 'u' } }, false, /has no token/],
    ['no URL', { variables: { ACTIONS_RUNTIME_TOKEN: both } }, false, /has no URL/],
    ['empty', { variables: { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '' } }, false, /has no token/],
    [
      'version 1',
      { variables: { ACTIONS_RUNTIME_TOKEN: both, ACTIONS_CACHE_URL: 'u' } },
      true,
      /can read and write/,
    ],
    [
      'URL in the specs',
      { variables: { ACTIONS_RUNTIME_TOKEN: both }, urlInSpecs: true },
      true,
      /can read and write/,
    ],
    ['no token, URL in the specs', { variables: {}, urlInSpecs: true }, false, /has no token/],
    ['an old builder', { tooOld: 'gha needs more' }, true, /^gha needs more$/],
  ])('%s', (_, given, offered, why) => {
    const found = service(both, given)
    expect(found).toMatchObject({ offered, why: expect.stringMatching(why) })
    expect(found.canWrite).toBe(/can read and write/.test(found.why))
  })
})

test('no part of the token is in the log', () => {
  for (const secret of [both, token(1), token(), 'secret.secret.secret', jwt({ ac: 'secret' })]) {
    expect(service(secret).why).not.toMatch(/secret|eyJ/)
  }
})
