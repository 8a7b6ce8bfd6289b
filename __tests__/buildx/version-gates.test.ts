import { describe, expect, test } from '@jest/globals'
import { gateWarnings, type VersionGate, versionGates } from '../../src/buildx/version-gates.ts'
import { InputError } from '../../src/runner/input-error.ts'
import { makeBuildInputs } from '../build-inputs.ts'

describe('a flag is known from its version on', () => {
  test.each<[VersionGate, string, string]>([
    ['image-id', '0.4.1', '0.4.2'],
    ['metadata', '0.5.1', '0.6.0'],
    ['build-contexts', '0.7.1', '0.8.0'],
    ['attests', '0.9.1', '0.10.0'],
    ['annotations', '0.11.2', '0.12.0'],
    ['call', '0.14.1', '0.15.0'],
    ['git-query', '0.28.0', '0.29.0'],
  ])('%s', (gate, before, first) => {
    expect(versionGates(before)(gate)).toBe(false)
    expect(versionGates(first)(gate)).toBe(true)
    expect(versionGates('1.0.0')(gate)).toBe(true)
    // One built from a commit says no version, and is taken for new.
    expect(versionGates('')(gate)).toBe(true)
  })
})

const all = makeBuildInputs({
  annotations: ['a=1'],
  'build-contexts': ['b=c'],
  attests: ['type=sbom'],
  provenance: 'false',
  sbom: 'true',
})

describe('a sentence for each input that is left out', () => {
  const needs = (version: string, least: string) =>
    `needs buildx ${least} or newer, but this is ${version}; it is ignored.`
  test.each<[string, [string, string][]]>([
    ['0.12.0', []],
    ['', []],
    ['0.11.2', [['annotations', '0.12.0']]],
    [
      '0.9.1',
      [
        ['annotations', '0.12.0'],
        ['attests', '0.10.0'],
        ['provenance', '0.10.0'],
        ['sbom', '0.10.0'],
      ],
    ],
    [
      '0.7.0',
      [
        ['annotations', '0.12.0'],
        ['build-contexts', '0.8.0'],
        ['attests', '0.10.0'],
        ['provenance', '0.10.0'],
        ['sbom', '0.10.0'],
      ],
    ],
  ])('%j', (version, left) => {
    expect(gateWarnings(all, version)).toEqual(
      left.map(([name, least]) => `${name} ${needs(version, least)}`),
    )
  })

  test('and none for what is not given', () => {
    expect(gateWarnings(makeBuildInputs(), '0.4.0')).toEqual([])
    expect(gateWarnings(makeBuildInputs({ sbom: 'true' }), '0.9.0')).toHaveLength(1)
  })
})

describe('call fails where it is not known, as upstream', () => {
  test('before 0.15.0', () => {
    const read = () => gateWarnings(makeBuildInputs({ call: 'check' }), '0.14.1')
    expect(read).toThrow(InputError)
    expect(read).toThrow('call: it needs buildx 0.15.0 or newer, but this is 0.14.1.')
  })

  test('and not after, nor where it is not given', () => {
    expect(gateWarnings(makeBuildInputs({ call: 'check' }), '0.15.0')).toEqual([])
    expect(gateWarnings(makeBuildInputs(), '0.14.1')).toEqual([])
  })
})

test.each<[outputs: string, buildkits: string[], old: string | undefined]>([
  ['type=local,dest=out,src=/app', ['v0.34.0'], undefined],
  ['type=local,dest=out,src=/app', ['v0.33.1'], 'v0.33.1'],
  ['type=tar,"src=/a,b",dest=app.tar', ['v0.34.2', 'v0.33.1-moby'], 'v0.33.1-moby'],
  ['type=oci,dest=app.tar\ntype=local, src = /app, dest=out', ['v0.11.6'], 'v0.11.6'],
  ['type=local,dest=src=out', ['v0.11.6'], undefined],
  ['src=out', ['v0.11.6'], undefined],
  ['type=local,dest=out,src=/app', ['', 'v0.0.0+unknown'], undefined],
])('outputs: %s on %j', (output, buildkits, old) => {
  const inputs = makeBuildInputs({ outputs: output.split('\n') })
  const needs = `outputs: src needs BuildKit 0.34 or newer, but the builder has ${old}, which exports everything.`
  expect(gateWarnings(inputs, '0.38.2', buildkits)).toEqual(old === undefined ? [] : [needs])
})
