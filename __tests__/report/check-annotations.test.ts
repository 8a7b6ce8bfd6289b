import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readDockerfile } from '../../src/buildx/dockerfile-text.ts'
import { isGitContext } from '../../src/events/git-context.ts'
import type { BuildInputs } from '../../src/inputs/build-inputs.ts'
import { checkAnnotations } from '../../src/report/check-annotations.ts'
import { makeBuildInputs } from '../build-inputs.ts'
import { makeEnvironment } from '../environment.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const dockerfile = 'from alpine\nRUN true\n'

let workspace = ''
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'annotations-test-'))
  workspace = join(folder, 'app')
  mkdirSync(join(workspace, 'sub'), { recursive: true })
  for (const path of ['Dockerfile', 'sub/Dockerfile', 'sub/other', '../outside']) {
    writeFileSync(join(workspace, path), dockerfile)
  }
})
afterAll(() => rmSync(join(workspace, '..'), { recursive: true }))

/** A warning as buildx writes it to the metadata: its texts in base64. */
const warning = {
  vertex: 'sha256:1',
  level: 1,
  short: base64("ConsistentInstructionCasing: Command 'from' should match the case (line 1)"),
  detail: [base64('Instructions should be in consistent casing')],
  url: 'https://docs.docker.com/go/dockerfile/rule/consistent-instruction-casing/',
  sourceInfo: { filename: 'Dockerfile', data: base64(dockerfile), language: 'Dockerfile' },
  range: [{ start: { line: 1 }, end: { line: 1 } }],
}

function annotationsOf(warnings: unknown, inputs: Partial<BuildInputs> = {}, annotateChecks = true) {
  const image = makeBuildInputs(inputs)
  const dockerfile = readDockerfile(image, makeEnvironment({ workspace }))
  return checkAnnotations({ 'buildx.build.warnings': warnings }, dockerfile, {
    annotateChecks,
    isFetched: isGitContext(image.context),
  })
}
const files = (...args: Parameters<typeof annotationsOf>) =>
  annotationsOf(...args).map(([, place]) => place.file)

test('a warning is attached to the line of the Dockerfile', () => {
  expect(annotationsOf([warning])).toEqual([
    [
      "ConsistentInstructionCasing: Command 'from' should match the case\n" +
        'More info: https://docs.docker.com/go/dockerfile/rule/consistent-instruction-casing/',
      { title: 'Instructions should be in consistent casing', file: 'Dockerfile', line: 1 },
    ],
  ])
})

test('each of several, the details joined, only the first line of each', () => {
  const second = {
    ...warning,
    short: base64('Änderung'),
    detail: [base64('ein'), base64('Satz')],
    url: undefined,
    range: [{ start: { line: 2 }, end: { line: 5 } }, { start: { line: 9 } }],
  }
  expect(annotationsOf([warning, second])[1]).toEqual([
    'Änderung',
    { title: 'ein Satz', file: 'Dockerfile', line: 2 },
  ])
})

test.each([undefined, [], null, 'x', [{}], [{ start: { line: 0 } }]])(
  'a range that is %j is no line',
  (range) => {
    expect(annotationsOf([{ ...warning, range }])[0]?.[1]).toEqual({
      title: 'Instructions should be in consistent casing',
      file: 'Dockerfile',
    })
  },
)

describe('the Dockerfile', () => {
  const own = 'https://github.com/octo/app.git#f00'
  test.each<[string, Partial<BuildInputs>, string]>([
    ['in the workspace', { context: '.' }, 'Dockerfile'],
    ['in a directory', { context: 'sub' }, 'sub/Dockerfile'],
    ['of another name', { context: 'sub', file: './sub/other' }, 'sub/other'],
    ['of this repository at its commit', { context: '' }, 'Dockerfile'],
    ['of this repository, named', { context: '', file: 'docker/Dockerfile' }, 'docker/Dockerfile'],
    ['of the default context', { context: '{{defaultContext}}' }, 'Dockerfile'],
    ['of its URL', { context: own, file: 'a' }, 'a'],
    ['of a directory of the default context', { context: '{{defaultContext}}:docker' }, 'docker/Dockerfile'],
    ['of a directory of its URL', { context: `${own}:docker`, file: 'a' }, 'docker/a'],
  ])('%s', (_, inputs, file) => {
    expect(files([warning], inputs)).toEqual([file])
  })

  test('by a path from the root', () => {
    expect(files([warning], { context: join(workspace, 'sub') })).toEqual(['sub/Dockerfile'])
    expect(files([warning], { file: join(workspace, 'sub/other') })).toEqual(['sub/other'])
  })

  test.each<[string, Partial<BuildInputs>]>([
    ['outside the workspace', { context: '..', file: '../outside' }],
    ['that is not there', { context: '.', file: 'gone' }],
    ['of another repository', { context: 'https://github.com/other/app.git' }],
    ['of a repository whose name begins like ours', { context: 'https://github.com/octo/app.github.io.git' }],
    ['that is a directory’s context without one', { context: 'nowhere' }],
  ])('and no annotation for one %s', (_, inputs) => {
    expect(annotationsOf([warning], inputs)).toEqual([])
  })

  test('and none where the one that was checked is another', () => {
    const other = { ...warning, sourceInfo: { ...warning.sourceInfo, data: base64('FROM scratch') } }
    expect(annotationsOf([other, warning])).toHaveLength(1)
  })
})

describe('no annotation', () => {
  test('where the environment turns them off', () => {
    expect(annotationsOf([warning], {}, false)).toEqual([])
  })

  test.each<[string, unknown]>([
    ['without a text', { ...warning, short: undefined }],
    ['of an empty text', { ...warning, short: '' }],
    ['without details', { ...warning, detail: undefined }],
    ['without a source', { ...warning, sourceInfo: undefined }],
    ['of an empty source', { ...warning, sourceInfo: { data: '' } }],
    ['that is null', null],
    ['that is a text', 'x'],
  ])('for a warning %s', (_, it) => {
    expect(annotationsOf([it])).toEqual([])
  })

  test.each([undefined, null, {}, 'x', []])('where the warnings are %j', (warnings) => {
    expect(annotationsOf(warnings)).toEqual([])
  })

  test('where the build left no metadata', () => {
    expect(
      checkAnnotations(
        undefined,
        { path: 'Dockerfile', text: '', isHere: true },
        { annotateChecks: true, isFetched: true },
      ),
    ).toEqual([])
  })
})
