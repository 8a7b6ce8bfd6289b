import { join } from 'node:path'
import { readRegularFile, replaceFile } from './regular-file.ts'

const NAME = 'buildx-branch-cache.json'
/** In bytes: thousands of steps. */
const LARGEST = 1_000_000

/** What the earlier steps of this job left for us: the runner's folder for temporary files is the job's own. */
export function readJobFile<T>(tempDir: string): T[] {
  if (tempDir === '') return []
  try {
    const text = readRegularFile(join(tempDir, NAME), LARGEST, { isOurs: true })
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list : []
  } catch {
    return [] // not ours
  }
}

/** Leaves `list` for the later steps of this job; a folder that cannot be written costs them a hint, no more. */
export function writeJobFile<T>(tempDir: string, list: readonly T[]): void {
  if (tempDir === '') return
  try {
    replaceFile(join(tempDir, NAME), JSON.stringify(list))
  } catch {
    return
  }
}
