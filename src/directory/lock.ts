import { setTimeout as sleep } from 'node:timers/promises'
import { createShared, lookAt, lookAtFile } from '../lib/shared-files.ts'

/** Gives a lock back. */
export type Release = () => void

// SQLITE_BUSY (sqlite.org/rescode.html): somebody else has it.
const BUSY = 5

/**
 * Tries to acquire the file lock without blocking: undefined where another has it. The system itself
 * lets go of it when its holder ends, however it ends, which no file alone can do: Node has no flock, but an
 * empty SQLite database that is never written comes to the same (sqlite.org/lockingv3.html). Throws where the
 * file system knows no locks, and where something else than a file is in the way.
 */
export async function tryLock(file: string): Promise<Release | undefined> {
  // SQLite would follow a link to make a file elsewhere. The file is never opened by other means: closing it would
  // end the lock (fcntl(2)).
  createShared(file)
  lookAtFile(file)
  // What it takes for its own, it would delete.
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
    // A journal in a file would be one more file beside it. (Node does not let it be OFF.)
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

/** The same, waiting for at most `milliseconds`, or until `stop` is aborted, whose reason is thrown then. */
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
