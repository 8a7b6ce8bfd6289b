import { setTimeout as sleep } from 'node:timers/promises'
import { createShared, lookAt, lookAtFile } from '../lib/shared-files.ts'

/** Releases a lock. */
export type Release = () => void

// SQLITE_BUSY (sqlite.org/rescode.html): another process has it.
const BUSY = 5

/**
 * Tries to acquire the file lock without blocking: undefined if another process has it. The system releases it when its
 * holder ends, however it ends. Node has no flock, but the lock of an empty SQLite database that is never written has
 * the same effect (sqlite.org/lockingv3.html). Throws if the file system has no locks, or if the path is not a file.
 */
export async function tryLock(file: string): Promise<Release | undefined> {
  // SQLite would follow a link and create a file elsewhere. Nothing else opens the file: closing it would release the
  // lock (fcntl(2)).
  createShared(file)
  lookAtFile(file)
  // SQLite would delete what it takes for its own files.
  const rest = [`${file}-journal`, `${file}-wal`].find((it) => lookAt(it))
  if (rest) throw new Error(`it cannot be locked: ${rest} is in the way`)
  const { DatabaseSync } = await import('node:sqlite').catch(because)
  let database: InstanceType<typeof DatabaseSync>
  try {
    database = new DatabaseSync(file)
  } catch (error) {
    return because(error)
  }
  try {
    // A journal on disk would be one more file. (Node does not allow OFF.)
    database.exec('PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE')
    return () => database.close()
  } catch (error) {
    database.close()
    return (error as { errcode?: number }).errcode === BUSY ? undefined : because(error)
  }
}

function because(error: unknown): never {
  throw new Error(`it cannot be locked: ${(error as Error).message}`)
}

/** The same, waiting at most `milliseconds`; throws the reason of `stop` if that is aborted. */
export async function takeLock(
  file: string,
  milliseconds: number,
  stop?: AbortSignal,
): Promise<Release | undefined> {
  const end = Date.now() + milliseconds
  for (;;) {
    stop?.throwIfAborted()
    const release = await tryLock(file)
    if (release || Date.now() >= end) return release
    await sleep(10 + Math.random() * 40)
  }
}
