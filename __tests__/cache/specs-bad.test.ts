import { describe, expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/cache/spec.ts'
import { checkTogether } from '../../src/cache/together.ts'
import { InputError } from '../../src/inputs/error.ts'

const s3 = 'type=s3,region=eu-west-1,bucket=b'
const azblob = 'type=azblob,account_url=https://a.blob.core.windows.net'
const registry = 'type=registry,ref=ghcr.io/octo/app/cache'
const image = 'type=inline,ref=ghcr.io/octo/app'

/** The one sentence for the lines, as a push of an image would get it. */
function refusal(lines: readonly string[], beside = {}): string {
  try {
    const specs = parseSpecs(lines, {})
    checkTogether(specs, {
      cacheTo: [],
      tags: ['ghcr.io/octo/app:1'],
      cacheName: '',
      makesImage: true,
      ...beside,
    })
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return (error as Error).message
  }
  throw new Error('was accepted')
}

// Every line is one that BuildKit would take in silence, or find wrong only once the build has run.
const typos: [line: string, ...named: string[]][] = [
  // the type
  ['s4', 'type "s4"', 'Did you mean "s3"?'],
  ['type=azureblob,name=x', 'type "azureblob"', 'azblob'],
  ['type=GHA', 'type "GHA"', 'Did you mean "gha"?'],
  ['github', 'type "github"', 'gha, registry, local, s3, azblob, inline'],
  ['scope=main', 'type=… is missing'],
  ['type=s3;region=eu,bucket=b', 'type "s3;region=eu"'],
  // the name of an attribute
  [`${s3},regoin=us`, '"regoin"', 'Did you mean "region"?'],
  ['type=s3,region=eu,bukcet=b', '"bukcet"', 'Did you mean "bucket"?'],
  [`${s3},endpoint=https://s3.example`, '"endpoint"', 'endpoint_url'],
  [`${s3},use-path-style=true`, '"use-path-style"', 'Did you mean "use_path_style"?'],
  [`${s3},upload_paralelism=8`, '"upload_paralelism"', 'Did you mean "upload_parallelism"?'],
  [`${s3},touch-refresh=1h`, '"touch-refresh"', 'Did you mean "touch_refresh"?'],
  [`${s3},ignore_error=true`, '"ignore_error"', 'Did you mean "ignore-error"?'],
  [`${s3},compression=zstd`, 's3 has no attribute "compression"'],
  [`${s3},scope=main`, 's3 has no attribute "scope"', 'here it is name'],
  [`${azblob},acount_name=a`, '"acount_name"', 'Did you mean "account_name"?'],
  [`${azblob},bucket=b`, 'azblob has no attribute "bucket"', 'here it is container'],
  [`${azblob},upload_parallelism=4`, 'azblob has no attribute "upload_parallelism"'],
  [`${azblob},sas_token=x`, 'azblob has no attribute "sas_token"'],
  ['type=gha,ref=main', 'gha has no attribute "ref"', 'here it is scope'],
  ['type=gha,scopes=main', '"scopes"', 'Did you mean "scope"?'],
  ['type=gha,url-v2=https://x.example', '"url-v2"', 'Did you mean "url_v2"?'],
  [`${registry},scope=main`, 'registry has no attribute "scope"', 'here it is a tag in ref'],
  [`${registry},image_manifest=true`, '"image_manifest"', 'Did you mean "image-manifest"?'],
  [`${registry},oci-mediatype=true`, '"oci-mediatype"', 'Did you mean "oci-mediatypes"?'],
  [`${registry},insecure=true`, '"insecure"', 'registry.insecure'],
  ['type=local,src=/c', 'local has no attribute "src"', 'dest, which serves both sides'],
  ['type=local,dest=/c,reset=true', 'local has no attribute "reset"'],
  [`${image},mode=max`, 'inline has no attribute "mode"'],
  [`${image},ignore-error=true`, 'inline has no attribute "ignore-error"'],
  // the value
  ['type=gha,mode=maxx', 'mode "maxx" is not min or max'],
  ['type=gha,mode=MAX', 'mode "MAX" is not min or max'],
  ['type=gha,ignore-error=yes', 'ignore-error "yes" is not true or false'],
  ['type=gha,timeout=10', 'timeout "10" is not a duration such as 90s, 10m or 24h'],
  ['type=gha,timeout=10 m', 'timeout "10 m" is not a duration'],
  ['type=gha,timeout=-5m', 'timeout "-5m" is not a duration'],
  ['type=gha,version=v2', 'version "v2" is not 1 or 2'],
  ['type=gha,url=results.example', 'url "results.example" is not an http or https URL'],
  ['type=gha,scope=a;b', 'scope "a;b" is not a name without "," and ";"'],
  ['type=gha,"scope=a,b"', 'scope "a,b" is not a name without "," and ";"'],
  [`${s3},name=a;b`, 'name "a;b" is not a name without "," and ";"'],
  [`${s3},use_path_style=on`, 'use_path_style "on" is not true or false'],
  [`${s3},upload_parallelism=0`, 'upload_parallelism "0" is not a whole number from 1'],
  [`${s3},upload_parallelism=four`, 'upload_parallelism "four" is not a whole number'],
  [`${s3},touch_refresh=1d`, 'touch_refresh "1d" is not a duration'],
  [`${s3},retry_mode=legacy`, 'retry_mode "legacy" is not standard or adaptive'],
  [`${s3},retry_max_attempts=-1`, 'retry_max_attempts "-1" is not a whole number'],
  [`${s3},endpoint_url=127.0.0.1:9000`, 'endpoint_url "127.0.0.1:9000" is not an http or https URL'],
  [`${s3},prefix=`, 'prefix "" is empty'],
  [`${azblob},container=My_Cache`, 'container "My_Cache" is not a container name'],
  [`${azblob},container=a--b`, 'container "a--b" is not a container name'],
  [`${azblob},prefix=a//b`, 'prefix "a//b" is not a path'],
  [`${azblob},prefix=../b`, 'prefix "../b" is not a path'],
  [`${registry},compression=xz`, 'compression "xz" is not uncompressed, gzip, estargz or zstd'],
  [`${registry},compression-level=23`, 'compression-level "23" is not a whole number from 0 to 22'],
  [`${registry},force-compression=`, 'force-compression "" is not true or false'],
  ['type=registry,ref=https://ghcr.io/octo/app', 'ref "https://ghcr.io/octo/app" is not an image reference'],
  ['type=registry,ref=ghcr.io/octo/app@sha256:00', 'ref "ghcr.io/octo/app@sha256:00" has a digest'],
  // what is missing, given twice, or does not go together
  ['s3', 's3 needs region=… or the variable AWS_REGION'],
  ['type=s3,region=eu', 's3 needs bucket=… or the variable AWS_BUCKET'],
  ['azblob', 'azblob needs account_url=… or the variable BUILDKIT_AZURE_STORAGE_ACCOUNT_URL'],
  ['registry', 'registry needs ref=…'],
  ['inline', 'inline needs ref=…'],
  [`${s3},bucket=c`, 'bucket is given twice'],
  [`${registry},mode`, 'field 3 has no "="'],
  [`${registry},image-manifest=true,oci-mediatypes=false`, 'image-manifest=true needs oci-mediatypes=true'],
  // the quotes
  ['type=local,dest="/a,b"', 'a double quote is out of place'],
  ['type=local,"dest=/a', 'a double quote is out of place'],
  // the product image's own tags
  ['type=registry,ref=ghcr.io/octo/app', 'ref=ghcr.io/octo/app', 'write ref=ghcr.io/octo/app/cache'],
]

test('there are fifty and more', () => {
  expect(new Set(typos.map(([line]) => line)).size).toBeGreaterThanOrEqual(50)
})

describe('a mistyped spec is refused in one sentence that names what is wrong', () => {
  test.each(typos)('%s', (line, ...named) => {
    const sentence = refusal([line])
    expect(sentence).toMatch(/^cache: .*[^.?][.?]$/)
    expect(sentence).not.toMatch(/\n|[.?][.?]$/)
    for (const words of named) expect(sentence).toContain(words)
  })

  test('the line is named where there are several', () => {
    expect(refusal(['gha', registry, `${s3},mode=maxx`])).toBe(
      'cache: line 3, mode "maxx" is not min or max.',
    )
  })
})

describe('specs that do not go together', () => {
  test.each<[string, string[], object, string]>([
    ['local beside registry', ['type=local,dest=/c', registry], {}, 'an export to local beside another'],
    [
      'local beside local',
      ['type=local,dest=/c', 'type=local,dest=/d'],
      {},
      'an export to local beside another',
    ],
    [
      'local beside cache-to',
      ['type=local,dest=/c'],
      { cacheTo: ['a/b'] },
      'an export to local beside another',
    ],
    ['inline without an image', [image], { makesImage: false }, 'add push: true or load: true'],
    ['inline and registry in one place', [image, 'type=registry,ref=ghcr.io/octo/app'], {}, 'the same place'],
  ])('%s', (_, lines, beside, words) => {
    expect(refusal(lines, beside)).toContain(words)
  })

  test.each([
    ['gha', 'type=gha,mode=min'],
    [s3, `${s3},manifests_prefix=manifests`],
    [`${s3},prefix=a/b`, `${s3},prefix=a/,manifests_prefix=b/manifests/`],
    [`${s3},endpoint_url=https://s3.example`, `${s3},endpoint_url=https://s3.example/`],
    [azblob, `${azblob},container=buildkit-cache`],
    [`${azblob},prefix=a/`, `${azblob},prefix=a,manifests_prefix=manifests/`],
    [registry, 'type=registry,ref=GHCR.io/Octo/App/cache'],
    ['type=registry,ref=octo/app', 'type=registry,ref=docker.io/octo/app'],
    ['type=local,dest=c', 'type=local,dest=./c/'],
  ])('%s and %s come to the same place', (a, b) => {
    expect(refusal([a, b])).toBe('cache: line 2 comes to the same place as one before it; leave one out.')
  })

  test.each([
    ['gha', 'type=gha,scope=api'],
    [s3, `${s3},prefix=a`],
    [`${s3},prefix=a`, `${s3},prefix=ab`],
    [azblob, `${azblob},container=other`],
    [registry, `${registry}:api`],
    ['gha', registry],
  ])('%s and %s do not', (a, b) => {
    expect(parseSpecs([a, b], {})).toHaveLength(2)
  })
})

describe('a credential is in no sentence', () => {
  const secret = 'S3CR3T'
  test.each([
    `${s3},secret_acces_key=${secret}`,
    `${s3},access_key_id=${secret},mode=maxx`,
    `${s3},secret_access_key=${secret},secret_access_key=${secret}`,
    `type=s3,secret_access_key=${secret}`,
    `${s3},secret_access_key=${secret},"x`,
    `${s3},secret_access_key=,${secret}`,
    `${s3},endpoint_url=https://me:${secret}@s3.example`,
    `${azblob},secret_access_key=${secret},container=x`,
    `type=azblob,account_url=https://a.example/?sig=${secret}`,
    `type=azblob,account_url=ftp://me:${secret}@a.example`,
    `type=gha,tokn=${secret}`,
    `type=gha,ghtoken=${secret},timeout=x`,
    `secret_access_key=${secret}`,
    `type=registry,ref=https://me:${secret}@ghcr.io/octo/app`,
  ])('%s', (line) => {
    expect(refusal([line])).not.toContain(secret)
  })
})
