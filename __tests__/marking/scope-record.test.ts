import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Branch } from '../../src/events/branch.ts'
import { readRecord, type ScopeRecord, storeRecord } from '../../src/marking/scope-record.ts'

const of = (branch: Branch, isNamed = false): ScopeRecord => ({ repository: 'octo/app', branch, isNamed })

describe('a record', () => {
  test.each<[ScopeRecord, object]>([
    [of({ kind: 'branch', name: 'feature/a' }), { branch: 'feature/a' }],
    [of({ kind: 'branch', name: 'nightly' }, true), { cacheBranch: 'nightly' }],
    [of({ kind: 'pull', number: 7 }), { pull: 7 }],
    [of({ kind: 'queue', base: 'main' }), { queue: 'main' }],
  ])('%j', (record, stored) => {
    expect(storeRecord(record)).toEqual({ version: 1, repository: 'octo/app', ...stored })
    expect(readRecord(storeRecord(record))).toEqual(record)
  })

  test('that could not be read again is not stored', () => {
    expect(storeRecord(of({ kind: 'branch', name: 'x'.repeat(2000) }))).toBeUndefined()
    expect(storeRecord({ ...of({ kind: 'pull', number: 7 }), repository: '' })).toBeUndefined()
  })
})

describe('what is read', () => {
  const whole = { version: 1, repository: 'octo/app', branch: 'main' }
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'main'],
    ['a later version', { ...whole, version: 2 }],
    ['no repository', { ...whole, repository: undefined }],
    ['a branch that is none', { ...whole, branch: 7 }],
    ['an empty branch', { ...whole, branch: '' }],
    ['two branches', { ...whole, pull: 7 }],
    ['no branch', { ...whole, branch: undefined }],
    ['half a pull request', { ...whole, branch: undefined, pull: 0.5 }],
    ['more than any name', { ...whole, branch: 'x'.repeat(2000) }],
  ])('%s is no record', (_, stored) => {
    expect(readRecord(stored)).toBeUndefined()
  })

  test('what later versions add is left out', () => {
    expect(readRecord({ ...whole, renewed: '2026-11-25', durations: {} })).toEqual(
      of({ kind: 'branch', name: 'main' }),
    )
  })

  test('whatever it is, nothing throws', () => {
    fc.assert(fc.property(fc.anything(), (stored) => void readRecord(stored)))
  })
})
