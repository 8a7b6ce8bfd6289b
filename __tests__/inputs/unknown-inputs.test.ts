import { expect, test } from '@jest/globals'
import { readInputs } from '../../src/inputs/inputs.ts'
import { nearInputs } from '../../src/inputs/unknown-inputs.ts'
import { makeEnvironment, trusted } from '../environment.ts'

const known = ['cache', 'cache-name', 'cache-from', 'tags', 'build-args', 'push', 'file', 'target', 'ssh']

test.each([
  ['cahce', 'cache'],
  ['cach', 'cache'],
  ['cachee', 'cache'],
  ['cacha', 'cache'],
  ['ache', 'cache'],
  ['cache_name', 'cache-name'],
  ['cachename', 'cache-name'],
  ['cache-form', 'cache-from'],
  ['build_arg', 'build-args'],
  ['build-arg', 'build-args'],
  ['tag', 'tags'],
  ['tasg', 'tags'],
  ['psuh', 'push'],
  ['pushh', 'push'],
])('%s is close to an input', (name, meant) => {
  expect(nearInputs([name], known)).toEqual([`There is no input "${name}". Did you mean "${meant}"?`])
})

test.each([
  ...['cache', 'args', 'entrypoint', 'something-of-a-wrapper', 'x y', ''],
  ...['path', 'bush', 'fire', 'taps', 'use', 'set', 'ps', 'cacah-x', 'cachce-nam', 'ehcac'],
])('%j is none', (name) => {
  expect(nearInputs([name], known)).toEqual([])
})

// The inputs of bake-action v6, metadata-action v5, setup-buildx-action v3, setup-qemu-action v3 and login-action v3.
const others = [
  ...[
    'builder',
    'workdir',
    'files',
    'targets',
    'source',
    'allow',
    'call',
    'no-cache',
    'pull',
    'load',
    'push',
  ],
  ...['provenance', 'sbom', 'set', 'vars', 'github-token', 'context', 'images', 'tags', 'flavor', 'labels'],
  ...['annotations', 'sep-tags', 'sep-labels', 'sep-annotations', 'bake-target', 'version', 'driver'],
  ...['driver-opts', 'buildkitd-flags', 'buildkitd-config', 'buildkitd-config-inline', 'use', 'name'],
  ...['endpoint', 'platforms', 'append', 'keep-state', 'cache-binary', 'cleanup', 'install', 'config'],
  ...['config-inline', 'image', 'cache-image', 'registry', 'username', 'password', 'scope', 'ecr', 'logout'],
  ...['registry-auth', 'path', 'key', 'restore-keys', 'upload-chunk-size', 'ref', 'repository', 'token'],
]

test('no input of an action commonly used around a build is close to an input of this one', () => {
  const inputs = Object.fromEntries(others.map((name) => [name, name === 'call' ? 'check' : '']))
  expect(readInputs(makeEnvironment({ inputs }), trusted).warnings).toEqual([])
})

test('all inputs of the action are known', () => {
  const inputs = { cahce: 'gha', tags: 'app:1', 'cache-shard-index': '0' }
  expect(readInputs(makeEnvironment({ inputs }), trusted).warnings).toEqual([
    'There is no input "cahce". Did you mean "cache"?',
  ])
})
