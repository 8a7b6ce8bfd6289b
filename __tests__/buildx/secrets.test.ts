import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { gitToken, readSecrets, type Secret } from '../../src/buildx/secrets.ts'
import type { BuildInputs } from '../../src/inputs/build-inputs.ts'
import { makeBuildInputs } from '../build-inputs.ts'

const read = (given: Partial<BuildInputs>, files: readonly string[] = []) =>
  readSecrets(makeBuildInputs(given), (path) => files.includes(path))

describe('a secret is a name and its value', () => {
  test.each<[string, Secret]>([
    ['A=1', { id: 'A', value: '1' }],
    ['A=x=y==', { id: 'A', value: 'x=y==' }],
    ['A==', { id: 'A', value: '=' }],
    ['A= ', { id: 'A', value: ' ' }],
    ['A=line 1\nline 2\n', { id: 'A', value: 'line 1\nline 2\n' }],
    ['a b=c', { id: 'a b', value: 'c' }],
    ['GIT_AUTH_TOKEN.github.com=x', { id: 'GIT_AUTH_TOKEN.github.com', value: 'x' }],
  ])('%j', (text, secret) => {
    expect(read({ secrets: [text] })).toEqual({ variables: [], others: [secret], warnings: [] })
  })

  test('or a variable', () => {
    expect(read({ 'secret-envs': ['A=B', 'C=D=E'] })).toEqual({
      variables: [
        { id: 'A', variable: 'B' },
        { id: 'C', variable: 'D=E' },
      ],
      others: [],
      warnings: [],
    })
  })

  test('or a file that is there', () => {
    expect(read({ 'secret-files': ['A=./a', 'B=/b=c'] }, ['./a', '/b=c'])).toEqual({
      variables: [],
      others: [
        { id: 'A', file: './a' },
        { id: 'B', file: '/b=c' },
      ],
      warnings: [],
    })
  })
})

test('values stand before files, each in the order given', () => {
  const given = { secrets: ['B=1', 'A=2'], 'secret-files': ['D=/d', 'C=/c'] }
  expect(read(given, ['/c', '/d']).others.map(({ id }) => id)).toEqual(['B', 'A', 'D', 'C'])
})

describe('what is malformed, empty or missing is ignored with a warning', () => {
  const malformed = 'is not "name=value"; it is ignored.'
  test.each<[Partial<BuildInputs>, string[]]>([
    [{ secrets: ['A='] }, ['secrets: "A" is empty; it is ignored.']],
    [{ secrets: ['hunter2'] }, [`secrets: a line ${malformed}`]],
    [{ secrets: ['=hunter2'] }, [`secrets: a line ${malformed}`]],
    [{ secrets: ['='] }, [`secrets: a line ${malformed}`]],
    [{ secrets: [' '] }, [`secrets: a line ${malformed}`]],
    [
      { 'secret-envs': ['A', 'B=', '=C'] },
      [
        `secret-envs: a line ${malformed}`,
        'secret-envs: "B" is empty; it is ignored.',
        `secret-envs: a line ${malformed}`,
      ],
    ],
    [{ 'secret-files': ['A='] }, ['secret-files: "A" is empty; it is ignored.']],
    [{ 'secret-files': ['./a'] }, [`secret-files: a line ${malformed}`]],
    [{ 'secret-files': ['=/gone'] }, [`secret-files: a line ${malformed}`]],
    [{ 'secret-files': ['A=/gone'] }, ['secret-files: "A" names a file that does not exist; it is ignored.']],
  ])('%j', (given, warnings) => {
    expect(read(given)).toEqual({ variables: [], others: [], warnings })
  })

  test('and the others stay, as on a fork’s pull request', () => {
    const { variables, others, warnings } = read(
      {
        secrets: ['A=', 'B=1', 'x'],
        'secret-envs': ['C=', 'D=E'],
        'secret-files': ['F=/gone', 'G=/there'],
      },
      ['/there'],
    )
    expect(variables).toEqual([{ id: 'D', variable: 'E' }])
    expect(others).toEqual([
      { id: 'B', value: '1' },
      { id: 'G', file: '/there' },
    ])
    expect(warnings).toHaveLength(4)
  })

  test('the lines of a key that was not quoted are not shown, whatever stands in them', () => {
    const key = ['KEY=-----BEGIN PRIVATE KEY-----', 'MIIEvQIBADAN', 'c2VjcmV0=', '-----END PRIVATE KEY-----']
    const { warnings } = read({ secrets: key })
    expect(warnings).toEqual(Array(3).fill(`secrets: a line ${malformed}`))
  })
})

test('a warning never shows a value', () => {
  const value = fc.string({ unit: fc.constantFrom('s', '3', 'c', '=', ' ', '\n'), minLength: 1 })
  const anySecret = fc.oneof(
    value.map((it) => `NAME=${it}`),
    value.map((it) => `=${it}`),
    value.filter((it) => !it.includes('=')),
  )
  fc.assert(
    fc.property(fc.array(anySecret), (secrets) => {
      const said = read({ secrets }).warnings
      const allowed = ['secrets: a line is not "name=value"; it is ignored.']
      expect(said.filter((it) => !allowed.includes(it))).toEqual([])
      expect(said).toHaveLength(secrets.filter((it) => !it.startsWith('NAME=')).length)
    }),
  )
})

describe('the job’s token is a secret for a git context of this repository', () => {
  const token = (given: Partial<BuildInputs>, isDefaultContext = true, host = 'github.com') => {
    const inputs = makeBuildInputs({ 'github-token': 'ghs_x', ...given })
    return gitToken(
      inputs,
      readSecrets(inputs, (path) => path === '/there'),
      host,
      isDefaultContext,
    )
  }
  const ours = { id: 'GIT_AUTH_TOKEN.github.com', value: 'ghs_x' }

  test('of any server', () => {
    expect(token({})).toEqual(ours)
    expect(token({}, true, 'git.example.org:8443')).toEqual({
      id: 'GIT_AUTH_TOKEN.git.example.org:8443',
      value: 'ghs_x',
    })
  })

  test('of no other, and only where there is one', () => {
    expect(token({}, false)).toBeUndefined()
    expect(token({ 'github-token': '' })).toBeUndefined()
  })

  test.each<[Partial<BuildInputs>]>([
    [{ secrets: ['GIT_AUTH_TOKEN=x'] }],
    [{ secrets: ['A=1', 'GIT_AUTH_TOKEN.github.com=x'] }],
    [{ 'secret-envs': ['GIT_AUTH_TOKEN=X'] }],
    [{ 'secret-envs': ['GIT_AUTH_TOKEN.github.com=X'] }],
    [{ 'secret-files': ['GIT_AUTH_TOKEN=/there'] }],
    [{ 'secret-files': ['GIT_AUTH_TOKEN.github.com=/there'] }],
    // As upstream, even where it is empty.
    [{ secrets: ['GIT_AUTH_TOKEN='] }],
  ])('the user’s own goes before it: %j', (given) => {
    expect(token(given)).toBeUndefined()
  })

  test.each<[Partial<BuildInputs>]>([
    [{ secrets: ['GIT_AUTH_TOKEN.gitlab.com=x'] }],
    [{ secrets: ['GIT_AUTH_TOKEN_X=x'] }],
    [{ secrets: ['GIT_AUTH_HEADER=x'] }],
    [{ secrets: ['A=GIT_AUTH_TOKEN=x'] }],
    [{ secrets: ['GIT_AUTH_TOKEN'] }],
    [{ secrets: [' GIT_AUTH_TOKEN=x'] }],
    [{ secrets: ['git_auth_token=x'] }],
    // Left out, as on a fork's pull request: nothing is doubled.
    [{ secrets: ['GIT_AUTH_TOKEN.github.com='] }],
    [{ 'secret-files': ['GIT_AUTH_TOKEN.github.com=/gone'] }],
  ])('but not %j', (given) => {
    expect(token(given)).toEqual(ours)
  })
})

test.each(['id=pip,src=./pip.conf', 'id=pip,env=PIP', 'type=file,id=pip,src=./pip.conf'])(
  'docker’s own spelling is a secret with another name, and warned of: %s',
  (text) => {
    const { others, warnings } = read({ secrets: [text] })
    expect(others).toHaveLength(1)
    expect(warnings).toEqual([expect.stringMatching(/^secrets: "(id|type)" is read as the name of a secret/)])
  },
)
