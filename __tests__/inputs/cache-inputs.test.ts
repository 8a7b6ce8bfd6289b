import { describe, expect, test } from '@jest/globals'
import { readCacheInputs } from '../../src/inputs/cache-inputs.ts'
import { InputError } from '../../src/runner/input-error.ts'
import { makeEnvironment, trusted } from '../environment.ts'

const cache = (inputs: Record<string, string>) => readCacheInputs(makeEnvironment({ inputs }), trusted)

test('the cache’s inputs where nothing is given', () => {
  expect(cache({})).toEqual({
    isEmpty: true,
    specs: [],
    leftOut: [],
    cacheName: '',
    timeout: 120_000,
    strict: false,
    planOnly: false,
    plan: {
      branch: '',
      fallback: undefined,
      write: 'auto',
      readMerged: true,
      shard: { part: '', isMatrix: false },
      shardIndex: undefined,
    },
    limits: { keep: 14 * 24 * 3_600_000, maxSize: undefined },
    mounts: { wanted: 'none', maxSize: 2e9, image: '' },
  })
})

test('the cache’s inputs', () => {
  const { specs, ...rest } = cache({
    cache: '# two of them\ntype=registry,ref=r.io/a\n\n  type=local,dest=/c\n',
    'cache-name': 'api',
    'cache-branch': 'refs/heads/feature/a',
    'cache-fallback': 'dev\nrefs/heads/main\n#1',
    'cache-write': 'default-branch',
    'cache-read-merged': 'false',
    'cache-shard': 'arm64',
    'cache-shard-index': '3',
    'cache-timeout': '90s',
    'cache-strict': 'true',
    'cache-keep': '36h',
    'cache-max-size': '10GB',
    'cache-mounts': 'go-build\n/root/.npm\n',
    'cache-mounts-max-size': '1GiB',
    'cache-mounts-image': 'r.io/mounts:1',
    'plan-only': 'true',
  })
  expect(specs.map(({ backend }) => backend.type)).toEqual(['registry', 'local'])
  expect(rest).toEqual({
    leftOut: [],
    isEmpty: false,
    cacheName: 'api',
    timeout: 90_000,
    strict: true,
    planOnly: true,
    plan: {
      branch: 'feature/a',
      fallback: ['dev', 'main', '#1'],
      write: 'default-branch',
      readMerged: false,
      shard: { part: 'arm64', isMatrix: false },
      shardIndex: 3,
    },
    limits: { keep: 36 * 3_600_000, maxSize: 10e9 },
    mounts: { wanted: ['go-build', '/root/.npm'], maxSize: 2 ** 30, image: 'r.io/mounts:1' },
  })
})

test('a matrix as the runner gives it', () => {
  const { plan } = cache({ 'cache-shard': '{\n  "arch": "arm64"\n}', 'cache-shard-index': '0' })
  expect(plan.shard).toEqual({ part: expect.stringMatching(/^arm64-[0-9a-f]{16}$/), isMatrix: true })
  expect(plan.shardIndex).toBe(0)
})

test('without a matrix the runner gives null', () => {
  const { plan } = cache({ 'cache-shard': 'null', 'cache-shard-index': '0' })
  expect(plan.shard.part).toBe('')
})

describe('whether a cache is asked for', () => {
  test.each([
    ['', true],
    [' \n', true],
    ['# type=gha\n', true],
    ['none', false],
    ['gha', false],
    ['# mine\ngha', false],
  ])('%j', (text, isEmpty) => {
    expect(cache({ cache: text }).isEmpty).toBe(isEmpty)
  })
})

test('the variables that BuildKit’s server reads are the step’s', () => {
  const environment = makeEnvironment({
    inputs: { cache: 'type=s3,bucket=b' },
    forDocker: { AWS_REGION: 'eu-west-1' },
  })
  expect(readCacheInputs(environment, trusted).specs[0]?.given).toEqual([
    ['bucket', 'b'],
    ['region', 'eu-west-1'],
  ])
})

test.each([
  ['\n# ours\ngha\n\nregistry\n', 'cache: line 5, registry needs ref=…'],
  ['# a\ngha\n# b\ngha', 'cache: line 4 points to the same cache as an earlier line; remove one.'],
  ['# alone\n\nregistry', 'cache: registry needs ref=…'],
])('lines are counted as they were written: %j', (text, words) => {
  expect(() => cache({ cache: text })).toThrow(words)
})

test('none turns the cache, and the fallbacks, off', () => {
  expect(cache({ cache: 'none' }).specs).toEqual([])
  expect(cache({ 'cache-fallback': 'none' }).plan.fallback).toEqual([])
})

test('a branch may be called as a switch is', () => {
  expect(cache({ 'cache-fallback': 'refs/heads/None\noffline\nno-cache' }).plan.fallback).toEqual([
    'None',
    'offline',
    'no-cache',
  ])
  expect(cache({ 'cache-branch': 'refs/heads/false' }).plan.branch).toBe('false')
})

const unevaluated = (name: string): [string, string, string] => [
  name,
  'x-${{ github.ref_name }}',
  'it contains "${{", an expression that was not evaluated; write it in the workflow file.',
]

describe('bad input is refused in a sentence that begins with the input’s name', () => {
  test.each<[string, string, string]>([
    ['cache', 'redis', '"redis" is not one of gha, registry, local, s3, azblob, inline.'],
    ['cache', 'type=registry', 'registry needs ref=…'],
    ['cache', 'type=registry,ref=A B', 'is not an image reference'],
    ['cache', 'none\ntype=local,dest=/c', '"none" turns the cache off and must be the only line'],
    ['cache', 'type=local,dest=/c,tag=\ufffd', 'it is not well-formed Unicode.'],
    ['cache-write', 'sometimes', '"sometimes" is not one of auto, always, never, default-branch.'],
    ['cache-branch', 'a b', '"a b" is not a valid branch name: it contains a blank or a control'],
    ['cache-branch', '-x', '"-x" is not a valid branch name: it begins with "-".'],
    ['cache-branch', 'a..b', 'it contains "..".'],
    ['cache-branch', 'refs/heads/', 'it is empty.'],
    ['cache-branch', 'a\ufffd', 'it is not well-formed Unicode.'],
    ['cache-fallback', 'main\na b', '"a b" is not a valid branch name'],
    ['cache-fallback', 'main, dev', 'write one branch a line, without commas.'],
    ['cache-branch', 'refs/pull/7/merge', '"refs/pull/7/merge" is not a branch; write the name of one'],
    ['cache-branch', 'refs/tags/v1', '"refs/tags/v1" is not a branch; write the name of one'],
    ['cache-branch', '${{ github.ref_name }}', 'it contains "${{", an expression that was not evaluated'],
    ['cache-name', 'a-${{ matrix.a }}', 'it contains "${{", an expression that was not evaluated'],
    [
      'cache-shard-index',
      '${{ strategy.job-index }}',
      'it contains "${{", an expression that was not evaluated',
    ],
    ...['false', 'FALSE', 'off', 'no', 'none', 'Never', 'nevr'].map((value): [string, string, string] => [
      'cache-write',
      value,
      `"${value}" is not one of auto, always, never, default-branch. Did you mean "never"?`,
    ]),
    ...['true', 'on', 'Yes', 'AUTO'].map((value): [string, string, string] => [
      'cache-write',
      value,
      `"${value}" is not one of auto, always, never, default-branch. Did you mean "auto"?`,
    ]),
    ['cache-strict', 'yes', '"yes" is not a boolean; write true or false.'],
    ...['2 min', '2M', '-1', '1d', 'none'].map((value): [string, string, string] => [
      'cache-timeout',
      value,
      `"${value}" is not a duration; write a value such as 90s or 2m, or 0 for no limit.`,
    ]),
    ...['14', '2w', '14 days', '0d', '-1d'].map((value): [string, string, string] => [
      'cache-keep',
      value,
      `"${value}" is not a time; write days or hours, such as 14d or 36h.`,
    ]),
    ...['10 gigs', '10gb', '0', '0GB', '-1GB'].map((value): [string, string, string] => [
      'cache-max-size',
      value,
      `"${value}" is not a size; write it with its unit, such as 10GB.`,
    ]),
    ...['yes', 'on', 'true\nfalse', 'a b', 'a,b', 'id=go'].map((value): [string, string, string] => [
      'cache-mounts',
      value,
      'is not an id or target of a cache mount; write true, false, or ids and targets, one a line.',
    ]),
    ['cache-mounts-max-size', '2', '"2" is not a size; write it with its unit, such as 10GB.'],
    ['cache-mounts-image', 'a b', 'is not an image reference such as ghcr.io/owner/mounts:1.'],
    ...['cache-branch', 'cache-fallback', 'cache-write', 'cache-read-merged', 'cache-shard'].map(unevaluated),
    ...['cache-timeout', 'cache-strict', 'cache-keep', 'cache-max-size', 'plan-only'].map(unevaluated),
    ['cache', 'type=registry,ref=${{ env.REF }}', 'an expression was not evaluated'],
    ...['None', 'false', 'FALSE', 'off', 'no', 'null', 'true', 'on'].map(
      (value): [string, string, string] => [
        'cache-fallback',
        value,
        `"${value}" reads as a switch, not as a branch; write none to read no other branch, or write refs/heads/${value} for that branch.`,
      ],
    ),
    ...['none\nmain', 'main\nnone'].map((value): [string, string, string] => [
      'cache-fallback',
      value,
      '"none" reads as a switch, not as a branch; "none" must be the only line, or write refs/heads/none',
    ]),
    ...['false', 'none', 'True'].map((value): [string, string, string] => [
      'cache-branch',
      value,
      `"${value}" reads as a switch, not as a branch; omit the input to use the event's branch, or write refs/heads/${value}`,
    ]),
    ['cache-fallback', 'refs/tags/v1', '"refs/tags/v1" is not a branch; write the name of one'],
    ['cache-fallback', 'main\nb c', '"b c" is not a valid branch name'],
    ['cache-name', 'a\ufffd', 'it is not well-formed Unicode.'],
    ['cache-shard', '\ud800', 'it is not well-formed Unicode.'],
    ['cache-shard-index', 'first', '"first" is not a number; write the job\'s index, counted from 0.'],
    ['cache-shard-index', '-1', '"-1" is not a number'],
    ['cache-shard-index', '1.5', '"1.5" is not a number'],
    ['cache-keep', 'forever', '"forever" is not a time; write days or hours, such as 14d or 36h.'],
    ['cache-max-size', '10', '"10" is not a size; write it with its unit, such as 10GB.'],
    ['cache-read-merged', 'yes', '"yes" is not a boolean; write true or false.'],
    ['plan-only', '1', '"1" is not a boolean; write true or false.'],
  ])('%s: %j', (name, value, words) => {
    const read = () => cache({ [name]: value })
    expect(read).toThrow(InputError)
    expect(read).toThrow(words)
    expect(read).toThrow(new RegExp(`^${name}: .*[^.?][.?]$`))
  })
})

test.each([
  ['', 'none'],
  ['false', 'none'],
  ['true', 'all'],
  ['True', 'all'],
  ['/root/.cache', ['/root/.cache']],
])('cache-mounts: %j', (text, wanted) => {
  expect(cache({ 'cache-mounts': text }).mounts.wanted).toEqual(wanted)
})
