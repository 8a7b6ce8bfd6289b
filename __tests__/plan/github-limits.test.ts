import { describe, expect, test } from '@jest/globals'
import { branch } from '../../src/events/branch.ts'
import { withinService } from '../../src/plan/github-limits.ts'
import type { Plan } from '../../src/plan/plan.ts'
import type { CacheService } from '../../src/runner/cache-service.ts'

const full: CacheService = { offered: true, canRead: true, canWrite: true, why: 'it may' }
const yes = { allowed: true, why: 'the plan says so' }
const no = { allowed: false, why: 'the plan forbids it' }
const plan: Plan = {
  own: branch('feature'),
  ownWhy: '',
  reads: [
    { branch: branch('feature'), role: 'own', onGha: true },
    { branch: branch('x'), role: 'merged', onGha: false },
    { branch: branch('main'), role: 'default', onGha: true },
  ],
  write: { onGha: yes, elsewhere: yes },
  without: [],
  readShards: ['s', ''],
  writeShards: ['s', ''],
  soleShard: '',
  notes: ['a note'],
}

test('a service that allows everything changes nothing', () => {
  expect(withinService(plan, full)).toEqual(plan)
})

test('a service without write permission: gha is not written, and the reason is given', () => {
  const service = { ...full, canWrite: false, why: 'read only' }
  expect(withinService(plan, service)).toEqual({
    ...plan,
    write: { onGha: { allowed: false, why: 'read only' }, elsewhere: yes },
  })
})

test('a service without read permission: gha is not read, nothing else changes', () => {
  const service = { ...full, canRead: false, canWrite: false, why: 'expired' }
  expect(withinService(plan, service)).toEqual({
    ...plan,
    reads: plan.reads.map((read) => ({ ...read, onGha: false })),
    write: { onGha: { allowed: false, why: 'expired' }, elsewhere: yes },
  })
})

describe('what the plan forbids stays forbidden, with the plan’s reason', () => {
  test.each([true, false])('canWrite %s', (canWrite) => {
    const forbidden = { ...plan, write: { onGha: no, elsewhere: no } }
    expect(withinService(forbidden, { ...full, canWrite }).write).toEqual({ onGha: no, elsewhere: no })
  })
})

test('the plan is left as it is', () => {
  const before = structuredClone(plan)
  withinService(plan, { ...full, canRead: false, canWrite: false })
  expect(plan).toEqual(before)
})
