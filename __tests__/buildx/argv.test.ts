import { expect, test } from '@jest/globals'
import { makeArgv } from '../../src/buildx/argv.ts'
import type { BuildInputs } from '../../src/inputs/inputs.ts'

const empty: BuildInputs = {
  'build-args': [],
  builder: '',
  'cache-from': [],
  'cache-to': [],
  context: '.',
  file: '',
  load: false,
  platforms: [],
  push: false,
  tags: [],
  target: '',
}
const files = { imageId: '/tmp/id', metadata: '/tmp/metadata.json' }
const none = { from: [], to: [] }

test('a build of nothing but a context', () => {
  expect(makeArgv(empty, none, files)).toEqual([
    'build',
    '--iidfile',
    '/tmp/id',
    '--metadata-file',
    '/tmp/metadata.json',
    '.',
  ])
})

test('everything, in the order of docker/build-push-action, our cache before the user’s, the context last', () => {
  const inputs: BuildInputs = {
    'build-args': ['A=1', 'B=a,b'],
    builder: 'mine',
    'cache-from': ['user-from'],
    'cache-to': ['user-to'],
    context: 'https://github.com/octo/app.git#f00',
    file: 'docker/Dockerfile',
    load: true,
    platforms: ['linux/amd64', 'linux/arm64'],
    push: true,
    tags: ['a:1', 'b:2'],
    target: 'prod',
  }
  expect(makeArgv(inputs, { from: ['from-1', 'from-2'], to: ['to-1'] }, files)).toEqual([
    'build',
    ...['--build-arg', 'A=1', '--build-arg', 'B=a,b'],
    ...['--cache-from', 'from-1', '--cache-from', 'from-2', '--cache-from', 'user-from'],
    ...['--cache-to', 'to-1', '--cache-to', 'user-to'],
    ...['--file', 'docker/Dockerfile'],
    ...['--iidfile', '/tmp/id'],
    ...['--platform', 'linux/amd64,linux/arm64'],
    ...['--tag', 'a:1', '--tag', 'b:2'],
    ...['--target', 'prod'],
    ...['--builder', 'mine'],
    '--load',
    ...['--metadata-file', '/tmp/metadata.json'],
    '--push',
    'https://github.com/octo/app.git#f00',
  ])
})

test('the inputs are left as they are', () => {
  const from = ['ours']
  makeArgv({ ...empty, 'cache-from': ['theirs'] }, { from, to: [] }, files)
  expect(from).toEqual(['ours'])
})
