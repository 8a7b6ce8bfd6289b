import { expect, test } from '@jest/globals'
import { readInputs } from '../../src/inputs/inputs.ts'
import { nearInputs } from '../../src/inputs/unknown-inputs.ts'
import { makeEnvironment } from '../environment.ts'

const known = ['cache', 'cache-name', 'tags', 'build-args', 'push']

test.each([
  ['cahce', 'There is no input "cahce". Did you mean "cache"?'],
  ['cache_name', 'There is no input "cache_name". Did you mean "cache-name"?'],
  ['build-arg', 'There is no input "build-arg". Did you mean "build-args"?'],
])('%s is near one of ours', (name, sentence) => {
  expect(nearInputs([name], known)).toEqual([sentence])
})

test.each(['cache', 'args', 'entrypoint', 'something-of-a-wrapper', 'x y', ''])('%j is none', (name) => {
  expect(nearInputs([name], known)).toEqual([])
})

test('all inputs of the action are known', () => {
  const inputs = { cahce: 'gha', tags: 'app:1', 'cache-shard-index': '0' }
  expect(readInputs(makeEnvironment({ inputs })).warnings).toEqual([
    'There is no input "cahce". Did you mean "cache"?',
  ])
})
