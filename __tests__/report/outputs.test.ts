import { describe, expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/backends/spec.ts'
import { branch } from '../../src/events/branch.ts'
import { makeEntries } from '../../src/plan/entries.ts'
import type { Plan } from '../../src/plan/plan.ts'
import type { Outcome } from '../../src/report/outcome.ts'
import { cacheOutputs, planOutputs, resultOutputs } from '../../src/report/outputs.ts'
import { nothingKnown } from './nothing-known.ts'

const plan: Plan = {
  own: branch('feature'),
  ownWhy: '',
  reads: [
    { branch: branch('feature'), role: 'own', onGha: true },
    { branch: branch('main'), role: 'default', onGha: true },
  ],
  write: { onGha: { allowed: true, why: '' }, elsewhere: { allowed: true, why: '' } },
  without: [],
  readShards: [''],
  writeShards: [''],
  soleShard: '',
  notes: [],
}

describe('what is known before the build', () => {
  const outputs = (lines: string[], of: Partial<Plan> = {}) =>
    Object.fromEntries(planOutputs(makeEntries({ ...plan, ...of }, parseSpecs(lines, {}), '')))

  test('our entries in the order of the command, a line each, and the own key', () => {
    expect(outputs(['type=registry,ref=r.io/app', 'gha'])).toEqual({
      'cache-from': [
        'type=registry,ref=r.io/app:main',
        'type=gha,scope=main-',
        'type=registry,ref=r.io/app:feature',
        'type=gha,scope=feature-',
      ].join('\n'),
      'cache-to': [
        'type=registry,ref=r.io/app:feature,mode=max,ignore-error=true',
        'type=gha,mode=max,ignore-error=true,scope=feature-',
      ].join('\n'),
      'cache-scope': 'feature',
      'cache-written': 'false',
    })
  })

  test('without a cache they are empty, and set', () => {
    expect(outputs([])).toEqual({
      'cache-from': '',
      'cache-to': '',
      'cache-scope': '',
      'cache-written': 'false',
    })
  })

  test('without an own branch there is no key', () => {
    expect(outputs(['gha'], { own: undefined })).toMatchObject({ 'cache-to': '', 'cache-scope': '' })
  })

  test('no credential is in them', () => {
    const line =
      'type=azblob,account_url=https://a.blob.core.windows.net,container=cache,secret_access_key=s3cr3t'
    const { 'cache-from': from, 'cache-to': to } = outputs([line])
    expect(from).toMatch(
      /^type=azblob,account_url=https:\/\/a\.blob\.core\.windows\.net,container=cache,name=/,
    )
    expect(`${from}${to}`).not.toContain('s3cr3t')
    expect(`${from}${to}`).not.toContain('secret_access_key')
  })
})

describe('what the build came to', () => {
  const results = { imageId: 'sha256:1', digest: 'sha256:2', metadata: { a: { b: 1 } } }
  const outcome: Outcome = {
    ...nothingKnown,
    unknown: undefined,
    count: { total: 3, cached: 2, ratio: 2 / 3 },
    written: true,
  }

  test('the image as upstream, and what the cache did', () => {
    expect([...resultOutputs(results), ...cacheOutputs(outcome, true)]).toEqual([
      ['imageid', 'sha256:1'],
      ['digest', 'sha256:2'],
      ['metadata', '{\n  "a": {\n    "b": 1\n  }\n}'],
      ['steps-total', '3'],
      ['steps-cached', '2'],
      ['cache-hit-ratio', '0.67'],
      ['cache-hit', 'partial'],
      ['cache-sources', '[]'],
      ['cache-written', 'true'],
    ])
  })

  test('without a cache the steps are counted all the same', () => {
    const outputs = Object.fromEntries(cacheOutputs({ ...outcome, written: false }, false))
    expect(outputs).toMatchObject({ 'steps-total': '3', 'cache-written': 'false' })
    expect(outputs).not.toHaveProperty('cache-hit')
  })

  test('nothing is claimed of what is not known', () => {
    expect(resultOutputs({ imageId: '', digest: '', metadata: undefined })).toEqual([])
    expect(cacheOutputs(nothingKnown, true)).toEqual([['cache-written', 'false']])
  })

  test.each([
    [0, 4, '0.00'],
    [4, 4, '1.00'],
    [1, 3, '0.33'],
  ])('%i of %i steps are %s', (cached, total, ratio) => {
    const outputs = cacheOutputs({ ...outcome, count: { total, cached, ratio: cached / total } }, true)
    expect(Object.fromEntries(outputs)['cache-hit-ratio']).toBe(ratio)
  })
})
