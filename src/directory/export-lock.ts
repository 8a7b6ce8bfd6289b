import { closeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { flockNow } from '../buildx/run.ts'
import { openShared } from '../lib/shared-files.ts'
import type { Release } from './lock.ts'

/**
 * The lock of buildx 0.38 and newer, for exports to the directory outside this action (BuildKit's client/solve.go):
 * shared from the first layer of an export until index.json references it; exclusive for `reset=true`, which deletes
 * what the index does not reference. The lock file is never created or deleted here; if it is missing, nobody holds the
 * lock. Does not block: undefined if the lock is held. If this cannot be determined, the lock counts as free.
 */
export async function tryExportLock(
  directory: string,
  mode: 'shared' | 'exclusive',
): Promise<Release | undefined> {
  const fd = openOrNot(join(directory, 'cache.lock'))
  if (fd === undefined) return () => {}
  if ((await flockNow(fd, mode)) !== false) return () => closeSync(fd)
  closeSync(fd)
  return undefined
}

/** The same, shared, waiting at most `milliseconds`, then continuing without: the process that resets may hang. */
export async function shareExportLock(directory: string, milliseconds: number): Promise<Release> {
  const end = Date.now() + milliseconds
  for (;;) {
    const release = await tryExportLock(directory, 'shared')
    if (release) return release
    if (Date.now() >= end) return () => {}
    await sleep(100)
  }
}

function openOrNot(file: string): number | undefined {
  try {
    return openShared(file)
  } catch {
    return undefined // another user's, which is not visible; or not a file
  }
}
