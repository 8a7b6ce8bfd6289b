import { describe, expect, test } from '@jest/globals'
import { type AttestFacts, attestArgs } from '../../src/buildx/attests.ts'
import type { BuildInputs } from '../../src/inputs/build-inputs.ts'
import { makeBuildInputs } from '../build-inputs.ts'

const runUrl = 'https://github.com/octo/app/actions/runs/1/attempts/2'
const id = `builder-id=${runUrl}`
const onPublic: AttestFacts = { runUrl, isPrivate: false, noDefault: false, builderCanAttest: true }

/** The values of --attest. */
function attests(given: Partial<BuildInputs>, facts: Partial<AttestFacts> = {}): string[] {
  const args = attestArgs(makeBuildInputs(given), { ...onPublic, ...facts })
  const flags = args.filter((_, i) => i % 2 === 0)
  expect(flags).toEqual(flags.map(() => '--attest'))
  return args.filter((_, i) => i % 2 === 1)
}

const max = `type=provenance,mode=max,${id}`
const min = `type=provenance,mode=min,inline-only=true,${id}`

describe('the default provenance', () => {
  test.each<[string, Partial<BuildInputs>, Partial<AttestFacts>, string[]]>([
    ['public', {}, {}, [max]],
    ['private', {}, { isPrivate: true }, [min]],
    ['not known to be public', {}, { isPrivate: undefined }, [min]],
    ['turned off by the environment', {}, { noDefault: true }, []],
    ['a builder that cannot', {}, { builderCanAttest: false }, []],
    ['load', { load: true }, {}, []],
    ['an output for docker', { outputs: ['type=docker'] }, {}, []],
    ['an output for docker among others', { outputs: ['type=image', 'dest=a,type=docker'] }, {}, []],
    ['an image', { outputs: ['type=image,push=true'] }, {}, [max]],
    ['files', { outputs: ['./out'] }, {}, [max]],
    ['push', { push: true }, {}, [max]],
    ['sbom does not replace it', { sbom: 'true' }, {}, [max, 'type=sbom,disabled=false']],
    ['nor does an attestation of another type', { attests: ['type=other,a=b'] }, {}, [max, 'type=other,a=b']],
    ['nor one of type sbom', { attests: ['type=sbom'] }, {}, [max, 'type=sbom']],
  ])('%s', (_, given, facts, values) => {
    expect(attests(given, facts)).toEqual(values)
  })
})

describe('the input provenance', () => {
  const off: Partial<AttestFacts>[] = [
    {},
    { noDefault: true },
    { builderCanAttest: false },
    { isPrivate: true },
    { isPrivate: undefined },
  ]
  test.each<[string, string]>([
    ['true', `type=provenance,${id}`],
    ['True', `type=provenance,${id}`],
    ['TRUE', `type=provenance,${id}`],
    ['false', 'type=provenance,disabled=true'],
    ['False', 'type=provenance,disabled=true'],
    ['FALSE', 'type=provenance,disabled=true'],
    ['mode=max', max],
    ['mode=min,inline-only=true', min],
    ['mode=max,builder-id=https://x', 'type=provenance,mode=max,builder-id=https://x'],
    ['builder-id=', 'type=provenance,builder-id='],
    ['mode=max, builder-id = x', 'type=provenance,mode=max,builder-id = x'],
    ['my-builder-id=x', `type=provenance,my-builder-id=x,${id}`],
    ['mode=builder-id', `type=provenance,mode=builder-id,${id}`],
    ['"mode=max"', max],
    ['"builder-id=a,b"', 'type=provenance,builder-id=a,b'],
    ['mode=max\na=1,b=2', `type=provenance,mode=max,a=1,b=2,${id}`],
    ['disabled=true', `type=provenance,disabled=true,${id}`],
    ['mode=max,false', `type=provenance,mode=max,disabled=true,${id}`],
    // Not the six spellings of YAML, but of Go: buildx's own.
    ['1', `type=provenance,disabled=false,${id}`],
    ['f', `type=provenance,disabled=true,${id}`],
    ['yes', `type=provenance,yes,${id}`],
  ])('%j, whatever the default would be', (provenance, value) => {
    for (const facts of off) {
      expect(attests({ provenance }, facts)).toEqual([value])
      expect(attests({ provenance, load: true }, facts)).toEqual([value])
    }
  })

  test('goes before attests of its type, which are left out', () => {
    const given = {
      provenance: 'mode=min',
      attests: ['type=provenance,mode=max', 'mode=max,type=provenance'],
    }
    expect(attests(given)).toEqual([`type=provenance,mode=min,${id}`])
  })

  test.each(['true', 'false'])('also where it is %s', (provenance) => {
    expect(attests({ provenance, attests: ['type=provenance,mode=max'] })).toHaveLength(1)
  })
})

describe('the input sbom', () => {
  test.each([
    ['true', 'type=sbom,disabled=false'],
    ['false', 'type=sbom,disabled=true'],
    ['1', 'type=sbom,disabled=false'],
    ['generator=docker/scout', 'type=sbom,generator=docker/scout'],
    ['"generator=a,b"', 'type=sbom,generator=a,b'],
    [' generator=a , x=y', 'type=sbom,generator=a,x=y'],
  ])('%j', (sbom, value) => {
    expect(attests({ sbom }, { noDefault: true })).toEqual([value])
  })

  test('goes before attests of its type, which are left out', () => {
    const given = { sbom: 'generator=a', attests: ['type=sbom,generator=b', 'type=other'] }
    expect(attests(given, { noDefault: true })).toEqual(['type=sbom,generator=a', 'type=other'])
  })

  test('stands after the provenance', () => {
    expect(attests({ sbom: 'true', provenance: 'mode=max' })).toEqual([max, 'type=sbom,disabled=false'])
  })
})

describe('the input attests', () => {
  test.each<[string, string[]]>([
    ['type=provenance', [`type=provenance,${id}`]],
    ['type=provenance,mode=max', [max]],
    ['type=provenance,builder-id=x', ['type=provenance,builder-id=x']],
    // As upstream: booleans are spelled for buildx where the input is not provenance's or sbom's own.
    ['type=provenance,false', [`type=provenance,false,${id}`]],
    ['type=sbom', ['type=sbom']],
    ['type=sbom,false', ['type=sbom,false']],
    ['"type=sbom","generator=a,b"', ['"type=sbom","generator=a,b"']],
    ['type=other,true', ['type=other,disabled=false']],
    ['type=other,T,0', ['type=other,disabled=false,disabled=true']],
    ['type=other,a=true', ['type=other,a=true']],
  ])('%j', (attest, values) => {
    expect(attests({ attests: [attest] }, { noDefault: true })).toEqual(values)
  })

  test('a provenance of theirs replaces the default', () => {
    for (const facts of [{}, { isPrivate: true }]) {
      expect(attests({ attests: ['type=provenance,mode=min'] }, facts)).toEqual([
        `type=provenance,mode=min,${id}`,
      ])
    }
  })

  test('keep their order', () => {
    const given = ['type=sbom,generator=a', 'type=provenance,mode=max', 'type=other', 'type=sbom,generator=b']
    expect(attests({ attests: given })).toEqual([
      'type=sbom,generator=a',
      max,
      'type=other',
      'type=sbom,generator=b',
    ])
  })

  test('are passed on to a builder of which nothing is known, and with load', () => {
    const given = { attests: ['type=sbom'], load: true }
    expect(attests(given, { builderCanAttest: false })).toEqual(['type=sbom'])
  })
})
