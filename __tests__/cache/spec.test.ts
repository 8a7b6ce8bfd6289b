import { describe, expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/cache/spec.ts'
import { InputError } from '../../src/inputs/error.ts'

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

describe('a bad spec is refused in a sentence that names what is wrong', () => {
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
    ['ref=ghcr.io/owner/app', 'type=… is missing; a spec stands on one line, such as type=registry,ref='],
    ['mode=max', 'type=… is missing'],
    ['registry,ref=a', 'write type=registry,…'],
    ['type=registry,ref', 'field 2 has no "="'],
    ['type=registry,ref=a,', 'there is a comma at the end'],
    ['type=registry,,ref=a', 'there is a comma too many'],
    ['registry', 'registry needs ref=…'],
    ['type=registry', 'registry needs ref=…'],
    ['type=registry,mode=max', 'registry needs ref=…'],
    ['type=local,src=/c', 'local has no attribute "src"; it has dest, tag'],
    ['type=local,dest=', 'dest "" is empty.'],
    ['type=local,dest=/c,tag=', 'tag "" is'],
    ['type=registry,ref=', '"" is not an image reference'],
    [
      'type=registry,ref=https://r.io/a',
      'ref is not an image reference such as ghcr.io/owner/app/cache; leave "://"',
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
    ['type=registry,ref=a,mode=', 'mode "" is not min or max'],
    ['type=registry,ref=a,ignore-error=yes', 'ignore-error "yes" is not true or false'],
    ['type=registry,ref=a,oci-mediatypes=', 'oci-mediatypes "" is not true or false'],
    ['type=registry,ref=a,compression=xz', 'compression "xz" is not uncompressed, gzip, estargz or zstd'],
    ['type=registry,ref=a,compression-level=23', '"23" is not a whole number from 0 to 22'],
    ['type=registry,ref=a,compression-level=fast', '"fast" is not a whole number from 0 to 22'],
    ['type=registry,ref=a,ref=b', 'ref is given twice'],
    ['type=registry,type=local,ref=a', 'this holds several specs; write each spec on a line of its own'],
    ['type=registry,ref=a,REF=b', 'ref is given twice'],
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
    expect(complaint(a, b)).toBe('cache: line 2 points to the same cache as an earlier line; leave one out.')
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
