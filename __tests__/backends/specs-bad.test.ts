// biome-ignore-all lint/suspicious/noTemplateCurlyInString: GitHub's expressions and the shell's variables
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkTogether } from '../../src/backends/cross-checks.ts'
import { parseSpecs } from '../../src/backends/spec.ts'
import { InputError } from '../../src/runner/input-error.ts'

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
  ['type=azureblob,name=x', 'type "azureblob"', 'write type=azblob,account_url=https://'],
  ['type=GHA', 'type "GHA"', 'write type=gha.'],
  ['github', 'type "github"', 'gha, registry, local, s3, azblob, inline; write type=gha.'],
  ['scope=main', 'type=… is missing'],
  ['type=s3;region=eu,bucket=b', 'separate attributes by commas'],
  // what YAML, other tools and the command line teach
  ['- type=gha', 'not a list; write each spec on its own line, without "-"'],
  ['* gha', 'not a list'],
  ['– gha', 'not a list'],
  ["'type=gha'", 'without quotes around it'],
  ['"type=local,dest=/c"', 'without quotes around it'],
  ['“type=gha”', 'without quotes around it'],
  ['`gha`', 'without quotes around it'],
  ["type='gha'", 'without quotes around it'],
  ['type="gha"', 'a double quote is out of place'],
  ["type=local,dest='/c',tag=x", 'dest has quotes around its value; remove them'],
  ['["type=gha"]', 'is not JSON; write one a line, such as type=registry,ref=ghcr.io/owner/app/cache'],
  ['{"type":"gha"}', 'is not JSON'],
  ['type=gha # the default', 'write comments on their own lines'],
  ['gha #x', 'write comments on their own lines'],
  ['cache: gha', 'without "cache:" in front'],
  ['cache-to: type=gha', 'without "cache:" in front'],
  ['--cache-to type=gha', 'without the flag'],
  ['--cache-from=type=gha', 'without the flag'],
  ['ghcr.io/octo/app/cache', 'write type=registry,ref= in front of it'],
  ['octo/app:buildcache', 'write type=registry,ref= in front of it'],
  ['localhost:5000/app', 'write type=registry,ref= in front of it'],
  ['https://ghcr.io/octo/app', 'cannot begin with a URL'],
  ['s3://bucket/prefix', 'write type=s3,region=eu-west-1,bucket=ci-cache'],
  ['https://a.blob.core.windows.net/c', 'write type=azblob,account_url=https://'],
  ['/var/cache/buildx', 'write type=local,dest= in front of it'],
  ['./cache', 'write type=local,dest= in front of it'],
  ['~/.cache/buildx', 'write type=local,dest= in front of it'],
  ['registry', 'registry needs ref=…, such as type=registry,ref=ghcr.io/owner/app/cache'],
  ['gha,scope=x', 'attributes follow "type=": write type=gha,…'],
  ['GHA, scope=x', 'write type=gha,…'],
  ['gha:scope', 'write type=gha,…'],
  ['registry:ghcr.io/octo/app', 'write type=registry,…'],
  ['type:registry,ref:ghcr.io/octo/app', 'write "=" and not ":"'],
  ['type: registry', 'write "=" and not ":"'],
  ['type=registry,ref: ghcr.io/octo/app', 'write "=" and not ":"'],
  ['type=gha,', 'the line ends in a comma'],
  [`${registry} , `, 'the line ends in a comma'],
  ['type=gha,,scope=x', 'there is an extra comma'],
  [',type=gha', 'there is an extra comma'],
  [`${registry} \\`, 'a spec is a single line'],
  [`gha ${registry}`, 'holds several specs', 'after "cache: |"'],
  [`type=gha ${registry}`, 'holds several specs'],
  [`${registry} type=gha`, 'holds several specs'],
  [`${registry}, gha`, 'holds several specs'],
  [`type=gha,${registry}`, 'holds several specs'],
  ['gha registry', 'holds several specs'],
  ['gha, s3', 'holds several specs'],
  ['type=s3 region=eu bucket=b', 'separate attributes by commas'],
  ['type=s3,region=eu bucket=b', 'separate attributes by commas'],
  ['type=registry\tref=ghcr.io/octo/app', 'separate attributes by commas'],
  ['type=s3&region=eu&bucket=b', 'separate attributes by commas'],
  ['type=s3|region=eu', 'separate attributes by commas'],
  ['type\uff1dgha', 'full-width punctuation; write "=" and ","'],
  ['type=gha\uff0cscope=x', 'full-width punctuation'],
  ['type\uff1agha', 'full-width punctuation'],
  ['type=gha\u200b', 'an invisible character (U+200B); delete it'],
  ['\u202etype=gha', 'an invisible character (U+202E)'],
  ['type=registry,ref=$IMAGE/cache', 'shell variables are not expanded here; write ${{ env.NAME }}'],
  ['type=local,dest=${HOME}/cache', 'shell variables'],
  ['type=gha,scope=$(date)', 'shell variables'],
  ['type=gha,scope=${{ github.ref_name }}', 'an expression was not evaluated'],
  ['type=registry,ref=ghcr.io/octo/app:cache-feature/x', 'a tag cannot contain "/"'],
  ['false', '"none" turns the cache off, as in ${{'],
  ['False', '"none" turns the cache off'],
  ['off', '"none" turns the cache off'],
  ['None', '"none" turns the cache off'],
  ['no', '"none" turns the cache off'],
  ['null', '"none" turns the cache off'],
  ['true', "write gha for GitHub's cache"],
  ['auto', "write gha for GitHub's cache"],
  ['ghcr', 'write type=registry,ref='],
  ['minio', 'write type=s3,region='],
  ['dir', 'write type=local,dest='],
  ['type=registry,image=ghcr.io/octo/app', 'here it is ref'],
  ['type=local,path=/c', 'here it is dest'],
  // the name of an attribute
  [`${s3},regoin=us`, '"regoin"', 'Did you mean "region"?'],
  ['type=s3,region=eu,bukcet=b', '"bukcet"', 'Did you mean "bucket"?'],
  [`${s3},endpoint=https://s3.example`, '"endpoint"', 'endpoint_url'],
  [`${s3},use-path-style=true`, '"use-path-style"', 'Did you mean "use_path_style"?'],
  [`${s3},upload_paralelism=8`, '"upload_paralelism"', 'Did you mean "upload_parallelism"?'],
  [`${s3},touch-refresh=1h`, '"touch-refresh"', 'Did you mean "touch_refresh"?'],
  [`${s3},ignore_error=true`, '"ignore_error"', 'Did you mean "ignore-error"?'],
  [`${s3},compression=estargz`, 'compression "estargz" is not uncompressed, gzip or zstd'],
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
  ['type=local,src=/c', 'local has no attribute "src"', 'dest, used for exports and imports'],
  ['type=local,dest=/c,reset=true', 'local has no attribute "reset"'],
  [`${image},mode=max`, 'inline has no attribute "mode"'],
  [`${image},ignore-error=true`, 'inline has no attribute "ignore-error"'],
  // the value
  ['type=gha,mode=maxx', 'mode "maxx" is not min or max'],
  ['type=gha,mode=MAX', 'mode "MAX" is not min or max'],
  ['type=gha,ignore-error=yes', 'ignore-error "yes" is not true or false'],
  ['type=gha,timeout=10', 'timeout "10" is not a duration such as 90s, 10m or 24h'],
  ['type=gha,timeout=10 m', 'timeout is not a duration'],
  ['type=gha,timeout=-5m', 'timeout "-5m" is not a duration'],
  ['type=gha,version=v2', 'version "v2" is not 1 or 2'],
  ['type=gha,url=results.example', 'url "results.example" is not an http or https URL'],
  ['type=gha,scope=a;b', 'scope is not a name without "," or ";"'],
  ['type=gha,"scope=a,b"', 'scope "a,b" is not a name without "," or ";"'],
  [`${s3},name=a;b`, 'name is not a name without "," or ";"'],
  [`${s3},use_path_style=on`, 'use_path_style "on" is not true or false'],
  [`${s3},upload_parallelism=0`, 'upload_parallelism "0" is not a whole number from 1'],
  [`${s3},upload_parallelism=four`, 'upload_parallelism "four" is not a whole number'],
  [`${s3},touch_refresh=1d`, 'touch_refresh "1d" is not a duration'],
  [`${s3},retry_mode=legacy`, 'retry_mode "legacy" is not standard or adaptive'],
  [`${s3},retry_max_attempts=-1`, 'retry_max_attempts "-1" is not a whole number'],
  [`${s3},endpoint_url=127.0.0.1:9000`, 'endpoint_url is not an http or https URL'],
  [`${azblob},container=My_Cache`, 'container "My_Cache" is not a container name'],
  [`${azblob},container=a--b`, 'container "a--b" is not a container name'],
  [`${azblob},prefix=a//b`, 'prefix "a//b" is not a path'],
  [`${azblob},prefix=../b`, 'prefix "../b" is not a path'],
  [`${registry},compression=xz`, 'compression "xz" is not uncompressed, gzip, estargz or zstd'],
  [`${registry},compression-level=23`, 'compression-level "23" is not a whole number from 0 to 22'],
  ['type=registry,ref=https://ghcr.io/octo/app', 'ref is not an image reference', 'remove "://"'],
  ['type=registry,ref=ghcr.io/octo/app@sha256:00', 'ref has a digest'],
  // what is missing, given twice, or does not go together
  ['s3', 's3 needs region=…, such as type=s3', 'or the variable AWS_REGION'],
  ['type=s3,region=eu', 's3 needs bucket=…', 'or the variable AWS_BUCKET'],
  ['azblob', 'azblob needs account_url=…', 'or the variable BUILDKIT_AZURE_STORAGE_ACCOUNT_URL'],
  ['registry', 'registry needs ref=…'],
  ['inline', 'inline needs ref=…'],
  [`${s3},bucket=c`, 'bucket is specified twice'],
  [`${registry},mode`, 'field 3 has no "="; write name=value'],
  [`${registry},image-manifest=true,oci-mediatypes=false`, 'image-manifest=true needs oci-mediatypes=true'],
  // the quotes
  ['type=local,dest="/a,b"', 'a double quote is out of place'],
  ['type=local,"dest=/a', 'a double quote is out of place'],
  // the product image's own tags
  ['type=registry,ref=ghcr.io/octo/app', 'ref=ghcr.io/octo/app', 'write ref=ghcr.io/octo/app/cache'],
]

test('there are many', () => {
  expect(new Set(typos.map(([line]) => line)).size).toBeGreaterThanOrEqual(120)
})

describe('a mistyped spec is an error that names what is wrong', () => {
  test.each(typos)('%s', (line, ...named) => {
    const sentence = refusal([line])
    expect(sentence).toMatch(/^cache: .*[^.?][.?]$/)
    expect(sentence).not.toMatch(/\n|[.?][.?]$/)
    for (const words of named) expect(sentence).toContain(words)
  })

  test('what is quoted as CSV wants it may hold anything', () => {
    const dest = "dest=/a #b; type=x\uff1d, - ${c} 'd'"
    expect(parseSpecs([`type=local,"${dest}"`], {})[0]?.given).toEqual([['dest', dest.slice(5)]])
  })

  test('none stands alone', () => {
    expect(refusal(['none', 'gha'])).toBe(
      'cache: line 1, "none" turns the cache off and must be the only line; remove it or the other lines.',
    )
  })

  test('a spec on several lines', () => {
    expect(refusal(['type=registry,', 'ref=ghcr.io/octo/app/cache'])).toContain(
      'write the spec on a single line',
    )
    expect(refusal(['gha', 'ref=ghcr.io/octo/app/cache'])).toContain('a spec is a single line')
  })

  test('the line is named where there are several', () => {
    expect(refusal(['gha', registry, `${s3},mode=maxx`])).toBe(
      'cache: line 3, mode "maxx" is not min or max.',
    )
  })
})

describe('specs that do not go together', () => {
  test.each<[string, string[], object, string]>([
    [
      'local beside registry',
      ['type=local,dest=/c', registry],
      {},
      'an export to local together with another',
    ],
    [
      'local beside local',
      ['type=local,dest=/c', 'type=local,dest=/d'],
      {},
      'an export to local together with another',
    ],
    [
      'local beside cache-to',
      ['type=local,dest=/c'],
      { cacheTo: ['a/b'] },
      'an export to local together with another',
    ],
    ['inline without an image', [image], { makesImage: false }, 'add push: true or load: true'],
    ['inline and registry in one place', [image, 'type=registry,ref=ghcr.io/octo/app'], {}, 'the same cache'],
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
    expect(refusal([a, b])).toBe('cache: line 2 points to the same cache as an earlier line; remove one.')
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

  test('wherever it strays to', () => {
    const alphabet = fc.stringMatching(/^[A-Za-z0-9+/]{33,88}={0,2}$/)
    const anyLine = fc.record({
      spec: fc.constantFrom(s3, azblob, 'type=gha', 'azblob', 's3', 'type=registry,ref=r.io/a', ''),
      joint: fc.constantFrom(',', ' ', ';', '\t', '&', '', ', ', '\uff0c', ' #'),
      name: fc.constantFrom(
        ...[
          'secret_access_key',
          'access_key_id',
          'ghtoken',
          'token',
          'name',
          'prefix',
          'container',
          'scope',
          '',
        ],
        ...['ref', 'mode', 'tag', 'bucket', 'type', 'user', 'x;access_key_id', 'account_url'],
      ),
      equals: fc.constantFrom('=', ':', ' ', ': ', '', '==', '=https://me:', '="'),
      behind: fc.constantFrom('', ',mode=maxx', ' x', '@r.io', ';y=1', '"', ',container=_'),
      isFirst: fc.boolean(),
    })
    fc.assert(
      fc.property(anyLine, alphabet, ({ spec, joint, name, equals, behind, isFirst }, secret) => {
        const stray = `${name}${equals}${secret}${behind}`
        const line = isFirst ? stray + joint + spec : spec + joint + stray
        try {
          parseSpecs([line], {})
        } catch (error) {
          expect((error as Error).message.toLowerCase()).not.toContain(secret.toLowerCase())
        }
      }),
      { numRuns: 3000 },
    )
  })
})
