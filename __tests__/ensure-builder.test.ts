import { expect, test } from '@jest/globals'
import { onOwn } from '../src/ensure-builder.ts'
import { makeBuildInputs } from './build-inputs.ts'

// The image goes where the docker driver would have left it (buildx build/opt.go), and nowhere else.
test.each<[string, object, Record<string, string>, boolean]>([
  ['nothing is asked for', {}, {}, true],
  ['the call is a build', { call: 'build' }, {}, true],
  ['it is loaded anyway', { load: true }, {}, true],
  ['it is loaded and pushed', { load: true, push: true }, {}, true],
  ['it is pushed', { push: true }, {}, false],
  ['it goes elsewhere', { outputs: ['type=oci,dest=image.tar'] }, {}, false],
  ['nothing is built', { call: 'check' }, {}, false],
  ['the user does not want it', {}, { BUILDX_NO_DEFAULT_LOAD: '1' }, false],
  ['the user wants it', {}, { BUILDX_NO_DEFAULT_LOAD: 'false' }, true],
])('%s', (_, inputs, variables, load) => {
  const build = makeBuildInputs({ tags: ['a'], ...inputs })
  const store = { containerdStore: false }
  expect(onOwn(build, 'branch-cache-1', store, variables)).toEqual({
    ...build,
    builder: 'branch-cache-1',
    load,
  })
})

test.each([
  [true, ['linux/amd64', 'linux/arm64'], true],
  [false, ['linux/amd64', 'linux/arm64'], false],
  [false, ['linux/arm64'], true],
])('a containerd store %s, %j: %s', (containerdStore, platforms, load) => {
  expect(onOwn(makeBuildInputs({ platforms }), 'b', { containerdStore }, {}).load).toBe(load)
})
