import { expect, test } from '@jest/globals'
import { findVersions, removeVersions } from '../../src/clean/ghcr.ts'
import { fakeAsk } from './fake-ask.ts'

const ROOT = '/users/octo/packages/container/app%2Fcache'

/** A package of a user, its versions by their number. */
function packageOf(versions: Record<number, string[]>, refuses: Record<number, number> = {}) {
  const held = new Map(Object.entries(versions).map(([id, tags]) => [Number(id), tags]))
  const shown = (id: number) => ({
    id,
    updated_at: '2026-11-01T00:00:00Z',
    metadata: { container: { tags: held.get(id) } },
  })
  const { ask, asked } = fakeAsk(({ method, url }) => {
    const [, id] = new RegExp(`^https://api${ROOT.replaceAll('/', '\\/')}/versions/(\\d+)$`).exec(url) ?? []
    if (url.startsWith(`https://api${ROOT}/versions?`)) return { body: [...held.keys()].map(shown) }
    if (id === undefined || !held.has(Number(id))) return undefined
    if (method === 'GET') return { body: shown(Number(id)) }
    if (refuses[Number(id)]) return { status: refuses[Number(id)] as number }
    held.delete(Number(id))
    return { status: 204 }
  })
  return { held, asked, api: { url: 'https://api', token: 't', repository: 'octo/app', ask } }
}

test('a version whose tags all go is deleted; one with another tag stays, and so does one that is not known', async () => {
  const { api, held } = packageOf({
    1: ['gone'],
    2: ['gone..a', 'gone..b'],
    3: ['too', 'latest'],
    4: [],
    5: ['main'],
  })
  const versions = await findVersions(api, 'octo/app/cache')
  expect(versions.byTag.get('gone')?.updated).toBe(Date.parse('2026-11-01'))
  const gone: string[] = []
  const tags = ['gone', 'gone..a', 'gone..b', 'too', 'new']
  const notes = await removeVersions(api, 'octo/app/cache', versions, tags, (tag) => gone.push(tag))
  expect([...held.keys()]).toEqual([3, 4, 5])
  expect(gone).toEqual(['gone', 'gone..a', 'gone..b'])
  expect(notes).toEqual([
    'new was overwritten in the meantime and is kept',
    'too is kept: its version of octo/app/cache also has the tag latest',
  ])
})

test('a tag that was put on a version since it was listed saves it', async () => {
  const { api, held } = packageOf({ 1: ['gone'] })
  const versions = await findVersions(api, 'octo/app/cache')
  held.set(1, ['gone', 'v1'])
  const notes = await removeVersions(api, 'octo/app/cache', versions, ['gone'], () => {})
  expect([held.size, notes]).toEqual([1, ['gone is kept: its version of octo/app/cache also has the tag v1']])
})

test('the last version stays, and a refusal is one sentence', async () => {
  const last = packageOf({ 1: ['gone'] }, { 1: 400 })
  const versions = await findVersions(last.api, 'octo/app/cache')
  expect(await removeVersions(last.api, 'octo/app/cache', versions, ['gone'], () => {})).toEqual([
    'gone is kept: GitHub does not delete the last version of a package',
  ])
  const refused = packageOf({ 1: ['gone'] }, { 1: 403 })
  await expect(
    removeVersions(
      refused.api,
      'octo/app/cache',
      await findVersions(refused.api, 'octo/app/cache'),
      ['gone'],
      () => {},
    ),
  ).rejects.toThrow(
    'the token has no access to the package (403); add "packages: write" to the job\'s permissions',
  )
})

test('a package that the token cannot see is one sentence', async () => {
  const { ask } = fakeAsk(() => undefined)
  const api = { url: 'https://api', token: 't', repository: 'octo/app', ask }
  await expect(findVersions(api, 'octo/app/cache')).rejects.toThrow(/no access to the package \(404\)/)
})
