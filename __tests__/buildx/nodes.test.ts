import { expect, test } from '@jest/globals'
import { nodeWarnings } from '../../src/buildx/nodes.ts'

const one = { buildkits: ['v0.33.1'] }
const two = { buildkits: ['v0.33.1', 'v0.33.1'] }

test('several nodes, several platforms', () => {
  expect(nodeWarnings(two, ['linux/amd64', 'linux/arm64', 'linux/amd64'], true)).toEqual([
    'The builder has 2 nodes and the build 2 platforms: each node writes its cache to the same place, and the last ' +
      'one overwrites the others (docker/buildx#1044). Build each platform in its own job: docs/matrix.md, "Several platforms on ' +
      'several runners".',
  ])
})

test.each<[string, { buildkits: string[] }, string[], boolean]>([
  ['one node', one, ['linux/amd64', 'linux/arm64'], true],
  ['one platform', two, ['linux/arm64'], true],
  ['one platform, twice', two, ['linux/arm64', 'linux/arm64'], true],
  ['no platform named', two, [], true],
  ['nothing exported', two, ['linux/amd64', 'linux/arm64'], false],
])('nothing to say: %s', (_, builder, platforms, exports) => {
  expect(nodeWarnings(builder, platforms, exports)).toEqual([])
})
