import { describe, expect, test } from '@jest/globals'
import { parseSpecs, readSpecs } from '../../src/backends/spec.ts'
import { InputError } from '../../src/runner/input-error.ts'

const specOf = (line: string) => {
  const [spec] = parseSpecs([line], {})
  return spec && { type: spec.backend.type, given: Object.fromEntries(spec.given), name: spec.name }
}

describe('a spec is a place, its attributes and perhaps a name', () => {
  test.each<[string, { type: string; given: object; name: string }]>([
    [
      'type=registry,ref=ghcr.io/Octo/App',
      { type: 'registry', given: { ref: 'ghcr.io/octo/app' }, name: '' },
    ],
    ['type=registry,ref=r.io/a:x', { type: 'registry', given: { ref: 'r.io/a' }, name: 'x' }],
    ['ref=r.io/a,type=registry', { type: 'registry', given: { ref: 'r.io/a' }, name: '' }],
    [' type = registry , ref = r.io/a ', { type: 'registry', given: { ref: 'r.io/a' }, name: '' }],
    ['TYPE=registry,REF=r.io/a', { type: 'registry', given: { ref: 'r.io/a' }, name: '' }],
    ['type=local,dest=/c', { type: 'local', given: { dest: '/c' }, name: '' }],
    ['type=local,"dest=/c,d"', { type: 'local', given: { dest: '/c,d' }, name: '' }],
    ['type=local,dest=/c=d', { type: 'local', given: { dest: '/c=d' }, name: '' }],
    ['type=local,dest=/c,tag=Api/2', { type: 'local', given: { dest: '/c' }, name: 'Api/2' }],
    [
      'type=local,dest=/c,mode=min,ignore-error=false,compression=zstd,compression-level=3',
      {
        type: 'local',
        given: {
          dest: '/c',
          mode: 'min',
          'ignore-error': 'false',
          compression: 'zstd',
          'compression-level': '3',
        },
        name: '',
      },
    ],
    [
      'type=registry,ref=a,registry.insecure=true,oci-mediatypes=false,image-manifest=0,force-compression=t',
      {
        type: 'registry',
        given: {
          ref: 'a',
          'registry.insecure': 'true',
          'oci-mediatypes': 'false',
          'image-manifest': '0',
          'force-compression': 't',
        },
        name: '',
      },
    ],
  ])('%s', (line, spec) => {
    expect(specOf(line)).toEqual(spec)
  })

  test('several, in their order', () => {
    const specs = parseSpecs(['type=registry,ref=a', 'type=registry,ref=a:x', 'type=local,dest=/c'], {})
    expect(specs.map(({ backend, name }) => [backend.type, name])).toEqual([
      ['registry', ''],
      ['registry', 'x'],
      ['local', ''],
    ])
  })

  test('none', () => {
    expect(parseSpecs([], {})).toEqual([])
  })
})

/** The one sentence for the lines. */
function complaint(...lines: string[]): string {
  try {
    parseSpecs(lines, {})
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return (error as Error).message
  }
  throw new Error('was accepted')
}

describe('a bad spec is an error that names what is wrong', () => {
  test.each<[string, string]>([
    ['reg', '"reg" is not one of gha, registry, local, s3, azblob, inline.'],
    [
      'registri',
      '"registri" is not one of gha, registry, local, s3, azblob, inline. Did you mean "registry"?',
    ],
    [
      'type=Registry,ref=a',
      '"Registry" is not one of gha, registry, local, s3, azblob, inline; write type=registry,ref=',
    ],
    ['type=locale,dest=/c', 'Did you mean "local"?'],
    ['type=,ref=a', '"" is not one of gha, registry, local, s3, azblob, inline.'],
    ['type=redis,ref=a', '"redis" is not one of gha, registry, local, s3, azblob, inline.'],
    ['type=constructor', '"constructor" is not one of gha, registry, local, s3, azblob, inline.'],
    ['type=__proto__', '"__proto__" is not one of gha, registry, local, s3, azblob, inline.'],
    ['ghcr.io/owner/app', 'this is an image reference; write type=registry,ref= in front of it.'],
    ['ref=ghcr.io/owner/app', 'type=… is missing; a spec is a single line, such as type=registry,ref='],
    ['mode=max', 'type=… is missing'],
    ['registry,ref=a', 'write type=registry,…'],
    ['type=registry,ref', 'field 2 has no "="'],
    ['type=registry,ref=a,', 'the line ends in a comma'],
    ['type=registry,,ref=a', 'there is an extra comma'],
    ['registry', 'registry needs ref=…'],
    ['type=registry', 'registry needs ref=…'],
    ['type=registry,mode=max', 'registry needs ref=…'],
    ['type=local,src=/c', 'local has no attribute "src"; it has dest, tag'],
    ['type=registry,ref=', 'ref is empty; registry needs it, such as'],
    [
      'type=registry,ref=https://r.io/a',
      'ref is not an image reference such as ghcr.io/owner/app/cache; remove "://"',
    ],
    ['type=registry,ref=r.io/a b', 'ref is not an image reference such as'],
    ['type=registry,ref=r.io/a:b:c', 'ref is not an image reference such as'],
    ['type=registry,ref=r.io/a@sha256:00', 'ref has a digest'],
    ['type=registry,reff=a', 'registry has no attribute "reff"; it has ref,'],
    ['type=registry,reff=a', 'Did you mean "ref"?'],
    ['type=registry,ref=a,mod=max', 'Did you mean "mode"?'],
    ['type=registry,ref=a,ignore_error=true', 'Did you mean "ignore-error"?'],
    ['type=registry,ref=a,insecure=true', 'registry has no attribute "insecure"'],
    ['type=registry,ref=a,scope=x', 'registry has no attribute "scope"'],
    ['type=registry,ref=a,dest=/c', 'registry has no attribute "dest"'],
    ['type=registry,ref=a,constructor=x', 'registry has no attribute "constructor"'],
    ['type=registry,ref=a,=x', 'registry has no attribute ""'],
    ['type=registry,ref=a,mode=full', 'cache: mode "full" is not min or max.'],
    ['type=registry,ref=a,ignore-error=yes', 'ignore-error "yes" is not true or false'],
    ['type=registry,ref=a,compression=xz', 'compression "xz" is not uncompressed, gzip, estargz or zstd'],
    ['type=registry,ref=a,compression-level=23', '"23" is not a whole number from 0 to 22'],
    ['type=registry,ref=a,compression-level=fast', '"fast" is not a whole number from 0 to 22'],
    ['type=registry,ref=a,ref=b', 'ref is specified twice'],
    ['type=registry,type=local,ref=a', 'this holds several specs; write each spec on its own line'],
    ['type=registry,ref=a,REF=b', 'ref is specified twice'],
    ['type=local,dest="/c"', 'a double quote is out of place after character 11; quote the whole'],
    ['type=local,"dest=/c', 'a double quote is out of place'],
    ['type=local,"dest=/c"d', 'a double quote is out of place'],
    ['type=xx', '"xx" is not one of gha, registry, local, s3, azblob, inline.'],
  ])('%s', (line, words) => {
    const message = complaint(line)
    expect(message).toMatch(/^cache: .*[^.?][.?]$/)
    expect(message).toContain(words)
    expect(message).not.toContain('\n')
  })
})

describe('two lines for one place would write each other’s cache', () => {
  test.each([
    ['type=registry,ref=r.io/a', 'type=registry,ref=r.io/A,mode=min'],
    ['type=registry,ref=r.io/a:x', 'type=registry,mode=max,ref=r.io/a:x'],
    ['type=local,dest=c', 'type=local,dest=./c/'],
    ['type=local,dest=/c,tag=x', 'type=local,tag=x,dest=/c'],
  ])('%s and %s', (a, b) => {
    expect(complaint(a, b)).toBe('cache: line 2 points to the same cache as an earlier line; remove one.')
  })

  test.each([
    ['type=registry,ref=r.io/a', 'type=registry,ref=r.io/b'],
    ['type=registry,ref=r.io/a:x', 'type=registry,ref=r.io/a:X'],
    ['type=local,dest=/c', 'type=local,dest=/d'],
    ['type=local,dest=/c,tag=x', 'type=local,dest=/c'],
  ])('but not %s and %s', (a, b) => {
    expect(parseSpecs([a, b], {})).toHaveLength(2)
  })
})

describe('an attribute that is empty, since its secret or variable is', () => {
  const azblob = 'type=azblob,account_url=https://a.example'
  const s3 = 'type=s3,region=r,bucket=b'
  const why =
    'Runs from forks and Dependabot get no secrets; in other runs, check the name of the secret or variable.'

  test.each([
    ['type=registry,ref=a,mode=,compression=', 'type=registry,ref=a'],
    ['type=local,dest=/c,tag=', 'type=local,dest=/c'],
    ['type=local,dest=', 'local'],
    ['type=gha,token=,scope=,ghtoken=', 'gha'],
    [`${s3},access_key_id=A,secret_access_key=K,session_token=`, `${s3},access_key_id=A,secret_access_key=K`],
    [`${s3},prefix=,endpoint_url=`, s3],
    [`${azblob},prefix=,container=,account_name=`, azblob],
  ])('%s is %s', (line, same) => {
    expect(readSpecs([line], {})).toEqual({ specs: parseSpecs([same], {}), leftOut: [] })
  })

  test.each([
    [`${azblob},secret_access_key=`, 'azblob', 'secret_access_key is'],
    [`${s3},access_key_id=,secret_access_key=`, 's3', 'access_key_id and secret_access_key are'],
    [`${s3},access_key_id=A,secret_access_key=`, 's3', 'secret_access_key is'],
    [`${s3},access_key_id=,secret_access_key=K,session_token=`, 's3', 'access_key_id is'],
    ['type=azblob,account_url=,secret_access_key=', 'azblob', 'account_url and secret_access_key are'],
  ])('without a credential a cache is left out in any run: %s', (line, type, names) => {
    for (const noSecrets of [false, true]) {
      expect(readSpecs([line], {}, noSecrets)).toEqual({
        specs: [],
        leftOut: [`cache: ${type} is ignored, because ${names} empty. ${why}`],
      })
    }
  })

  test.each([
    ['type=registry,ref=', 'registry', 'ref'],
    ['type=inline,ref=', 'inline', 'ref'],
    ['type=s3,region=r,bucket=', 's3', 'bucket'],
    ['type=s3,region=,bucket=b', 's3', 'region'],
    ['type=azblob,account_url=', 'azblob', 'account_url'],
  ])('without its place where there are no secrets: %s', (line, type, name) => {
    expect(readSpecs(['gha', line], {}, true)).toEqual({
      specs: parseSpecs(['gha'], {}),
      leftOut: [`cache: line 2, ${type} is ignored, because ${name} is empty. ${why}`],
    })
    expect(complaint(line)).toMatch(new RegExp(`^cache: ${name} is empty; ${type} needs it, such as`))
  })

  const gap = 'a part of it is empty: check the secret, variable or expression in it.'
  const places = ['/app/cache', 'ghcr.io//app', 'ghcr.io/o/', 'ghcr.io/o/app:', ':cache', '.azurecr.io/a']
  test.each([
    ...[
      ...places,
      '1.dkr.ecr..amazonaws.com/a',
      'ghcr.io/o/-cache',
      'ghcr.io/o/app-',
      'r.io/a:-x',
      'r.io/:t',
    ].flatMap((ref) => [
      [`type=registry,ref=${ref}`, 'registry', 'ref'],
      [`type=inline,ref=${ref}`, 'inline', 'ref'],
    ]),
    ['type=azblob,account_url=https://.blob.core.windows.net', 'azblob', 'account_url'],
    [`${s3},endpoint_url=https://`, 's3', 'endpoint_url'],
    [`${s3},endpoint_url=https://s3..example.org`, 's3', 'endpoint_url'],
  ])('or without a part of it: %s', (line, type, name) => {
    expect(readSpecs([line], {}, true)).toEqual({
      specs: [],
      leftOut: [`cache: ${type} is ignored, because a part of ${name} is empty. ${why}`],
    })
    expect(complaint(line)).toMatch(new RegExp(`^cache: ${name} .*; ${gap}$`))
  })

  test('with a credential that is empty too, both are named', () => {
    const line = 'type=azblob,account_url=https://.blob.core.windows.net,secret_access_key='
    const { leftOut } = readSpecs([line], {}, true)
    expect(leftOut).toEqual([
      `cache: azblob is ignored, because secret_access_key and a part of account_url are empty. ${why}`,
    ])
  })

  test.each(['ref=r.io/a b', 'ref=https://r.io/a', 'ref=r.io/a:b:c', 'ref=r.io/a@sha256:00', 'ref=a$b'])(
    'what is wrong otherwise is refused in each run: %s',
    (field) => {
      expect(() => readSpecs([`type=registry,${field}`], {}, true)).toThrow(InputError)
    },
  )

  test('a variable gives it as well', () => {
    const given = readSpecs(['type=s3,region=,bucket='], { AWS_REGION: 'r', AWS_BUCKET: 'b' })
    expect(given).toEqual({ specs: parseSpecs([s3], {}), leftOut: [] })
  })

  test.each([[`${azblob},secret_access_key=,acount_name=`], [`${azblob},secret_access_key=,mode=maximal`]])(
    'a mistake beside it is refused all the same: %s',
    (line) => {
      expect(() => readSpecs([line], {}, true)).toThrow(InputError)
    },
  )
})
