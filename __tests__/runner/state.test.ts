import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { readEnvironment } from '../../src/runner/environment.ts'
import { getState, isPost, saveState } from '../../src/runner/state.ts'

const file = join(tmpdir(), `state-${process.pid}`)

afterEach(() => {
  delete process.env.GITHUB_STATE
  rmSync(file, { force: true })
})

describe('what main leaves to post', () => {
  test('goes through the file of the runner', () => {
    writeFileSync(file, '')
    process.env.GITHUB_STATE = file
    saveState('builder', 'one')
    expect(readFileSync(file, 'utf8')).toMatch(/^builder<<(\S+)\none\n\1\n$/)
  })

  test('is there in post', () => {
    const environment = readEnvironment({ STATE_main: 'true', STATE_builder: 'one' })
    expect(isPost(environment)).toBe(true)
    expect(getState(environment, 'builder')).toBe('one')
  })

  test('main itself is no post, and nothing was left to it', () => {
    const environment = readEnvironment({})
    expect(isPost(environment)).toBe(false)
    expect(getState(environment, 'builder')).toBeUndefined()
  })
})
