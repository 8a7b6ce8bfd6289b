import { randomBytes } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBounded } from '../lib/bounded-file.ts'

const NAME = 'buildx-branch-cache.json'
/** In bytes: thousands of steps. */
const LARGEST = 1_000_000

/** What the earlier steps of this job recorded: the runner's temporary folder belongs to the job. */
export function readJobFile<T>(tempDir: string): T[] {
  if (tempDir === '') return []
  try {
    const list: unknown = JSON.parse(readBounded(join(tempDir, NAME), LARGEST, { isOurs: true }))
    return Array.isArray(list) ? list : []
  } catch {
    return [] // missing, or not owned by this user
  }
}

/** Records `list` for the later steps of this job; if the folder is not writable, they only lose a hint. */
export function writeJobFile<T>(tempDir: string, list: readonly T[]): void {
  if (tempDir === '') return
  try {
    replaceFile(join(tempDir, NAME), JSON.stringify(list))
  } catch {
    return
  }
}

/** Replaces a file with one that only its owner can access, links not followed; throws as node:fs does. */
function replaceFile(path: string, text: string): void {
  const made = `${path}.${randomBytes(8).toString('hex')}`
  try {
    writeFileSync(made, text, { flag: 'wx', mode: 0o600 })
    renameSync(made, path)
  } catch (error) {
    rmSync(made, { force: true })
    throw error
  }
}
