import { describe, expect, test } from '@jest/globals'
import { archiveService } from '../../src/runner/archive-service.ts'

const NOW = 1_800_000_000

function token(...permissions: number[]): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const ac = JSON.stringify(permissions.map((Permission) => ({ Scope: 'refs/heads/main', Permission })))
  return `${encode({})}.${encode({ nbf: NOW - 60, exp: NOW + 60, ac })}.c2ln`
}

const second = { ACTIONS_RESULTS_URL: 'https://results.example/', ACTIONS_CACHE_SERVICE_V2: 'True' }

function service(variables: Record<string, string>, serverUrl = 'https://github.com') {
  const { offered, canRead, canWrite, why } = archiveService({ variables, now: NOW, serverUrl })
  return [offered, canRead, canWrite, why]
}

describe('version 2: the token and the mode', () => {
  const none = 'the token cannot read any scope'
  test.each<[string, string, string, boolean, boolean, string]>([
    ['both', token(3), '', true, true, 'the token can read and write'],
    ['a mode that is not known', token(3), 'later', true, true, 'the token can read and write'],
    ['apart', token(1, 2), '', true, true, 'the token can read and write'],
    ['read-only', token(1), '', true, false, "GitHub's token for this event is read-only"],
    ['write-only', token(2), '', false, true, none],
    ['nothing', token(), '', false, false, none],
    ['mode read', token(3), 'read', true, false, "the workflow's cache-mode is read"],
    ['mode write', token(3), 'write', true, true, 'the token can read and write'],
    ['mode write-only', token(3), 'write-only', false, true, "the workflow's cache-mode is write-only"],
    ['mode none', token(3), ' None ', false, false, "the workflow's cache-mode is none"],
    ['malformed', 'x', '', false, false, 'the token is malformed'],
  ])('%s', (_, secret, mode, canRead, canWrite, why) => {
    const variables = { ...second, ACTIONS_RUNTIME_TOKEN: secret, ACTIONS_CACHE_MODE: mode }
    expect(service(variables)).toEqual([true, canRead, canWrite, why])
  })
})

describe('where it is offered', () => {
  const first = { ACTIONS_CACHE_URL: 'https://cache.example/', ACTIONS_RUNTIME_TOKEN: 'anything' }
  const all = 'the token can read and write'
  test.each<[string, Record<string, string>, string, boolean, string]>([
    ['nothing', {}, 'https://github.com', false, 'no URL'],
    [
      'version 2 without a token',
      { ...second, ACTIONS_RUNTIME_TOKEN: '' },
      'https://github.com',
      false,
      'no token',
    ],
    [
      'version 1, which may want none',
      { ACTIONS_CACHE_URL: 'http://act.example/' },
      'https://github.com',
      true,
      all,
    ],
    ['no URL', { ACTIONS_RUNTIME_TOKEN: token(3) }, 'https://github.com', false, 'no URL'],
    ['version 1, whose token does not tell', first, 'http://gitea.example', true, all],
    ['version 1 where version 2 is not announced', first, 'https://github.com', true, all],
    [
      'a server of one’s own has version 1 alone',
      { ...second, ACTIONS_RUNTIME_TOKEN: token(3) },
      'https://ghes.example',
      false,
      'no URL',
    ],
    [
      'a tenant of GitHub’s',
      { ...second, ACTIONS_RUNTIME_TOKEN: token(3) },
      'https://octo.ghe.com',
      true,
      all,
    ],
  ])('%s', (_, variables, serverUrl, offered, why) => {
    const [is, , , words] = service(variables, serverUrl)
    expect(is).toBe(offered)
    expect(words).toContain(why)
  })
})
