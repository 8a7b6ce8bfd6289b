import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { BuildInputs } from '../../src/inputs/build-inputs.ts'
import { look, withoutValue } from '../../src/inputs/missing-secrets.ts'
import { makeBuildInputs } from '../build-inputs.ts'

const variables = { SET: 'x', EMPTY: '', BLANK: ' \n', SSH_AUTH_SOCK: '/agent' }
const files: Record<string, 'blank' | 'there'> = { '/there': 'there', '/agent': 'there', '/blank': 'blank' }

const without = (given: Partial<BuildInputs>, more: Record<string, string | undefined> = {}): string[] =>
  withoutValue(makeBuildInputs(given), {
    variables: { ...variables, ...more },
    look: (path) => files[path] ?? 'missing',
  })

describe('a secret that is declared and has no value', () => {
  test.each<[Partial<BuildInputs>, string[]]>([
    [{}, []],
    [{ secrets: ['A=1', 'B= x', 'C=='] }, []],
    [{ secrets: ['A='] }, ['secret A']],
    [{ secrets: ['A= ', 'B=\n', 'C=\t \n'] }, ['secret A', 'secret B', 'secret C']],
    [{ secrets: ['B=', 'A=', 'C=1', 'B='] }, ['secret A', 'secret B']],
    [{ secrets: ['a b='] }, ['secret a b']],
    [{ 'secret-envs': ['A=SET'] }, []],
    [
      { 'secret-envs': ['A=EMPTY', 'B=UNSET', 'C=BLANK', 'D='] },
      ['A', 'B', 'C', 'D'].map((it) => `secret ${it}`),
    ],
    [{ 'secret-files': ['A=/there'] }, []],
    [{ 'secret-files': ['A=/gone', 'B=/blank', 'C='] }, ['A', 'B', 'C'].map((it) => `secret ${it}`)],
  ])('%j: %j', (given, names) => {
    expect(without(given)).toEqual(names)
  })
})

describe('a secret that is put together by the workflow lacks what it is for where each credential in it is empty', () => {
  test.each<[string, boolean]>([
    ['""', true],
    ["''", true],
    ['" "\n', true],
    ['//npm.example/:_authToken=', true],
    ['//npm.example/:_authToken=npm_x', false],
    [
      '@octo:registry=https://npm.pkg.github.com\n//npm.pkg.github.com/:_authToken=\nalways-auth=true\n',
      true,
    ],
    ['//a/:_authToken=\n//b/:_authToken=x', false],
    ['password:', true],
    ['user: ci\r\npassword: ""\r\n', true],
    ['{"user": "ci", "password": ""}', true],
    ['{"user": "ci", "password": "x"}', false],
    ['{"token":null}', false],
    ['https://ci:@pypi.example/simple', true],
    ['index-url = https://__token__:@pypi.example/simple', true],
    ['https://ci:x@pypi.example/simple', false],
    ['https://@github.com', true],
    ['https://x@github.com', false],
    ['machine github.com login x-access-token password', true],
    ['machine github.com login x-access-token password x', false],
    ['export TOKEN=""', true],
    ['A=1\nTOKEN=', true],
    ['A=\nB=', false], // what they are is not known
    ['TOKEN=$TOKEN', false],
    ['correct horse battery password', false],
    ['c2VjcmV0VG9rZW4xMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTBwYXNzd29yZA=', false],
    [
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8Pat=\n-----END PRIVATE KEY-----',
      false,
    ],
    ['x', false],
    [`"x`, false],
  ])('%j: %j', (text, lacks) => {
    expect(without({ secrets: [`A=${text}`] })).toEqual(lacks ? ['secret A'] : [])
    expect(without({ 'secret-envs': ['A=IT'] }, { IT: text })).toEqual(lacks ? ['secret A'] : [])
  })
})

describe('of two with one ID buildx takes the last that it gets', () => {
  test.each<[Partial<BuildInputs>, string[]]>([
    [{ secrets: ['A=', 'A=1'] }, []],
    [{ secrets: ['A=1', 'A='] }, []],
    [{ secrets: ['A=1', 'A= '] }, ['secret A']],
    [{ 'secret-envs': ['A=EMPTY'], secrets: ['A=1'] }, []],
    [{ 'secret-envs': ['A=SET'], secrets: ['A='] }, []],
    [{ 'secret-envs': ['A=SET', 'A=EMPTY'] }, ['secret A']],
    [{ 'secret-envs': ['A=SET'], 'secret-files': ['A=/blank'] }, ['secret A']],
    [{ 'secret-envs': ['A=SET'], 'secret-files': ['A=/gone'] }, []],
  ])('%j: %j', (given, names) => {
    expect(without(given)).toEqual(names)
  })
})

describe('the token of a git context never counts', () => {
  test.each<[Partial<BuildInputs>, string[]]>([
    [{ 'github-token': '' }, []],
    [{ secrets: ['GIT_AUTH_TOKEN=', 'GIT_AUTH_TOKEN.github.com='] }, []],
    [{ 'secret-envs': ['GIT_AUTH_TOKEN=UNSET'] }, []],
    [{ secrets: ['GIT_AUTH_TOKEN_X='] }, ['secret GIT_AUTH_TOKEN_X']],
  ])('%j: %j', (given, names) => {
    expect(without(given)).toEqual(names)
  })
})

describe('an unquoted key of several lines', () => {
  const begin = '-----BEGIN PRIVATE KEY-----'
  const end = '-----END PRIVATE KEY-----'
  test.each<[string, string[], string[]]>([
    ['has a value', [`KEY=${begin}`, 'MIIE', end], []],
    ['has a value, though a line of it ends in "="', [`KEY=${begin}`, 'MIIE', 'c2VjcmV0=', end], []],
    ['and is not there', ['KEY='], ['secret KEY']],
    ['stands before one that is empty', [`KEY=${begin}`, end, 'A='], ['line 3 of secrets']],
    ['stands behind one that is empty', ['A=', `KEY=${begin}`, end], ['line 1 of secrets']],
    ['ends in a line that is no name', ['KEY=MIIE', 'AAAA', 'c2VjcmV0='], ['line 3 of secrets']],
    ['and nothing is told of what has no name', ['=x', '=', 'hunter2'], []],
  ])('%s', (_, secrets, names) => {
    expect(without({ secrets })).toEqual(names)
  })

  test('no line of it is ever told', () => {
    const line = fc.stringMatching(/^[A-Za-z0-9+/]{8,20}={0,2} ?$/)
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const said = without({ secrets: ['A=', `KEY=${begin}`, ...lines, end, 'B='] }).join('\n')
        expect(lines.filter((it) => said.includes(it.replace(/=* *$/, '')))).toEqual([])
      }),
    )
  })
})

describe('ssh without an agent or a key', () => {
  test.each<[string[], string | undefined, string[]]>([
    [['default'], '/agent', []],
    [['default'], undefined, ['ssh default']],
    [['default'], '', ['ssh default']],
    [['default'], '/gone', ['ssh default']],
    [['default='], '/agent', []],
    [['default='], '', ['ssh default']],
    [['', 'git'], '', ['ssh default', 'ssh git']],
    [['git=/there'], '', []],
    [['git=/there,/gone'], '/agent', ['ssh git']],
    [['git=/blank'], '/agent', ['ssh git']],
    [['git=/agent,raw=true'], '', []],
  ])('%j with SSH_AUTH_SOCK=%j', (ssh, socket, names) => {
    expect(without({ ssh }, { SSH_AUTH_SOCK: socket })).toEqual(names)
  })
})

test('a secret and an agent of one ID are two', () => {
  expect(without({ secrets: ['a='], ssh: ['a'] }, { SSH_AUTH_SOCK: '' })).toEqual(['secret a', 'ssh a'])
})

test('what stands at a path', () => {
  const folder = mkdtempSync(join(tmpdir(), 'without-'))
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  mkdirSync(join(folder, 'folder'))
  const secret = file('secret', 'x')
  chmodSync(secret, 0)
  expect(look(file('text', 'x'))).toBe('there')
  expect(look(file('empty', ''))).toBe('blank')
  expect(look(file('newline', '\r\n'))).toBe('blank')
  expect(look(file('long', `${' '.repeat(100)}x`))).toBe('there')
  expect(look(file('blanks', ' '.repeat(1000)))).toBe('blank')
  expect(look(file('npmrc', `# ${'-'.repeat(100)}\n//npm.example/:_authToken=\n`))).toBe('blank')
  expect(look(file('large', ' '.repeat(70_000)))).toBe('there')
  expect(look(join(folder, 'folder'))).toBe('there')
  expect(look(secret)).toBe('there')
  expect(look(join(folder, 'gone'))).toBe('missing')
  expect(look(join(secret, 'below'))).toBe('missing')
})
