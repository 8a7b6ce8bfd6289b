import { expect, test } from '@jest/globals'
import type { Builder } from '../src/buildx/builder.ts'
import type { Inputs } from '../src/inputs/inputs.ts'
import { mayLose } from '../src/mark-scopes.ts'
import type { Planned } from '../src/plan/planned.ts'

const NEW = 'v0.34.2'

// A registry is asked beside the build only where steps can be lost at all.
test.each<[title: string, ours: number, theirs: number, buildkit: string, mark: boolean, expected: boolean]>([
  ['several of ours, all marked', 3, 0, NEW, true, false],
  ['one of ours and one of the user’s', 1, 1, NEW, true, true],
  ['one of ours', 1, 0, NEW, false, false],
  ['two of the user’s', 0, 2, NEW, true, true],
  ['several of ours, marking turned off', 2, 0, NEW, false, true],
  ['several of ours, a BuildKit that was not tried', 2, 0, 'v0.99.0', true, true],
  ['the same of a Docker Engine', 2, 0, 'v0.34.2-moby', true, true],
  ['a BuildKit that is not known', 2, 0, '', true, true],
  ['a BuildKit from before the flaw', 2, 1, 'v0.24.0', true, false],
])('whether steps may be lost: %s', (_, ours, theirs, buildkit, mark, expected) => {
  const planned = {
    entries: { from: Array.from({ length: ours }), to: [] },
    environment: { switches: { mark } },
  } as unknown as Planned
  const inputs = { build: { 'cache-from': Array.from({ length: theirs }, () => 'type=gha') } } as Inputs
  expect(mayLose(planned, inputs, { buildkits: [buildkit] } as Builder)).toBe(expected)
})
