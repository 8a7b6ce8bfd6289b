import { describe, expect, test } from '@jest/globals'
import type { CacheMount } from '../../src/mounts/dockerfile-mounts.ts'
import { mountsOfBuild } from '../../src/mounts/dockerfile-mounts.ts'
import { formatRequest, helperDockerfile, parseReport } from '../../src/mounts/protocol.ts'

const mounts: CacheMount[] = [
  {
    id: '//root/.cache',
    name: '/root/.cache',
    owner: undefined,
    sharing: 'locked',
    targets: ['/root/.cache'],
  },
  {
    id: 'ns/user',
    name: 'user',
    owner: { uid: 1000, gid: 5, mode: '0775' },
    sharing: 'shared',
    targets: ['/a', '/b', '/with\nline'],
  },
]

test('a request', () => {
  expect(formatRequest({ nonce: 'n', mounts, most: 1e9 + 0.5, known: 'f' })).toBe(
    [
      'nonce\tn',
      'most\t1000000000',
      'known\tf',
      'mount\t%2F%2Froot%2F.cache\t/m/0',
      'target\t/root/.cache',
      'mount\tns%2Fuser,1000,5,0775\t/m/1',
      'target\t/a',
      'target\t/b',
      '',
    ].join('\n'),
  )
})

describe('a report', () => {
  test('of what was packed', () => {
    const text =
      'mount\ta\t3\t40\nrefused\tb\tlinks x /y\nfingerprint\t17d069b5380feb8a41a3f9f276025d7e\nstate\tpacked\n'
    expect(parseReport(text)).toEqual({
      state: 'packed',
      why: '',
      fingerprint: '17d069b5380feb8a41a3f9f276025d7e',
      contents: new Map([['a', { files: 3, bytes: 40 }]]),
      left: new Map([['b', 'links x /y']]),
    })
  })

  test('of what was not', () => {
    expect(parseReport('state\trefused\tit is damaged\n')).toMatchObject({
      state: 'refused',
      why: 'it is damaged',
    })
    for (const text of ['', 'state\tnothing\n', '\0']) expect(() => parseReport(text)).toThrow('no report')
  })
})

test.each(['in', 'out'] as const)('the helper’s own mounts are those of the build (%s)', (way) => {
  const text = helperDockerfile(way, mounts, '')
  const inputs = {
    args: { BUILDKIT_CACHE_MOUNT_NS: 'ns' },
    target: 'report',
    platforms: ['linux/amd64'],
    buildPlatform: 'linux/amd64',
    contexts: [],
  }
  const found = mountsOfBuild(text, inputs)
  expect(found.uncarried).toEqual([])
  expect(found.mounts).toMatchObject([
    { name: '/root/.cache', owner: undefined, sharing: 'locked', targets: ['/m/0'] },
    { id: 'ns/user', owner: { uid: 1000, gid: 5, mode: '0775' }, targets: ['/m/1'] },
  ])
  expect(text.includes('branch-cache-archive')).toBe(way === 'in')
})

test('a helper of another image', () => {
  const text = helperDockerfile('out', mounts, 'example.com/mounts:1')
  expect(text).toMatch(/^FROM example\.com\/mounts:1 AS program\n/)
  expect(text).toContain('--mount=type=bind,from=program,source=/mounts,target=/.branch-cache-mounts')
})
