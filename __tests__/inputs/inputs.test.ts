import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readInputs } from '../../src/inputs/inputs.ts'
import { InputError } from '../../src/runner/input-error.ts'
import { makeBuildInputs } from '../build-inputs.ts'
import { makeEnvironment, trusted } from '../environment.ts'
import { plainPlanInputs } from '../plan-inputs.ts'

const read = (inputs: Record<string, string>, forDocker: Record<string, string> = {}) =>
  readInputs(makeEnvironment({ inputs, forDocker }), trusted)

test('where nothing is given', () => {
  expect(read({}, { PATH: '/bin' })).toEqual({
    build: makeBuildInputs({ context: '' }),
    specs: [],
    leftOut: [],
    cacheName: '',
    plan: plainPlanInputs,
    limits: { keep: 14 * 24 * 3_600_000, maxSize: undefined },
    mounts: { wanted: 'none', maxSize: 2e9, image: '' },
    isAutomatic: true,
    offBy: [],
    timeout: 120_000,
    strict: false,
    planOnly: false,
    env: { PATH: '/bin' },
    secrets: [],
    known: [],
    warnings: [],
  })
})

describe('the cache is automatic where none is asked for', () => {
  test.each<[Record<string, string>, boolean]>([
    [{}, true],
    [{ cache: '# later' }, true],
    [{ 'cache-from': '\n', 'cache-to': '' }, true],
    [{ 'cache-name': 'api', tags: 'a' }, true],
    [{ cache: 'none' }, false],
    [{ cache: 'gha' }, false],
    [{ 'cache-from': 'type=gha' }, false],
    [{ 'cache-to': 'type=inline' }, false],
  ])('%j', (inputs, isAutomatic) => {
    expect(read(inputs).isAutomatic).toBe(isAutomatic)
  })
})

describe('the cache name is that of the image', () => {
  test.each<[Record<string, string>, string]>([
    [{ 'cache-name': 'api' }, 'api'],
    [{ 'cache-name': 'api', target: 'prod' }, 'api'],
    [{ context: '.' }, ''],
    [{ context: '{{defaultContext}}' }, ''],
    [{ target: 'prod' }, '["","","prod"]'],
    [{ context: '{{defaultContext}}:sub' }, '["sub","",""]'],
    [{ context: 'sub', file: 'sub/Dockerfile' }, '["sub","",""]'],
  ])('%j', (inputs, name) => {
    expect(read(inputs).cacheName).toBe(name)
  })
})

describe('what is refused only together', () => {
  const cache = 'type=registry,ref=r.io/app'
  const local = 'type=local,dest=/c'
  const inline = 'type=inline,ref=r.io/app'
  test.each<[string, Record<string, string>, RegExp]>([
    ['the image’s own repository', { cache, tags: 'r.io/app:v1' }, /^cache: ref=r.io\/app is also the image/],
    ['local beside the user’s', { cache: local, 'cache-to': cache }, /^cache: an export to local together/],
    ['inline without an image', { cache: inline }, /^cache: inline stores its cache in the image/],
    ['inline into files', { cache: inline, outputs: 'type=local,dest=o' }, /^cache: inline stores/],
    ['inline into a bare path', { cache: inline, outputs: './out' }, /^cache: inline stores/],
    [
      'half a key',
      { cache: 'type=s3,region=a,bucket=b,access_key_id=k' },
      /^cache: s3 needs access_key_id and/,
    ],
  ])('%s', (_, inputs, words) => {
    expect(() => read(inputs)).toThrow(InputError)
    expect(() => read(inputs)).toThrow(words)
  })

  test.each<[string, Record<string, string>]>([
    ['the image’s repository, with a cache name', { cache, tags: 'r.io/app:v1', 'cache-name': 'api' }],
    ['the image’s repository, with a target that names the cache', { cache, tags: 'r.io/app', target: 'a' }],
    ['inline, where another step builds', { cache: inline, 'plan-only': 'true' }],
    ['inline and push', { cache: inline, push: 'true' }],
    ['inline and load', { cache: inline, load: 'true' }],
    ...['image', 'registry', 'docker', 'oci'].map((type): [string, Record<string, string>] => [
      `inline and an output of type ${type}`,
      { cache: inline, outputs: `type=${type},name=r.io/app` },
    ]),
  ])('but not %s', (_, inputs) => {
    expect(read(inputs).specs).toHaveLength(1)
  })
})

describe('credentials', () => {
  const s3 = 'type=s3,region=a,bucket=b,access_key_id=AKIA,secret_access_key=s3cr3t'

  test('leave the specs for buildx’s environment', () => {
    const { specs, env } = read(
      { cache: s3 },
      { PATH: '/bin', AWS_ACCESS_KEY_ID: 'the job’s', AWS_SESSION_TOKEN: 'the job’s' },
    )
    expect(specs[0]?.given).toEqual([
      ['region', 'a'],
      ['bucket', 'b'],
    ])
    expect(env).toEqual({ PATH: '/bin', AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 's3cr3t' })
  })

  test('without any, the environment is the step’s', () => {
    const forDocker = { AWS_ACCESS_KEY_ID: 'k', AWS_SESSION_TOKEN: 't' }
    expect(read({ cache: 'type=s3,region=a,bucket=b' }, forDocker).env).toEqual(forDocker)
  })

  test.each<[string, Record<string, string>, string[]]>([
    ['of a cache spec', { cache: s3 }, ['AKIA', 's3cr3t']],
    [
      'in the user’s own entries',
      {
        'cache-from': 'type=azblob,account_url=https://a,secret_access_key=from-key',
        'cache-to': 'type=s3,region=a,bucket=b,session_token=to-token',
      },
      ['from-key', 'to-token'],
    ],
    ['the job’s token', { 'github-token': 'ghs_x' }, ['ghs_x']],
    ['a secret’s value', { secrets: 'A=1\nB=x=y' }, ['1', 'x=y']],
    ['a secret of several lines', { secrets: '"A=1\n2"' }, ['1\n2']],
    ['a secret with blanks', { secrets: 'A= 1 ' }, [' 1 ']],
    ['a value that lost its name', { secrets: 'hunter2' }, ['hunter2']],
    ['an empty one is none', { secrets: 'A=' }, []],
    ['names of variables and files are none', { 'secret-envs': 'A=B', 'secret-files': 'C=/d' }, []],
  ])('are masked: %s', (_, inputs, secrets) => {
    expect(read(inputs).secrets).toEqual(secrets)
  })

  test('no secret’s value is forgotten, and nothing empty is masked', () => {
    const value = fc.string({ unit: fc.constantFrom('a', 'b', '=', ',', '"', ' ', '\n', '日') })
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const secrets = values.map((it, i) => `"NAME_${i}=${it.replaceAll('"', '""')}"`).join('\n')
        expect(read({ secrets }).secrets).toEqual([...new Set(values)].filter((it) => it !== ''))
      }),
      { numRuns: 300 },
    )
  })
})

test('plan-only', () => {
  expect(read({ 'plan-only': 'true' }).planOnly).toBe(true)
})

describe('a mistake in any input is found, whichever is read first', () => {
  test.each([
    ['push', 'yes'],
    ['cache', 'redis'],
    ['cache-write', 'sometimes'],
    ['outputs', 'dest="a"'],
  ])('%s', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(new RegExp(`^${name}: `))
  })
})

test('the secrets without a value are known, by what buildx will get', () => {
  const inputs = {
    secrets: 'A=1\nB=',
    'secret-envs': 'C=C_VALUE, D=D_VALUE',
    'secret-files': 'E=/no/such/file',
  }
  const { plan } = read({ ...inputs, ssh: 'default' }, { D_VALUE: 'x' })
  expect(plan.without).toEqual(['secret B', 'secret C', 'secret E', 'ssh default'])
})

test.each<[Record<string, string>, string[]]>([
  [{}, []],
  [{ 'cache-to': 'type=inline' }, ['cache-to']],
  [{ 'cache-from': 'a.io/b', 'cache-to': 'type=inline' }, ['cache-from', 'cache-to']],
  [{ cache: 'none', 'cache-to': 'type=inline' }, []],
])('what turns the automatic cache off: %j', (inputs, names) => {
  expect(read(inputs).offBy).toEqual(names)
})
