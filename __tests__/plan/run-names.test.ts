import { describe, expect, test } from '@jest/globals'
import { parseSpecs } from '../../src/backends/spec.ts'
import { nameWarnings } from '../../src/plan/run-names.ts'
import { makeEnvironment } from '../environment.ts'

const sha = '9c1f6e3b5a7d2084c6e1f3a5b7d9028146ecf0a2'
const run = { ref: 'refs/heads/feature/x', sha, runName: '7712345678-1' }
const said = (name: string, given: object = run, inputName = '') =>
  nameWarnings(parseSpecs([`type=gha,scope=${name}`], {}), inputName, makeEnvironment(given))

const sentence = (input: string, name: string, what: string, whose: string): string =>
  `${input}: the name "${name}" contains ${what}, so ${whose} cannot find each other's caches. Remove it: the action adds the branch to each name.`

describe('a name that is the branch’s, the commit’s or the run’s', () => {
  test.each<[string, object, string, string]>([
    ['feature/x', run, 'the branch or tag', 'branches'],
    ['refs/heads/feature/x', run, 'the branch or tag', 'branches'],
    ['feature-x', run, 'the branch or tag', 'branches'],
    ['buildx-feature/x', run, 'the branch or tag', 'branches'],
    ['dev', { ...run, ref: 'refs/heads/dev' }, 'the branch or tag', 'branches'],
    ['v1.2', { ...run, ref: 'refs/tags/v1.2' }, 'the branch or tag', 'branches'],
    ['7/merge', { ...run, ref: 'refs/pull/7/merge' }, 'the branch or tag', 'branches'],
    ['topic', { ...run, ref: 'refs/pull/7/merge', headRef: 'topic' }, 'the branch or tag', 'branches'],
    [`app-${sha}`, run, 'the commit', 'runs'],
    ['app-9c1f6e3', run, 'the commit', 'runs'],
    ['app-7712345678', run, "the run's number", 'runs'],
  ])('%s', (name, given, what, whose) => {
    expect(said(name, given)).toEqual([sentence('cache', name, what, whose)])
  })

  test('in cache-name', () => {
    expect(nameWarnings(parseSpecs(['gha'], {}), 'feature/x', makeEnvironment(run))).toEqual([
      sentence('cache-name', 'feature/x', 'the branch or tag', 'branches'),
    ])
    expect(nameWarnings([], 'feature/x', makeEnvironment(run))).toEqual([])
  })
})

describe('other names are names', () => {
  test.each<[string, object]>([
    ['api', run],
    ['feature', run],
    ['x', run],
    ['9c1f6e', run],
    ['app-dev', { ...run, ref: 'refs/heads/dev' }],
    ['app-1', { ...run, runName: '1-1' }],
    ['api', { ...run, ref: '', sha: '' }],
  ])('%s', (name, given) => {
    expect(said(name, given)).toEqual([])
  })
})
