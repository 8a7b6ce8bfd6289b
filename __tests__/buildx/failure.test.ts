import { expect, test } from '@jest/globals'
import { whyFailed } from '../../src/buildx/failure.ts'

test.each([
  [
    'the last ERROR',
    '#5 ERROR: process "false"\n------\nERROR: failed to build: exit code: 1\n\nView build details: x\n',
    'buildx failed with: ERROR: failed to build: exit code: 1',
  ],
  ['the last of several', 'ERROR: one\nERROR: two\n', 'buildx failed with: ERROR: two'],
  ['Windows line ends', 'ERROR: one\r\n', 'buildx failed with: ERROR: one'],
  ['the last line where there is no ERROR', 'something\nis wrong\n\n', 'buildx failed with: is wrong'],
  ['nothing printed', '', 'buildx failed with: exit code 3'],
  ['blank lines', '\n  \n', 'buildx failed with: exit code 3'],
  [
    'a step that prints an error is not the reason',
    'ERROR: of the build\nsaid ERROR: of a step',
    'buildx failed with: ERROR: of the build',
  ],
  [
    'no plugin (new docker)',
    'docker: unknown command: docker buildx\n\nRun docker --help',
    'docker has no buildx plugin; run docker/setup-buildx-action before this step',
  ],
  [
    'no plugin (old docker)',
    "docker: 'buildx' is not a docker command.\nSee 'docker --help'",
    'docker has no buildx plugin; run docker/setup-buildx-action before this step',
  ],
])('%s', (_, tail, sentence) => {
  expect(whyFailed(tail, 3)).toBe(sentence)
})
