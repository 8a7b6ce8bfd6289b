import { describe, expect, test } from '@jest/globals'
import type { Builder } from '../../src/buildx/builder.ts'
import { readInputs } from '../../src/inputs/inputs.ts'
import { chooseBuilder } from '../../src/plan/choose-builder.ts'
import { InputError } from '../../src/runner/input-error.ts'
import { makeEnvironment, trusted } from '../environment.ts'

const docker: Builder = {
  driver: 'docker',
  buildx: '0.37.2',
  buildkits: ['v0.33.1'],
  name: 'b',
  nodes: ['b0'],
  endpoints: [],
  containerdStore: true,
}
const graphdriver = { ...docker, containerdStore: false }
const container = { ...docker, driver: 'docker-container' }
const own = { ...container, buildkits: [''] }

const caches = {
  gha: 'gha',
  registry: 'type=registry,ref=localhost:5000/app/cache',
  s3: 'type=s3,region=r,bucket=b',
  azblob: 'type=azblob,account_url=https://a.blob.core.windows.net',
  local: 'type=local,dest=/cache',
  inline: 'type=inline,ref=localhost:5000/app',
}

type Type = keyof typeof caches

const choose = (found: Builder, types: Type[], inputs = {}, variables = {}) =>
  chooseBuilder(
    found,
    readInputs(
      makeEnvironment({
        inputs: { cache: types.map((type) => caches[type]).join('\n') || 'none', push: 'true', ...inputs },
        forDocker: variables,
      }),
      trusted,
    ),
  )

describe('one is made where the docker driver will not do and none was chosen', () => {
  const driver = (type: Type): string => `the docker driver cannot write a cache of type ${type}`
  const old = { ...docker, buildkits: ['v0.12.5'] }
  test.each<[string, Builder, Type[], string]>([
    ['s3', docker, ['s3'], driver('s3')],
    ['azblob', docker, ['azblob'], driver('azblob')],
    ['one of two', docker, ['registry', 's3'], driver('s3')],
    ['registry and a graphdriver', graphdriver, ['registry'], driver('registry')],
    ['local and a graphdriver', graphdriver, ['local'], driver('local')],
    ['gha and a graphdriver', graphdriver, ['gha'], driver('gha')],
    [
      'gha and an engine of old',
      old,
      ['gha'],
      'gha needs BuildKit 0.20.0 or newer, but the builder has v0.12.5',
    ],
  ])('%s', (_, found, types, instead) => {
    expect(choose(found, types)).toMatchObject({ builder: own, instead, warnings: [] })
    // Empty is not chosen: a workflow may well set the variable to nothing.
    expect(choose(found, types, { builder: '' }, { BUILDX_BUILDER: '' })).toMatchObject({ builder: own })
  })
})

describe('the one that is there is left alone', () => {
  test.each<[string, Builder, Type[]]>([
    ['docker with its containerd store', docker, ['registry', 'gha']],
    ['inline, which every driver knows', graphdriver, ['inline']],
    ['no cache', graphdriver, []],
    ['a container', container, ['s3']],
    ['a cluster', { ...container, driver: 'kubernetes' }, ['s3', 'azblob', 'gha']],
    ['nothing known, as where no daemon answers', { ...docker, driver: '', buildkits: [] }, ['s3']],
    ['a commit of BuildKit', { ...container, buildkits: ['v0.0.0+unknown'] }, ['s3', 'gha']],
  ])('%s', (_, found, types) => {
    const { builder, instead, warnings, inputs } = choose(found, types)
    expect([builder, instead, warnings]).toEqual([found, undefined, []])
    expect(inputs.specs.map(({ backend }) => backend.type)).toEqual(types)
  })

  test('the automatic cache asks for none', () => {
    expect(choose(graphdriver, [], { cache: '' })).toMatchObject({ builder: graphdriver, instead: undefined })
  })
})

test.each<[string, Record<string, string>, Record<string, string>]>([
  ['builder', { builder: 'mine' }, {}],
  ['builder', { builder: 'mine' }, { BUILDX_BUILDER: 'other' }],
  ['BUILDX_BUILDER', {}, { BUILDX_BUILDER: 'mine' }],
])('one that was chosen by %s and cannot is a mistake', (by, inputs, variables) => {
  const words = `${by}: "mine" cannot write a cache of type registry, because its driver is docker; specify one with`
  expect(() => choose(graphdriver, ['inline', 'registry'], inputs, variables)).toThrow(InputError)
  expect(() => choose(graphdriver, ['inline', 'registry'], inputs, variables)).toThrow(words)
})

describe('a builder that was chosen, and is too old', () => {
  const s3 = 'cache: s3 needs BuildKit 0.11.0 or newer, but the builder has v0.10.6; it is ignored.'
  const ignored = (version: string): string =>
    `cache: a cache that cannot be written may fail the build: ignore-error needs BuildKit 0.12.0 or newer, but the builder has ${version}.`

  test.each<[string, string[], Type[], Type[], string[]]>([
    ['a backend it does not know', ['v0.10.6'], ['s3'], [], [s3]],
    ['another it does', ['v0.10.6'], ['s3', 'registry'], ['registry'], [s3, ignored('v0.10.6')]],
    ['no ignore-error', ['v0.11.6'], ['s3'], ['s3'], [ignored('v0.11.6')]],
    ['on one of its nodes', ['v0.33.1', 'v0.10.6'], ['s3'], [], [s3]],
    // The cache service says it then, with all that else keeps it from working.
    ['gha', ['v0.19.0'], ['gha'], ['gha'], []],
  ])('%s', (_, buildkits, types, left, warnings) => {
    const choice = choose({ ...container, buildkits }, types)
    expect(choice.inputs.specs.map(({ backend }) => backend.type)).toEqual(left)
    expect([...choice.troubles, ...choice.warnings]).toEqual(warnings)
    expect(choice.instead).toBeUndefined()
  })

  test('there is no warning about exports if there are none', () => {
    const old = { ...container, buildkits: ['v0.11.6'] }
    expect(choose(old, ['s3'], { 'cache-write': 'never' }).warnings).toEqual([])
    expect(choose(old, ['inline']).warnings).toEqual([])
    expect(choose(old, [], { cache: `${caches.s3},ignore-error=false` }).warnings).toEqual([])
  })

  test('an own builder would not help where buildx is too old', () => {
    const found = { ...docker, buildx: '0.20.1' }
    expect(choose(found, ['gha'])).toMatchObject({ builder: found, instead: undefined })
  })
})
