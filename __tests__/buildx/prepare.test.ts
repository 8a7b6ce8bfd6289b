import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { makeArgv } from '../../src/buildx/argv.ts'
import type { Builder } from '../../src/buildx/builder.ts'
import { prepare } from '../../src/buildx/prepare.ts'
import type { BuildInputs } from '../../src/inputs/build-inputs.ts'
import { makeBuildInputs } from '../build-inputs.ts'
import { makeEnvironment, pullPayload } from '../environment.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prepare-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const builder: Builder = {
  driver: 'docker-container',
  buildx: '0.37.2',
  buildkits: ['v0.33.1'],
  name: 'b',
  nodes: ['b0'],
  endpoints: [],
  containerdStore: false,
}
type Given = Parameters<typeof makeEnvironment>[0]

function run(given: Partial<BuildInputs>, environment: Given = {}, of: Partial<Builder> = {}) {
  const inputs = makeBuildInputs({ context: '', ...given })
  const all = makeEnvironment({ sha: 'f00', ref: 'refs/heads/main', ...environment })
  return prepare(inputs, all, { ...builder, ...of }, folder)
}
const prepared = (...args: Parameters<typeof run>) => run(...args).prepared

const own = 'https://github.com/octo/app.git#f00'

test('the results’ files are in the given directory', () => {
  expect(prepared({})).toMatchObject({
    imageIdFile: join(folder, 'image-id'),
    metadataFile: join(folder, 'metadata.json'),
  })
})

describe('the context', () => {
  test.each<[string, string]>([
    ['', own],
    ['.', '.'],
    ['{{defaultContext}}', own],
    ['{{defaultContext}}:sub', `${own}:sub`],
    ['https://github.com/other/app.git', 'https://github.com/other/app.git'],
  ])('%j', (context, value) => {
    expect(prepared({ context }).context).toBe(value)
  })

  test('stands in the other contexts as well', () => {
    const contexts = ['a={{defaultContext}}', 'b={{ defaultContext }}:sub', 'c=./c', 'd=docker-image://x']
    expect(prepared({ 'build-contexts': contexts }).buildContexts).toEqual([
      `a=${own}`,
      `b=${own}:sub`,
      'c=./c',
      'd=docker-image://x',
    ])
  })

  test.each<[string, boolean, string, string]>([
    ['off', false, '0.37.2', '#f00'],
    ['on', true, '0.37.2', '?ref=f00'],
    ['on, with the first buildx that knows it', true, '0.29.0', '?ref=f00'],
    ['on, with an old buildx', true, '0.28.9', '#f00'],
  ])('names its commit in a query: %s', (_, contextIsQuery, buildx, end) => {
    const url = `https://github.com/octo/app.git${end}`
    const made = prepared(
      { 'build-contexts': ['a={{defaultContext}}'] },
      { switches: { contextIsQuery } },
      { buildx },
    )
    expect(made).toMatchObject({ context: url, buildContexts: [`a=${url}`] })
  })

  test('of a pull request is its head, if asked for', () => {
    const pull = {
      eventName: 'pull_request',
      ref: 'refs/pull/7/merge',
      payload: pullPayload(),
      switches: { contextIsPullHead: true },
    }
    expect(prepared({}, pull).context).toBe('https://github.com/octo/app.git#abc')
  })
})

describe('secrets', () => {
  test('a value is in a file of its own that we alone may read, as it was given', () => {
    const { secrets } = prepared({ secrets: ['A=s3cr3t', 'B=x=y\n z \n'] })
    expect(secrets).toEqual([`id=A,src=${join(folder, 'secret-1')}`, `id=B,src=${join(folder, 'secret-2')}`])
    expect(readFileSync(join(folder, 'secret-1'), 'utf8')).toBe('s3cr3t')
    expect(readFileSync(join(folder, 'secret-2'), 'utf8')).toBe('x=y\n z \n')
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  })

  test('a variable and a file are the user’s', () => {
    const file = join(folder, 'mine')
    writeFileSync(file, 'x')
    const made = prepared({ 'secret-envs': ['A=B'], 'secret-files': [`C=${file}`] })
    expect(made.secretVariables).toEqual(['id=A,env=B'])
    expect(made.secrets).toEqual([`id=C,src=${file}`])
    expect(readdirSync(folder)).toEqual(['mine'])
  })

  test('values, then files, then the job’s token', () => {
    const file = join(folder, 'mine')
    writeFileSync(file, 'x')
    const given = { secrets: ['B=1'], 'secret-files': [`A=${file}`], 'github-token': 'ghs_x' }
    expect(prepared(given).secrets).toEqual([
      `id=B,src=${join(folder, 'secret-1')}`,
      `id=A,src=${file}`,
      `id=GIT_AUTH_TOKEN.github.com,src=${join(folder, 'secret-2')}`,
    ])
    expect(readFileSync(join(folder, 'secret-2'), 'utf8')).toBe('ghs_x')
  })

  test.each<[string, Partial<BuildInputs>, Given, boolean]>([
    ['the default context', {}, {}, true],
    ['a directory of it', { context: '{{defaultContext}}:sub' }, {}, true],
    ['its URL written out', { context: own }, {}, true],
    ['the same repository at another commit', { context: 'https://github.com/octo/app.git#0ff' }, {}, false],
    ['another repository', { context: 'https://github.com/other/app.git' }, {}, false],
    ['what was checked out', { context: '.' }, {}, false],
    ['the default context in a query', {}, { switches: { contextIsQuery: true } }, true],
  ])('the job’s token goes with %s', (_, given, environment, isThere) => {
    const { secrets } = prepared({ 'github-token': 'ghs_x', ...given }, environment)
    expect(secrets).toHaveLength(isThere ? 1 : 0)
    expect(readdirSync(folder)).toHaveLength(isThere ? 1 : 0)
  })

  test('the token is that of the server', () => {
    const [secret] = prepared(
      { 'github-token': 'ghs_x' },
      { serverUrl: 'https://git.example.org:8443' },
    ).secrets
    expect(secret).toMatch(/^id=GIT_AUTH_TOKEN\.git\.example\.org:8443,src=/)
  })

  test('what is wrong with one is a warning', () => {
    const { prepared: made, warnings } = run({ secrets: ['A='], 'secret-files': ['B=/gone'] })
    expect(made.secrets).toEqual([])
    expect(warnings).toEqual([
      'secrets: "A" is empty; it is ignored.',
      'secret-files: "B" names a file that does not exist; it is ignored.',
    ])
  })
})

describe('the default provenance', () => {
  const facts = (environment: Given, of: Partial<Builder> = {}, given: Partial<BuildInputs> = {}) =>
    prepared(given, environment, of).attests.slice(1)
  const id = 'builder-id=https://github.com/octo/app/actions/runs/1/attempts/2'
  const max = [`type=provenance,mode=max,${id}`]
  const min = [`type=provenance,mode=min,inline-only=true,${id}`]
  const repositoryOf = (isPrivate: unknown) => ({ payload: { repository: { private: isPrivate } } })

  test.each<[string, Given, Partial<Builder>, string[]]>([
    ['a public repository', repositoryOf(false), {}, max],
    ['a private one', repositoryOf(true), {}, min],
    [
      'a schedule, whose event says nothing',
      { eventName: 'schedule', payload: { schedule: '0 0 * * *' } },
      {},
      min,
    ],
    ['an event that is not what it should be', repositoryOf('false'), {}, min],
    ['no event', { payload: undefined }, {}, min],
    ['turned off', { ...repositoryOf(false), switches: { noDefaultAttestations: true } }, {}, []],
    ['an old BuildKit', repositoryOf(false), { buildkits: ['v0.10.6'] }, []],
    ['an old BuildKit among new ones', repositoryOf(false), { buildkits: ['v0.33.1', 'v0.10.6'] }, []],
    ['a BuildKit that does not say', repositoryOf(false), { buildkits: [''] }, []],
  ])('%s', (_, environment, of, values) => {
    expect(facts(environment, of)).toEqual(values)
  })
})

test('what an old buildx does not know is a warning', () => {
  expect(run({ annotations: ['a=1'] }, {}, { buildx: '0.11.0' }).warnings).toEqual([
    'annotations needs buildx 0.12.0 or newer, but this is 0.11.0; it is ignored.',
  ])
})

test('no value of a secret is ever in the arguments or a warning', () => {
  // Long enough not to be found by chance in a path or in a sentence.
  const value = fc.string({ unit: fc.constantFrom('Ä', 'ß', '=', ',', '"', ' ', '\n', 'y'), minLength: 4 })
  const secret = fc.oneof(
    { weight: 4, arbitrary: value.map((it) => [`NAME=Ø${it}Ø`, `Ø${it}Ø`] as const) },
    // Without a name, and without any "=".
    value.map((it) => [`=Ø${it}Ø`, `Ø${it}Ø`] as const),
    value.map((it) => [`Ø${it.replaceAll('=', '')}Ø`, `Ø${it.replaceAll('=', '')}Ø`] as const),
  )
  fc.assert(
    fc.property(fc.array(secret, { minLength: 1, maxLength: 4 }), (pairs) => {
      const inputs = makeBuildInputs({ secrets: pairs.map(([text]) => text), 'github-token': 'Øghs_xØ' })
      const environment = makeEnvironment({ sha: 'f00' })
      const { prepared: made, warnings } = prepare({ ...inputs, context: '' }, environment, builder, folder)
      const shown = [...makeArgv(inputs, { ...made, cacheFrom: [], cacheTo: [] }, '0.37.2'), ...warnings]
      expect(shown.filter((text) => text.includes('Ø'))).toEqual([])
      expect(made.secrets).toHaveLength(1 + pairs.filter(([text]) => text.startsWith('NAME=')).length)
    }),
    { numRuns: 100 },
  )
})
