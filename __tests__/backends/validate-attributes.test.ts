import { describe, expect, test } from '@jest/globals'
import type { Backend } from '../../src/backends/backend.ts'
import { backends } from '../../src/backends/backends.ts'
import { parseSpecs } from '../../src/backends/spec.ts'
import { identify } from '../../src/events/identify.ts'
import { type Entry, flagOf, makeEntries, shownFlag } from '../../src/plan/entries.ts'
import { makePlan } from '../../src/plan/plan.ts'
import { makeEnvironment, repository } from '../environment.ts'
import { plainPlanInputs } from '../plan-inputs.ts'

const one = (line: string, variables: Record<string, string> = {}) => {
  const [spec] = parseSpecs([line], variables)
  return Object.fromEntries(spec?.given ?? [])
}

describe('what BuildKit’s server would read from its environment comes from the step’s', () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['s3', { AWS_REGION: 'eu', AWS_BUCKET: 'b' }, { region: 'eu', bucket: 'b' }],
    ['type=s3,region=us', { AWS_REGION: 'eu', AWS_BUCKET: 'b' }, { region: 'us', bucket: 'b' }],
    [
      'azblob',
      {
        BUILDKIT_AZURE_STORAGE_ACCOUNT_URL: 'https://a.example',
        BUILDKIT_AZURE_STORAGE_ACCOUNT_NAME: 'a',
        BUILDKIT_AZURE_STORAGE_CONTAINER: 'ccc',
        BUILDKIT_AZURE_STORAGE_PREFIX: 'p/q',
      },
      { account_url: 'https://a.example', account_name: 'a', container: 'ccc', prefix: 'p/q' },
    ],
    [
      'type=azblob,account_url=https://b.example',
      { BUILDKIT_AZURE_STORAGE_CONTAINER: '' },
      { account_url: 'https://b.example' },
    ],
  ])('%s', (line, variables, given) => {
    expect(one(line, variables)).toEqual(given)
  })

  test.each<[string, Record<string, string>, string]>([
    [
      'type=s3,bucket=b',
      {},
      's3 needs region=…, such as type=s3,region=eu-west-1,bucket=ci-cache,prefix=app/, or the variable AWS_REGION.',
    ],
    [
      'type=s3,region=eu',
      { AWS_BUCKET: '' },
      's3 needs bucket=…, such as type=s3,region=eu-west-1,bucket=ci-cache,prefix=app/, or the variable AWS_BUCKET.',
    ],
    [
      'azblob',
      {},
      'azblob needs account_url=…, such as type=azblob,account_url=https://account.blob.core.windows.net,prefix=app, or the variable BUILDKIT_AZURE_STORAGE_ACCOUNT_URL.',
    ],
    ['azblob', { BUILDKIT_AZURE_STORAGE_ACCOUNT_URL: 'a' }, 'account_url "a" is not an http or https URL.'],
    // A signature in the address: BuildKit takes none, and nobody should see it.
    [
      'azblob',
      { BUILDKIT_AZURE_STORAGE_ACCOUNT_URL: 'https://a.example/?sig=secret' },
      'account_url is a URL with more than host and path.',
    ],
  ])('%s and %j', (line, variables, sentence) => {
    expect(() => parseSpecs([line], variables)).toThrow(`cache: ${sentence}`)
  })
})

// A value that each kind of attribute takes.
const values: Record<string, string> = {
  ref: 'ghcr.io/octo/app',
  mode: 'min',
  compression: 'zstd',
  'compression-level': '3',
  url: 'https://one.example',
  url_v2: 'https://two.example',
  version: '2',
  timeout: '90s',
  endpoint_url: 'https://s3.example',
  account_url: 'https://account.example',
  container: 'a-container',
  upload_parallelism: '2',
  touch_refresh: '1h',
  retry_mode: 'adaptive',
  retry_max_attempts: '5',
}
const words: Record<string, string> = { 'true or false': 'true' }

describe('each side gets its own attributes and no other', () => {
  const environment = makeEnvironment({ ref: 'refs/heads/main', payload: { repository } })
  const plan = makePlan(
    identify(environment),
    { name: 'main', from: '' },
    { ...plainPlanInputs, shardIndex: 0 },
  )
  const fieldsOf = (csv: string | undefined): string[] =>
    (csv ?? '').split(',').map((field) => field.split('=')[0] as string)

  test.each(Object.keys(backends))('%s', (type) => {
    const { attributes } = backends[type] as Backend
    const names = Object.keys(attributes)
    const line = names.map((name) => {
      const kind = attributes[name]?.kind.words ?? ''
      return `${name}=${values[name] ?? words[kind] ?? name.replaceAll('_', '-')}`
    })
    const specs = parseSpecs([`type=${type},${line.join(',')}`], {})
    const { from, to } = makeEntries(plan, specs, '')
    const ofSide = (side: string): string[] =>
      names.filter((name) => attributes[name]?.side === side || attributes[name]?.side === 'both')
    const renamed = (name: string): string => (type === 'local' && name === 'dest' ? 'src' : name)
    expect(fieldsOf(flagOf(from[0] as Entry)).sort()).toEqual(
      ['type', ...ofSide('import').map(renamed)].sort(),
    )
    expect(fieldsOf(flagOf(to[0] as Entry)).sort()).toEqual(['type', ...ofSide('export')].sort())
    // What is shown is the same without credentials.
    const secrets = names.filter((name) => attributes[name]?.secret)
    const shown = [...fieldsOf(shownFlag(from[0] as Entry)), ...fieldsOf(shownFlag(to[0] as Entry))]
    expect(shown.filter((name) => secrets.includes(name))).toEqual([])
  })

  test('a value that is not specified is BuildKit’s default, with two exceptions', () => {
    const { from, to } = makeEntries(plan, parseSpecs(['type=s3,region=eu,bucket=b'], {}), '')
    expect(flagOf(from[0] as Entry)).toBe('type=s3,region=eu,bucket=b,name=main')
    expect(flagOf(to[0] as Entry)).toBe('type=s3,region=eu,bucket=b,mode=max,ignore-error=true,name=main')
  })
})
