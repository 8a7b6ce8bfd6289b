import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBounded } from '../lib/bounded-file.ts'

/** In bytes. */
const MOST = 4_000_000

const NAME = 'buildx-branch-cache.json'

/** What the earlier steps of this job left for us: the runner's folder for temporary files is the job's own. */
export function readJobFile<T>(tempDir: string): T[] {
  if (tempDir === '') return []
  try {
    const list: unknown = JSON.parse(readBounded(join(tempDir, NAME), MOST))
    return Array.isArray(list) ? list : []
  } catch {
    return [] // the first step of the job
  }
}

/** Leaves `list` for the later steps of this job; a folder that cannot be written costs them a hint, no more. */
export function writeJobFile<T>(tempDir: string, list: readonly T[]): void {
  if (tempDir === '') return
  try {
    writeFileSync(join(tempDir, NAME), JSON.stringify(list))
  } catch {
    return
  }
}
