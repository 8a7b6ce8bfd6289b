import { expect, test } from '@jest/globals'
import { scopesOfMounts } from '../../src/mounts/scopes.ts'
import { nameOfMounts } from '../../src/mounts/store.ts'
import type { Plan } from '../../src/plan/plan.ts'

const allowed = { allowed: true, why: 'a push' }
const denied = { allowed: false, why: 'a fork' }

const plan: Plan = {
  own: { kind: 'branch', name: 'fix' },
  ownWhy: '',
  reads: [
    { branch: { kind: 'branch', name: 'fix' }, role: 'own', onGha: true },
    { branch: { kind: 'branch', name: 'merged' }, role: 'merged', onGha: false },
    { branch: { kind: 'branch', name: 'main' }, role: 'default', onGha: true },
  ],
  without: [],
  write: { onGha: denied, elsewhere: allowed },
  readShards: [''],
  writeShards: [''],
  soleShard: '',
  notes: [],
}

const keys = (it: Plan, isOnGithub: boolean, name = ''): unknown => {
  const { reads, write } = scopesOfMounts(it, { name }, '', isOnGithub)
  return [reads.map(({ key }) => key), write]
}

test('the scopes of the layers, in people’s order', () => {
  expect(keys(plan, false)).toEqual([['fix', 'merged', 'main'], { key: 'fix' }])
  expect(keys(plan, true)).toEqual([['fix', 'main'], { why: 'a fork' }])
  expect(keys({ ...plan, own: undefined, reads: [] }, false)).toEqual([[], { why: 'a push' }])
})

test('a job of a matrix writes one, and reads the common scope too', () => {
  const job = { ...plan, readShards: ['22', ''], writeShards: ['22', ''], soleShard: '' }
  expect(keys(job, false)).toEqual([
    ['fix..22', 'fix', 'merged..22', 'merged', 'main..22', 'main'],
    { key: 'fix' },
  ])
  expect(keys({ ...job, writeShards: ['22'], soleShard: '22' }, false)).toEqual([
    expect.anything(),
    { key: 'fix..22' },
  ])
})

test('a name stays short, and is none of the layers’', () => {
  expect(nameOfMounts('fix')).toBe('mounts--fix')
  expect(nameOfMounts('a'.repeat(120))).toBe(`mounts--${'a'.repeat(120)}`)
  expect(nameOfMounts('a'.repeat(121))).toBe(
    'mounts--e9615320128cc7a3d6078e9af05603188e5ccbf0d07d8b735d3df5e8e0c1281f',
  )
})
