import { closeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { flockNow } from '../buildx/run.ts'
import { openShared } from '../lib/shared-files.ts'
import type { Release } from './lock.ts'

/**
 * The lock of buildx 0.38 and newer, for those who write to the directory by hand (BuildKit's client/solve.go): held,
 * shared, from the first layer of an export until index.json names it; alone by `reset=true`, which deletes what the
 * index does not name. It is theirs: it is neither made nor deleted here, and where it is not, nobody holds it. Nobody
 * waits: undefined where it is held. Where it cannot be told, nobody holds it.
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

/** The same, shared, waiting for at most `milliseconds`, and then going on without: whoever resets may hang. */
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
    return undefined // another user's, whom we cannot see; or no file
  }
}
