import { expect, test } from '@jest/globals'
import { type Run, stranger } from '../../src/github/run.ts'
import { branch } from '../../src/scope/branch.ts'
import type { PlanInputs } from '../../src/scope/plan.ts'
import { chooseReads } from '../../src/scope/reads.ts'
import { plainPlanInputs } from '../plan-inputs.ts'

const namesOf = (run: Partial<Run>, defaultName = 'main', given: Partial<PlanInputs> = {}): unknown[] =>
  chooseReads({ ...stranger, ...run }, run.own, defaultName, { ...plainPlanInputs, ...given }).map(
    ({ branch: it, role, onGha }) => [role, it.kind === 'branch' ? it.name : it.kind, onGha],
  )

test('own first, then merged, queue, head, base and default', () => {
  const run = {
    own: branch('b'),
    merged: ['m1', 'm2'],
    pushedByQueue: true,
    head: 'h',
    base: 'base',
  }
  expect(namesOf(run)).toEqual([
    ['own', 'b', true],
    ['merged', 'm1', false],
    ['merged', 'm2', false],
    ['queue', 'queue', false],
    ['head', 'h', true],
    ['base', 'base', true],
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
