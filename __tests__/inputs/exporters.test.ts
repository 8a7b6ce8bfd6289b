import { describe, expect, test } from '@jest/globals'
import { hasExporter, isAttestation, readRecords } from '../../src/inputs/exporters.ts'

const types = ['local', 'tar', 'docker', 'oci', 'image', 'registry', 'cacheonly']
const typesIn = (outputs: string[]): string[] => types.filter((type) => hasExporter(type, outputs))

describe('the types among outputs', () => {
  test.each<[string[], string[]]>([
    [[], []],
    [['type=local,dest=out'], ['local']],
    [['dest=out,type=local'], ['local']],
    [['type=tar,dest=out.tar'], ['tar']],
    [['type=docker'], ['docker']],
    [
      ['type=image,name=a,push=true', 'type=oci,dest=a.tar'],
      ['oci', 'image'],
    ],
    [[' type = tar , dest = out '], ['tar']],
    [['"type=tar","dest=a,b"'], ['tar']],
    [['type=image,"name=a,type=tar"'], ['image']],
    [['type=registry,name=type=local'], ['registry']],
    [['type=locale'], []],
    [['TYPE=tar'], ['local']],
    [['TYPE=tar,dest=a'], []],
    [['out'], ['local']],
    [['./out dir'], ['local']],
    [['-'], ['local']],
    [
      ['type=image', 'out'],
      ['local', 'image'],
    ],
    // A bare path ends the search, as upstream: nothing after it is looked at.
    [['out', 'type=tar'], ['local']],
  ])('%j', (outputs, found) => {
    expect(typesIn(outputs)).toEqual(found)
  })
})

describe('the type of an attestation', () => {
  test.each<[string, boolean, boolean]>([
    ['type=provenance,mode=max', true, false],
    ['mode=max,type=provenance', true, false],
    [' type = provenance ', true, false],
    ['"type=provenance"', true, false],
    ['type=sbom,generator=image', false, true],
    ['type=sbom,generator=type=provenance', false, true],
    ['provenance', false, false],
    ['type=', false, false],
    ['generator=sbom', false, false],
    ['', false, false],
  ])('%j', (attest, isProvenance, isSbom) => {
    expect(isAttestation('provenance', attest)).toBe(isProvenance)
    expect(isAttestation('sbom', attest)).toBe(isSbom)
  })
})

test.each<[string, string[][]]>([
  ['', []],
  ['a', [['a']]],
  [' a , b=c ', [['a', 'b=c']]],
  ['a\nb,c', [['a'], ['b', 'c']]],
  ['"a,b" , c', [['a,b', 'c']]],
])('%j as records', (text, records) => {
  expect(readRecords(text)).toEqual(records)
})

test.each(['a"', 'a="b"', '"a', '"a"b'])('%j has a quote out of place', (text) => {
  expect(() => readRecords(text)).toThrow(/quote/i)
  expect(() => hasExporter('local', [text])).toThrow(/quote/i)
})
