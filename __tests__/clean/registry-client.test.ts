import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { openRegistry } from '../../src/clean/registry-client.ts'
import { type Asked, fakeAsk } from './fake-ask.ts'

const folder = mkdtempSync(join(tmpdir(), 'docker-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

const auth = Buffer.from('ada:pass:word').toString('base64')
function configured(config: object): Record<string, string> {
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config))
  return { DOCKER_CONFIG: folder }
}
const LOGIN = { auths: { 'r.example.org': { auth } } }

type Answer = Parameters<typeof fakeAsk>[0]
const open = (answer: Answer, env = configured(LOGIN), repository = 'r.example.org/octo/cache') => {
  const { ask, asked } = fakeAsk(answer)
  return { registry: openRegistry(repository, false, env, ask), asked }
}
const bearer = 'Bearer realm="https://auth.example.org/token",service="r"'
const challenge = (realm = bearer) => ({ status: 401, headers: { 'www-authenticate': realm } })
const authorized = ({ headers }: Asked): string | null => headers.get('authorization')

test('tags, page by page, with a token that the password has bought', async () => {
  const { registry, asked } = open((it) => {
    if (it.url.startsWith('https://auth.example.org/token')) return { body: { token: 'tok' } }
    if (authorized(it) !== 'Bearer tok') return challenge()
    if (it.url.endsWith('last=b')) return { body: { tags: ['c'] } }
    return {
      body: { tags: ['a', 'b'] },
      headers: { link: '</v2/octo/cache/tags/list?n=1000&last=b>; rel="next"' },
    }
  })
  expect(await registry.tags()).toEqual(['a', 'b', 'c'])
  const [first, token, ...rest] = asked
  expect(first && authorized(first)).toBeNull()
  expect(token?.url).toBe('https://auth.example.org/token?scope=repository%3Aocto%2Fcache%3Apull&service=r')
  expect(token && authorized(token)).toBe(`Basic ${auth}`)
  // The password goes to nobody else.
  expect(rest.map(authorized)).toEqual(['Bearer tok', 'Bearer tok'])
})

test('deleting asks for more than reading', async () => {
  const { registry, asked } = open((it) =>
    it.url.includes('/token')
      ? { body: { access_token: 'tok' } }
      : authorized(it)
        ? { status: 202 }
        : challenge(),
  )
  expect(await registry.deleteTag('gone')).toBe(202)
  expect(new URL(asked[1]?.url ?? '').searchParams.get('scope')).toBe(
    'repository:octo/cache:pull,push,delete',
  )
})

describe('credentials', () => {
  test.each<[string, object, string | null]>([
    ['of the host', LOGIN, `Basic ${auth}`],
    ['under its address', { auths: { 'https://r.example.org/v1/': { auth } } }, `Basic ${auth}`],
    ['of another host', { auths: { 'r.example.com': { auth } } }, null],
    ['none', {}, null],
  ])('%s', async (_, config, expected) => {
    const { registry, asked } = open(
      (it) => (authorized(it) ? { body: { tags: [] } } : challenge('Basic realm="r"')),
      configured(config),
    )
    const tags = registry.tags()
    if (expected === null)
      await expect(tags).rejects.toThrow(
        'not logged in or no permission (401); run docker/login-action for r.example.org',
      )
    else await tags
    expect(asked.map(authorized).at(-1)).toBe(expected)
  })

  test('Docker Hub is asked at its own address', async () => {
    const env = configured({ auths: { 'https://index.docker.io/v1/': { auth } } })
    const { registry, asked } = open(
      (it) => (authorized(it) ? { body: { tags: null } } : challenge('Basic')),
      env,
      'octo/cache',
    )
    expect(await registry.tags()).toEqual([])
    expect(asked[1]?.url).toBe('https://registry-1.docker.io/v2/octo/cache/tags/list?n=1000')
    expect(asked[1] && authorized(asked[1])).toBe(`Basic ${auth}`)
  })

  test('a token server without TLS gets no password', async () => {
    const { registry, asked } = open(() => challenge('Bearer realm="http://auth.example.org/token"'))
    await expect(registry.tags()).rejects.toThrow('not logged in')
    expect(asked).toHaveLength(1)
  })

  test('a blob that lies elsewhere is fetched without them', async () => {
    const digest = 'sha256:2689367b205c16ce32ed4200942b8b8b1e262dfc70d9bc9fbc77c49699a4f1df'
    const { registry, asked } = open((it) => {
      if (it.url.startsWith('https://cdn.example.org/')) return { body: 'ok' }
      if (!authorized(it)) return challenge('Basic')
      return { status: 307, headers: { location: 'https://cdn.example.org/blob?sig=1' } }
    })
    expect(await registry.blob(digest)).toBe('ok')
    expect(asked.map(authorized)).toEqual([null, `Basic ${auth}`, null])
  })
})

test.each<[string, Answer]>([
  ['tags that are none', () => ({ body: { tags: [7] } })],
  ['no JSON', () => ({ body: '<html>' })],
  [
    'a page that leads to another host',
    () => ({ body: { tags: ['a'] }, headers: { link: '<https://evil.example.org/>; rel="next"' } }),
  ],
  [
    'a page that leads to itself',
    () => ({ body: { tags: ['a'] }, headers: { link: '</v2/octo/cache/tags/list?n=1000>; rel="next"' } }),
  ],
])('%s: nothing is taken for an answer', async (_, answer) => {
  await expect(open(answer).registry.tags()).rejects.toThrow(
    'its response does not match the distribution specification',
  )
})
