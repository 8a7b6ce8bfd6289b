import { describe, expect, test } from '@jest/globals'
import { isAtLeast, isElsewhere, parseBuilder } from '../../src/buildx/builder.ts'

// Texts of buildx 0.37.2, shortened in their lists; the builders are those that it names.
const version = 'github.com/docker/buildx v0.37.2 \n'

const remote = `Name:          a
Driver:        remote
Last Activity: 2026-11-21 11:04:51 +0000 UTC

Nodes:
Name:             a0
Endpoint:         unix:///run/buildkitd.sock
Status:           running
BuildKit version: v0.33.1
Platforms:        linux/amd64, linux/amd64/v2, linux/386
Labels:
 org.mobyproject.buildkit.worker.executor:         oci
 org.mobyproject.buildkit.worker.network:          host
 org.mobyproject.buildkit.worker.snapshotter:      overlayfs
`

const container = `Name:          box
Driver:        docker-container
Last Activity: 2026-11-21 11:04:50 +0000 UTC

Nodes:
Name:                  box0
Endpoint:              unix:///var/run/docker.sock
Driver Options:        image="local/buildkit:v0.33.1" network="host"
Status:                running
BuildKit daemon flags: --allow-insecure-entitlement=network.host
BuildKit version:      v0.33.1
Platforms:             linux/amd64, linux/amd64/v2
Labels:
 org.mobyproject.buildkit.worker.executor:         oci
 org.mobyproject.buildkit.worker.snapshotter:      overlayfs
GC Policy rule#0:
 All:            false
 Keep Duration:  48h0m0s
`

const inactive = `Name:          box
Driver:        docker-container
Last Activity: 2026-11-21 11:04:50 +0000 UTC

Nodes:
Name:                  box0
Endpoint:              unix:///var/run/docker.sock
Driver Options:        image="moby/buildkit:v0.19.0" network="host"
Status:                inactive
BuildKit daemon flags: --allow-insecure-entitlement=network.host
`

const docker = `Name:   default
Driver: docker

Nodes:
Name:             default
Endpoint:         default
Status:           running
BuildKit version: v0.33.1
Platforms:        linux/amd64, linux/amd64/v2
Labels:
 org.mobyproject.buildkit.worker.containerd.namespace: moby
 org.mobyproject.buildkit.worker.executor:             containerd
 org.mobyproject.buildkit.worker.snapshotter:          overlayfs
GC Policy rule#0:
 All:            false
`

const dockerGraphDriver = `Name:          default
Driver:        docker
Last Activity: 2026-11-21 11:04:45 +0000 UTC

Nodes:
Name:             default
Endpoint:         default
Status:           running
BuildKit version: v0.33.1
Platforms:        linux/amd64, linux/amd64/v2
GC Policy rule#0:
 All:            false
`

const known = {
  endpoints: [expect.any(String)],
  nodes: [expect.any(String)],
  name: expect.any(String),
  buildx: '0.37.2',
  buildkits: ['v0.33.1'],
  platform: 'linux/amd64',
}

test.each([
  ['remote', remote, { ...known, driver: 'remote', containerdStore: true }],
  ['docker-container', container, { ...known, driver: 'docker-container', containerdStore: true }],
  [
    'docker-container that does not run',
    inactive,
    { ...known, driver: 'docker-container', buildkits: [''], platform: '', containerdStore: false },
  ],
  ['docker', docker, { ...known, driver: 'docker', containerdStore: true }],
  ['docker without containerd', dockerGraphDriver, { ...known, driver: 'docker', containerdStore: false }],
])('%s', (_, inspection, builder) => {
  expect(parseBuilder(version, inspection)).toEqual(builder)
})

describe('versions in other words', () => {
  test.each([
    ['BuildKit version: v0.20.0-rc1', 'v0.20.0-rc1'],
    ['BuildKit: v0.13.2', 'v0.13.2'],
    ['Buildkit: v0.11.6', 'v0.11.6'], // buildx before 0.13
    ['BuildKit version: v0.16.0+unknown', 'v0.16.0+unknown'],
    ['BuildKit version: v28.5.2-moby', 'v28.5.2-moby'],
    ['BuildKit daemon flags: --version v9.9.9', ''],
    ['BuildKit version: unknown', 'unknown'],
    ['', ''],
  ])('%j', (line, buildkit) => {
    const inspection = `Name: b\nDriver: remote\n\nNodes:\nName: b0\n${line}\n`
    expect(parseBuilder('', inspection).buildkits).toEqual([buildkit])
  })

  test.each([
    ['github.com/docker/buildx v0.12.0 542e5d810e4a1a155684f5f3c5bd7e797632a12f', '0.12.0'],
    ['github.com/docker/buildx 0.11.2 9872040b6626fb7d87ef7296fd5b832e8cc2ad17', '0.11.2'],
    ['github.com/docker/buildx v0.29.1-desktop.1 a32761aeb3debd39be1eca514af3693af0db334b', '0.29.1'],
    ['', ''],
  ])('%j', (text, buildx) => {
    expect(parseBuilder(text, '').buildx).toBe(buildx)
  })
})

test.each([
  ['0.21.0', '0.21.0', true],
  ['0.20.9', '0.21.0', false],
  ['0.9.1', '0.21.0', false],
  ['0.100.0', '0.21.0', true],
  ['1.0.0', '0.21.0', true],
  ['', '0.21.0', true],
  ['v0.0.0+unknown', '0.21.0', true],
  ['0.0.0', '0.21.0', true],
  ['0.0.0.1', '0.21.0', false],
  ['v0.20.0-rc1', '0.20.0', true],
  ['0.12', '0.12.0', true],
  ['v0.12', '0.12.0', true],
  ['0.12', '0.12.1', false],
  ['1', '0.38.2', true],
  ['0.9', '0.12.0', false],
  ['0.12.0-rc1', '0.12.0', true],
])('%j is at least %s: %s', (version, least, is) => {
  expect(isAtLeast(version, least)).toBe(is)
})

test.each<[string, string[], Record<string, string>, boolean]>([
  ['docker-container', ['unix:///var/run/docker.sock'], {}, false],
  ['docker-container', ['default'], { DOCKER_HOST: 'tcp://127.0.0.1:2375' }, false],
  ['docker-container', ['ssh://ci@builder.example'], {}, true],
  ['docker-container', ['default'], { DOCKER_HOST: 'tcp://10.0.0.2:2376' }, true],
  ['docker', ['default'], {}, false],
  ['', [], {}, false],
  ['remote', ['unix:///run/buildkitd.sock'], {}, true],
  ['kubernetes', ['kubernetes:///x'], {}, true],
  ['cloud', ['cloud://x'], {}, true],
])('a %s builder at %j with %j is elsewhere: %s', (driver, endpoints, env, expected) => {
  expect(isElsewhere({ driver, endpoints }, env)).toBe(expected)
})

test('an inspection of nothing but blank lines: the time grows with its length alone', () => {
  expect(parseBuilder('', '\n'.repeat(500_000))).toMatchObject({ name: '', containerdStore: false })
})
