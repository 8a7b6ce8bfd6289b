import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { hasNoCheckout } from '../../src/buildx/dockerfile-text.ts'
import { makeEnvironment } from '../environment.ts'

test('nothing is checked out: the context is a path, and the workspace is empty', () => {
  const workspace = mkdtempSync(join(tmpdir(), 'workspace-'))
  const isMissing = (context: string, at = workspace): boolean =>
    hasNoCheckout({ context, file: '' }, makeEnvironment({ workspace: at }))
  try {
    expect(['.', './app'].map((it) => isMissing(it))).toEqual([true, true])
    expect(['', 'https://github.com/a/b.git', '/elsewhere'].map((it) => isMissing(it))).toEqual([
      false,
      false,
      false,
    ])
    expect(isMissing('.', join(workspace, 'gone'))).toBe(false)
    writeFileSync(join(workspace, '.gitignore'), '')
    expect(isMissing('.')).toBe(false)
  } finally {
    rmSync(workspace, { recursive: true })
  }
})
