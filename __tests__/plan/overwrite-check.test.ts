import { describe, expect, test } from '@jest/globals'
import type { BuildInputs } from '../../src/inputs/build-inputs.ts'
import { describeBuild, type Written, writtenBefore } from '../../src/plan/overwrite-check.ts'
import { makeBuildInputs } from '../build-inputs.ts'

const place = 'registry r.io/cache main'
const written = (given: Partial<BuildInputs> = {}): Written => ({
  places: [place],
  ...describeBuild(makeBuildInputs(given)),
})
const same = { warnings: [], lines: [`the same build already wrote ${place} in this job`] }
const nothing = { warnings: [], lines: [] }
const warned = (first: string, now: string) => ({
  warnings: [
    `Two builds of this job write the same cache, ${place}, and the last one overwrites it: first ${first}, now ${now}. ` +
      'Give each its own cache-name.',
  ],
  lines: [],
})

test('a first write has no warning', () => {
  expect(writtenBefore([], written())).toEqual(nothing)
  expect(writtenBefore([{ ...written(), places: ['registry r.io/cache dev'] }], written())).toEqual(nothing)
  expect(writtenBefore([written()], { ...written(), places: [] })).toEqual(nothing)
})

describe('the same build again (load, test, push) is a line', () => {
  test.each<[Partial<BuildInputs>, Partial<BuildInputs>]>([
    [{}, {}],
    [{ load: true }, { push: true, tags: ['a'], labels: ['x=1'] }],
    [{ 'build-args': ['A=1', 'B=2'] }, { 'build-args': ['B=2', 'A=1'] }],
    [{}, { 'build-args': ['BUILDKIT_INLINE_CACHE=1'] }],
    [{ platforms: ['linux/amd64', 'linux/arm64'] }, { platforms: ['linux/arm64', 'linux/amd64'] }],
  ])('%j and %j', (first, now) => {
    expect(writtenBefore([written(first)], written(now))).toEqual(same)
  })
})

describe('another build is a warning that names both', () => {
  test.each<[Partial<BuildInputs>, Partial<BuildInputs>, string, string]>([
    [{ context: './api' }, { context: './web' }, 'context ./api', 'context ./web'],
    [{ target: 'a' }, { target: 'b' }, 'context ., target a', 'context ., target b'],
    [
      { platforms: ['linux/amd64', 'linux/arm64'] },
      { platforms: ['linux/amd64'] },
      'context ., platforms linux/amd64 and linux/arm64',
      'context ., platforms linux/amd64',
    ],
    [
      { 'build-args': ['VARIANT=a'] },
      { 'build-args': ['VARIANT=b'] },
      'context .',
      'the same with different build-args',
    ],
    [{}, { 'build-args': ['A=1'] }, 'context .', 'the same with different build-args'],
    [
      { 'add-hosts': ['a:1'], network: 'host' },
      { 'build-contexts': ['a=b'] },
      'context .',
      'the same with different add-hosts, network, build-contexts',
    ],
    [{ 'shm-size': '1g' }, { ulimit: ['a=1'] }, 'context .', 'the same with different shm-size, ulimit'],
    [{ 'cgroup-parent': 'a' }, {}, 'context .', 'the same with different cgroup-parent'],
  ])('%j and %j', (first, now, was, is) => {
    expect(writtenBefore([written(first)], written(now))).toEqual(warned(was, is))
  })
})

test.each<Partial<BuildInputs>>([
  { context: 'https://x:K-secret@h.example/other.git' },
  { context: 'https://K-secret@h.example/other.git#main:docker' },
  { file: 'https://x:K-secret@h.example/Dockerfile' },
  { file: 'https://h.example/Dockerfile?token=K-secret' },
])('no credential of an address is kept, and none is warned of: %j', (given) => {
  const first = written(given)
  expect(JSON.stringify([first, writtenBefore([first], written())])).not.toContain('K-secret')
  expect(writtenBefore([written()], first).warnings).toHaveLength(1)
  expect(JSON.stringify(writtenBefore([written()], first))).not.toContain('K-secret')
})

test('no value of a build argument is kept', () => {
  const kept = JSON.stringify(
    written({ 'build-args': ['NPM_TOKEN=npm_aBcD9'], 'build-contexts': ['a=https://x:K@h'] }),
  )
  expect(kept).not.toMatch(/npm_|TOKEN|x:K/)
})

test.each([
  [null],
  [7],
  ['x'],
  [[]],
  [{}],
  [{ places: [place], image: 'context .' }],
  [{ places: place, image: 'context .', others: {} }],
  [{ places: [place], image: 7, others: {} }],
  [{ places: [place], image: 'context .', others: null }],
])('what another version left counts for nothing: %j', (earlier) => {
  expect(writtenBefore([earlier], written())).toEqual(nothing)
})

test.each<[Partial<BuildInputs>, string]>([
  [{ context: '' }, 'context (default)'],
  [{ file: 'a/Dockerfile', target: 'prod' }, 'context ., file a/Dockerfile, target prod'],
])('%j', (given, words) => {
  expect(describeBuild(makeBuildInputs(given)).image).toBe(words)
})
