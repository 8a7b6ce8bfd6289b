import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readEnvironment } from '../../src/runner/environment.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'environment-test-'))
  mkdirSync(join(folder, 'directory'))
  writeFileSync(join(folder, 'event.json'), '{"ref":"refs/heads/日本"}')
  writeFileSync(join(folder, 'broken.json'), '{"ref":')
  writeFileSync(join(folder, 'empty.json'), '')
})
afterAll(() => rmSync(folder, { recursive: true }))

const readEvent = (name: string) => {
  const { payload, payloadProblem } = readEnvironment({ GITHUB_EVENT_PATH: join(folder, name) })
  return { payload, payloadProblem: payloadProblem?.replace(folder, '…') }
}

test('the payload is the event file’s JSON', () => {
  expect(readEvent('event.json')).toEqual({ payload: { ref: 'refs/heads/日本' }, payloadProblem: undefined })
})

test.each([
  ['missing.json', 'the event file …/missing.json could not be read: ENOENT'],
  ['directory', 'the event file …/directory could not be read: it is not a regular file'],
  ['broken.json', 'the event file …/broken.json could not be read: it is not JSON'],
  ['empty.json', 'the event file …/empty.json could not be read: it is not JSON'],
])('%s is a problem in words, and no payload', (name, payloadProblem) => {
  expect(readEvent(name)).toEqual({ payload: undefined, payloadProblem })
})

test('without an event file there is no payload', () => {
  expect(readEnvironment({})).toMatchObject({
    payload: undefined,
    payloadProblem: 'GITHUB_EVENT_PATH is not set',
  })
})

test('what the runner says', () => {
  const environment = readEnvironment({
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_HEAD_REF: 'head',
    GITHUB_BASE_REF: 'base',
    GITHUB_SHA: 'f00',
    GITHUB_REPOSITORY: 'octo/app',
    GITHUB_SERVER_URL: 'https://git.example.org',
    GITHUB_WORKSPACE: '/work',
    GITHUB_RUN_ID: '12',
    GITHUB_RUN_ATTEMPT: '3',
    RUNNER_TEMP: '/temp',
  })
  expect(environment).toMatchObject({
    eventName: 'push',
    ref: 'refs/heads/main',
    headRef: 'head',
    baseRef: 'base',
    sha: 'f00',
    repository: 'octo/app',
    serverUrl: 'https://git.example.org',
    workspace: '/work',
    tempDir: '/temp',
    runUrl: 'https://git.example.org/octo/app/actions/runs/12/attempts/3',
    switches: {
      contextIsPullHead: false,
      contextIsQuery: false,
      noDefaultAttestations: false,
      annotateChecks: true,
      mark: true,
    },
  })
})

test('what the runner does not say', () => {
  expect(readEnvironment({})).toMatchObject({
    eventName: '',
    ref: '',
    repository: '',
    serverUrl: 'https://github.com',
    workspace: process.cwd(),
    tempDir: '',
  })
})

describe('an input', () => {
  const { input, rawInput } = readEnvironment({
    'INPUT_CACHE-FROM': ' a \n',
    INPUT_TAGS: '',
    INPUT_WITH_BLANK: 'x',
    'INPUT_CACHE-TO': '\ta\nb\t',
  })
  test.each([
    ['cache-from', 'a'],
    ['CACHE-FROM', 'a'],
    ['tags', ''],
    ['with blank', 'x'],
    ['cache-to', 'a\nb'],
    ['missing', ''],
  ])('%s', (name, value) => {
    expect(input(name)).toBe(value)
  })

  test.each([
    ['cache-from', ' a \n'],
    ['tags', ''],
    ['cache-to', '\ta\nb\t'],
    ['missing', ''],
  ])('%s with the blanks around it', (name, value) => {
    expect(rawInput(name)).toBe(value)
  })
})

test('the page of a run whose attempt the runner does not say is that of the first', () => {
  const { runUrl } = readEnvironment({ GITHUB_REPOSITORY: 'octo/app', GITHUB_RUN_ID: '12' })
  expect(runUrl).toBe('https://github.com/octo/app/actions/runs/12/attempts/1')
})

test('docker gets our environment without inputs and state', () => {
  const { forDocker } = readEnvironment({
    PATH: '/bin',
    GITHUB_TOKEN: 't',
    ACTIONS_RUNTIME_TOKEN: 't',
    DOCKER_CONFIG: '/c',
    MY_INPUT_X: 'x',
    'INPUT_BUILD-ARGS': 'SECRET=1',
    INPUT_SECRETS: 's',
    STATE_isPost: 'true',
    UNSET: undefined,
  })
  expect(forDocker).toEqual({
    PATH: '/bin',
    GITHUB_TOKEN: 't',
    ACTIONS_RUNTIME_TOKEN: 't',
    DOCKER_CONFIG: '/c',
    MY_INPUT_X: 'x',
  })
})

describe('a switch', () => {
  const names = [
    ['DOCKER_DEFAULT_GIT_CONTEXT_PR_HEAD_REF', 'contextIsPullHead', false],
    ['BUILDX_SEND_GIT_QUERY_AS_INPUT', 'contextIsQuery', false],
    ['BUILDX_NO_DEFAULT_ATTESTATIONS', 'noDefaultAttestations', false],
    ['DOCKER_BUILD_CHECKS_ANNOTATIONS', 'annotateChecks', true],
  ] as const
  const values: [string, boolean][] = [
    ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((value): [string, boolean] => [value, true]),
    ...['0', 'f', 'F', 'false', 'FALSE', 'False', 'yes', ' true'].map((value): [string, boolean] => [
      value,
      false,
    ]),
  ]
  const rows = names.flatMap(([variable, name, whenEmpty]) =>
    [...values, ['', whenEmpty] as const].map(([value, on]) => [variable, value, name, on] as const),
  )

  test.each(rows)('%s=%s', (variable, value, name, on) => {
    const { switches } = readEnvironment({ [variable]: value })
    const { switches: others } = readEnvironment({})
    expect(switches).toEqual({ ...others, [name]: on })
  })

  test.each(['', 'true', '1', 'yes'])('caches are marked with BRANCH_CACHE_MARK=%s', (value) => {
    expect(readEnvironment({ BRANCH_CACHE_MARK: value }).switches.mark).toBe(true)
  })

  test.each(['false', '0', 'F'])('and not with BRANCH_CACHE_MARK=%s', (value) => {
    expect(readEnvironment({ BRANCH_CACHE_MARK: value }).switches.mark).toBe(false)
  })
})
