import { describe, expect, test } from '@jest/globals'
import type { Builder } from '../../src/buildx/builder.ts'
import { hangSentence, heal, spoiltSentence } from '../../src/retry/restart-builder.ts'
import { fakeOutside, own, remote } from './outside.ts'

const docker = { program: 'docker', prefix: ['buildx'] }
const shared = { ...own, name: 'shared' }
const listed = (...builds: [ref: string, status: string][]): string =>
  builds
    .map(([ref, status]) => JSON.stringify({ ref, status, created_at: '2026-11-25T00:00:00Z' }))
    .join('\n')
const LIST = 'buildx history ls --format json --builder shared'
const KILL = 'kill buildx_buildkit_n0'

describe('a builder that hangs is restarted', () => {
  test.each<[what: string, Builder, running: 0 | 1, list: string | undefined, questions: string[]]>([
    ['one of the job’s own, without a question', own, 1, undefined, [KILL]],
    ['one that this action made', { ...own, name: 'branch-cache-0123456789ab' }, 1, undefined, [KILL]],
    ['a shared one that builds nothing but ours', shared, 1, listed(['b/n/1', 'Running']), [LIST, KILL]],
    [
      'a shared one whose nodes both build ours',
      shared,
      1,
      listed(['b/n/1', 'Running'], ['b/m/1', 'Running']),
      [LIST, KILL],
    ],
    ['a shared one that builds nothing any more', shared, 0, listed(['b/n/1', 'Error']), [LIST, KILL]],
    ['all its nodes', { ...own, nodes: ['n0', 'n1'] }, 1, undefined, [`${KILL} buildx_buildkit_n1`]],
  ])('%s', async (_, builder, running, list, expected) => {
    const { outside, questions } = fakeOutside({ answer: (args) => (args[0] === 'history' ? list : '') })
    expect(await heal({ buildx: docker, builder, env: {}, outside }, running)).toBe(true)
    expect(questions).toEqual(expected)
  })
})

describe('it is left alone', () => {
  const two = listed(['b/n/1', 'Running'], ['b/n/2', 'Running'])
  test.each<[what: string, Builder, running: 0 | 1, list: string | undefined, questions: string[]]>([
    ['where another build runs on it', shared, 1, two, [LIST]],
    ['where one runs and ours has ended', shared, 0, listed(['b/n/2', 'Running']), [LIST]],
    ['where it does not say what it builds', shared, 1, undefined, [LIST]],
    ['where it is not in a container of this machine', remote, 1, '', []],
    ['where it is the engine’s own', { ...own, driver: 'docker' }, 1, '', []],
    ['where no node is known', { ...own, nodes: [] }, 1, '', []],
  ])('%s', async (_, builder, running, list, expected) => {
    const { outside, questions } = fakeOutside({ answer: () => list })
    expect(await heal({ buildx: docker, builder, env: {}, outside }, running)).toBe(false)
    expect(questions).toEqual(expected)
  })
})

describe('where its container cannot be killed, buildx stops it', () => {
  const STOP = `stop ${own.name}`
  test.each([
    ['with docker', docker, [KILL, `buildx ${STOP}`]],
    ['with buildx alone, at once', { program: 'buildx', prefix: [] }, [STOP]],
  ])('%s', async (_, buildx, expected) => {
    const { outside, questions } = fakeOutside({ answer: ([verb]) => (verb === 'stop' ? '' : undefined) })
    expect(await heal({ buildx, builder: own, env: {}, outside }, 1)).toBe(true)
    expect(questions).toEqual(expected)
  })

  test('and where that fails too, it is not healed', async () => {
    const { outside } = fakeOutside({ answer: () => undefined })
    expect(await heal({ buildx: docker, builder: own, env: {}, outside }, 1)).toBe(false)
  })
})

test.each([
  ['docker', 'restart the Docker daemon'],
  ['remote', 'restart its buildkitd'],
  ['kubernetes', "delete the builder's pods; they are recreated"],
  ['docker-container', 'restart it'],
])('the sentences for the driver %s say: %s', (driver, advice) => {
  const builder = { ...own, driver }
  expect(hangSentence(builder, 'the registry cache at r.io')).toMatch(
    new RegExp(`the registry cache at r\\.io.*: ${advice}\\.$`),
  )
  expect(spoiltSentence(builder)).toMatch(new RegExp(`: ${advice}\\.$`))
})
