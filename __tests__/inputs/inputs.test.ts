import { describe, expect, test } from '@jest/globals'
import { InputError } from '../../src/inputs/error.ts'
import { readBuildInputs, readCacheInputs } from '../../src/inputs/inputs.ts'
import { makeEnvironment } from '../environment.ts'

const build = (inputs: Record<string, string>) => readBuildInputs(makeEnvironment({ inputs, sha: 'f00' }))
const cache = (inputs: Record<string, string>) => readCacheInputs(makeEnvironment({ inputs }))
const ownContext = 'https://github.com/octo/app.git#f00'

test('the build’s inputs where nothing is given', () => {
  expect(build({})).toEqual({
    'build-args': [],
    builder: '',
    'cache-from': [],
    'cache-to': [],
    context: ownContext,
    file: '',
    load: false,
    platforms: [],
    push: false,
    tags: [],
    target: '',
  })
})

test('the build’s inputs', () => {
  const inputs = {
    'build-args': 'A=1,2\nB=3',
    builder: 'mine',
    'cache-from': 'type=registry,ref=a\ntype=gha,scope=b',
    'cache-to': 'type=inline',
    context: './sub',
    file: 'sub/Dockerfile',
    load: 'true',
    platforms: 'linux/amd64,linux/arm64',
    push: 'True',
    tags: 'a:1,b:2\nc:3',
    target: 'prod',
  }
  expect(build(inputs)).toEqual({
    'build-args': ['A=1,2', 'B=3'],
    builder: 'mine',
    'cache-from': ['type=registry,ref=a', 'type=gha,scope=b'],
    'cache-to': ['type=inline'],
    context: './sub',
    file: 'sub/Dockerfile',
    load: true,
    platforms: ['linux/amd64', 'linux/arm64'],
    push: true,
    tags: ['a:1', 'b:2', 'c:3'],
    target: 'prod',
  })
})

describe('{{defaultContext}} is this repository at the event’s commit', () => {
  test.each([
    ['{{defaultContext}}', ownContext],
    ['{{ defaultContext }}:sub', `${ownContext}:sub`],
    ['{{defaultcontext}}', '{{defaultcontext}}'],
  ])('%s', (context, value) => {
    expect(build({ context }).context).toBe(value)
  })
})

test('the cache’s inputs where nothing is given', () => {
  expect(cache({})).toEqual({
    specs: [],
    cacheName: '',
    planOnly: false,
    plan: {
      branch: '',
      fallback: undefined,
      write: 'auto',
      readMerged: true,
      shard: { part: '', isMatrix: false },
      shardIndex: undefined,
    },
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
    'plan-only': 'true',
  })
  expect(specs.map(({ backend }) => backend.type)).toEqual(['registry', 'local'])
  expect(rest).toEqual({
    cacheName: 'api',
    planOnly: true,
    plan: {
      branch: 'feature/a',
      fallback: ['dev', 'main', '#1'],
      write: 'default-branch',
      readMerged: false,
      shard: { part: 'arm64', isMatrix: false },
      shardIndex: 3,
    },
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

test('none turns the cache, and the fallbacks, off', () => {
  expect(cache({ cache: 'none' }).specs).toEqual([])
  expect(cache({ 'cache-fallback': 'none' }).plan.fallback).toEqual([])
})

describe('bad input is refused in a sentence that begins with the input’s name', () => {
  test.each<[string, string, string]>([
    ['cache', 'redis', '"redis" is not one of registry, local.'],
    ['cache', 'type=registry', 'registry needs ref=…'],
    ['cache', 'type=local', 'local needs dest=…'],
    ['cache', 'type=registry,ref=A B', 'is not an image reference'],
    ['cache', 'none\ntype=local,dest=/c', '"none" is not one of'],
    ['cache', 'type=local,dest=/c,tag=\ufffd', 'it is not well-formed Unicode.'],
    ['cache-write', 'sometimes', '"sometimes" is not one of auto, always, never, default-branch.'],
    [
      'cache-write',
      'Never',
      '"Never" is not one of auto, always, never, default-branch. Did you mean "never"?',
    ],
    ['cache-branch', 'a b', '"a b" is no branch that git would take: it holds a blank or a control'],
    ['cache-branch', '-x', '"-x" is no branch that git would take: it begins with "-".'],
    ['cache-branch', 'a..b', 'it holds "..".'],
    ['cache-branch', 'refs/heads/', 'it is empty.'],
    ['cache-branch', 'a\ufffd', 'it is not well-formed Unicode.'],
    ['cache-fallback', 'main\na b', '"a b" is no branch that git would take'],
    ['cache-fallback', 'main, dev', '"main, dev" is no branch that git would take'],
    ['cache-fallback', 'none\nb c', '"b c" is no branch'],
    ['cache-name', 'a\ufffd', 'it is not well-formed Unicode.'],
    ['cache-shard', '\ud800', 'it is not well-formed Unicode.'],
    ['cache-shard-index', 'first', '"first" is not a number; write the job\'s index, counted from 0.'],
    ['cache-shard-index', '-1', '"-1" is not a number'],
    ['cache-shard-index', '1.5', '"1.5" is not a number'],
    ['cache-read-merged', 'yes', '"yes" is not a boolean; write true or false.'],
    ['plan-only', '1', '"1" is not a boolean; write true or false.'],
    ['push', 'yes', '"yes" is not a boolean; write true or false.'],
    ['load', 'on', '"on" is not a boolean; write true or false.'],
    ['target', '-x', '"-x" begins with "-", which docker takes for an option.'],
    ['target', '--push', '"--push" begins with "-"'],
    ['context', '-', '"-" begins with "-"'],
    ['context', '--help', '"--help" begins with "-"'],
    ['file', '-f', '"-f" begins with "-"'],
    ['builder', '-b', '"-b" begins with "-"'],
    ['context', 'a\ufffd', 'it is not well-formed Unicode.'],
    ['target', 'a\ufffd', 'it is not well-formed Unicode.'],
    ['file', 'a\ufffd', 'it is not well-formed Unicode.'],
    ['tags', 'a\n"b', 'a double quote is not closed.'],
    ['build-args', '"A=1', 'a double quote is not closed.'],
    ['platforms', '"linux', 'a double quote is not closed.'],
    ['cache-from', '"type=gha', 'a double quote is not closed.'],
    ['cache-to', '"type=gha', 'a double quote is not closed.'],
  ])('%s: %j', (name, value, words) => {
    const read = () => [build({ [name]: value }), cache({ [name]: value })]
    expect(read).toThrow(InputError)
    expect(read).toThrow(words)
    expect(read).toThrow(new RegExp(`^${name}: .*[.?]$`))
  })
})
