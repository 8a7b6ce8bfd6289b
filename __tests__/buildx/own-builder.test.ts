import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { removeBuilder } from '../../src/buildx/own-builder.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'own builder ')) // a blank, as in "Program Files"
})

afterAll(() => rmSync(folder, { recursive: true }))

function docker(script: string): { program: string; prefix: string[] } {
  const program = join(folder, 'docker')
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" >"${folder}/argv"\n${script}\n`)
  chmodSync(program, 0o700)
  return { program, prefix: ['buildx'] }
}

describe('removing the builder of a step', () => {
  test('asks buildx, in a place with a blank too', async () => {
    await removeBuilder(docker('exit 0'), 'branch-cache-1', {})
    expect(readFileSync(join(folder, 'argv'), 'utf8')).toBe('buildx\nrm\n--force\nbranch-cache-1\n')
  })

  test('is done where there is none of that name', async () => {
    const gone = docker(`echo 'ERROR: no builder "branch-cache-1" found' >&2; exit 1`)
    await expect(removeBuilder(gone, 'branch-cache-1', {})).resolves.toBeUndefined()
  })

  test.each([
    [`echo 'ERROR: permission denied' >&2; exit 1`, 'branch-cache-1: ERROR: permission denied'],
    ['exit 3', 'branch-cache-1: exit code 3'],
  ])('says why it failed: %s', async (script, message) => {
    await expect(removeBuilder(docker(script), 'branch-cache-1', {})).rejects.toThrow(message)
  })
})
