import { expect, test } from '@jest/globals'
import { branch } from '../../src/events/branch.ts'
import { type Run, untrustedRun } from '../../src/events/run.ts'
import type { PlanInputs } from '../../src/inputs/cache-inputs.ts'
import { chooseReads } from '../../src/plan/reads.ts'
import { plainPlanInputs } from '../plan-inputs.ts'

const namesOf = (run: Partial<Run>, defaultName = 'main', given: Partial<PlanInputs> = {}): unknown[] =>
  chooseReads({ ...untrustedRun, ...run }, defaultName, { ...plainPlanInputs, ...given }).map(
    ({ branch: it, role, onGha }) => [role, it.kind === 'branch' ? it.name : it.kind, onGha],
  )

test('own first, then merged, head, base, queue and default', () => {
  const run = {
    own: branch('b'),
    merged: ['m1', 'm2'],
    queue: 'base',
    head: 'h',
    base: 'base',
  }
  expect(namesOf(run)).toEqual([
    ['own', 'b', true],
    ['merged', 'm1', false],
    ['merged', 'm2', false],
    ['head', 'h', true],
    ['base', 'base', true],
    ['queue', 'queue', false],
    ['default', 'main', true],
  ])
})

test('a branch with several roles stands where the first does, and is read on gha if one of them is', () => {
  expect(namesOf({ own: branch('main'), merged: ['a'], base: 'a' })).toEqual([
    ['own', 'main', true],
    ['merged', 'a', true],
  ])
})

test('a pull request and a branch that is called like it are two', () => {
  expect(namesOf({ own: { kind: 'pull', number: 7 }, base: 'pr-7' })).toEqual([
    ['own', 'pull', true],
    ['base', 'pr-7', true],
    ['default', 'main', true],
  ])
})

test('cache-fallback stands for base, its queue and default, and for nothing else', () => {
  const run = { own: branch('b'), merged: ['m'], queue: 'base', base: 'base' }
  expect(namesOf(run, 'main', { fallback: ['f'] })).toEqual([
    ['own', 'b', true],
    ['merged', 'm', false],
    ['fallback', 'f', true],
  ])
  expect(namesOf({ own: branch('b'), queue: 'b' }, 'main', { fallback: ['f'] })).toEqual([
    ['own', 'b', true],
    ['queue', 'queue', false],
    ['fallback', 'f', true],
  ])
})

test('a run that lacks a secret reads no branch more than a complete one', () => {
  const without = ['secret a']
  const runs: Parameters<typeof namesOf>[] = [
    [{ own: branch('main') }, 'main', {}],
    [{ own: branch('b'), base: 'main' }, 'main', {}],
    [{ own: branch('main'), merged: ['b'] }, 'main', {}],
    [{ own: branch('main') }, 'main', { fallback: ['main', 'c'] }],
  ]
  for (const [given, name, inputs] of runs) {
    expect(namesOf(given, name, { ...inputs, without })).toEqual(namesOf(given, name, inputs))
  }
})
