import { expect, test } from '@jest/globals'
import { finishBuild } from '../../src/buildx/build.ts'

const command = {
  args: [],
  env: {},
  secrets: [],
  isCheck: false,
  builder: '',
  nodes: 1,
  withImports: false,
  files: { imageIdFile: '/no/such/file', metadataFile: '/no/such/file' },
}
const hasBegun = (tail: string, exitCode = 1): boolean =>
  finishBuild(command, { exitCode, tail, errors: tail, stdout: '', warnings: [], began: 0, ended: 1 })
    .hasBegun

// In the words of buildx 0.37.2.
test.each([
  'ERROR: failed to build: invalid tag "ghcr.io/Foo:x:y": invalid reference format\n',
  'ERROR: no builder "nope" found\n',
  'ERROR: unknown flag: --bogus\n',
  'ERROR: failed to build: unable to prepare context: path "./nothere" not found\n',
])('buildx refused it: %s', (tail) => {
  expect(hasBegun(tail)).toBe(false)
})

test.each([
  '#0 building with "b" instance using docker-container driver\n\n#1 [internal] load build definition\nERROR: failed to build\n',
  'ERROR: failed to build: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory\n',
])('BuildKit had it: %s', (tail) => {
  expect(hasBegun(tail)).toBe(true)
})

test('one that went well has begun, whatever it printed', () => {
  expect(hasBegun('', 0)).toBe(true)
})

test('a line that was cut at its beginning is not repeated: a mask would not find half a secret', () => {
  const tail = `${'half a secret '.repeat(10_000)}`.slice(-131_072)
  const run = { exitCode: 3, errors: tail, stdout: '', warnings: [], began: 0, ended: 1 }
  expect(finishBuild(command, { ...run, tail }).failure).toBe('buildx failed with: exit code 3')
  const two = `${tail.slice(9)}\nERROR: x`
  expect(finishBuild(command, { ...run, tail: two }).failure).toBe('buildx failed with: ERROR: x')
})
