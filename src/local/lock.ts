import { setTimeout as sleep } from 'node:timers/promises'

/** Gives a lock back. */
export type Release = () => void

// SQLITE_BUSY (sqlite.org/rescode.html): somebody else has it.
const BUSY = 5

/**
 * Takes the lock that a file stands for, and nobody waits: undefined where another has it. The system itself
 * lets go of it when its holder ends, however it ends, which no file alone can do: Node has no flock, but an
 * empty SQLite database that is never written comes to the same (sqlite.org/lockingv3.html). Throws where the
 * file system knows no locks.
 */
export async function tryLock(file: string): Promise<Release | undefined> {
  const { DatabaseSync } = await import('node:sqlite').catch(because)
  const database = new DatabaseSync(file)
  try {
    // Without a journal nothing is ever written beside it.
    database.exec('PRAGMA journal_mode=OFF; BEGIN EXCLUSIVE')
    return () => database.close()
  } catch (error) {
    database.close()
    return (error as { errcode?: number }).errcode === BUSY ? undefined : because(error)
  }
}

function because(error: unknown): never {
  throw new Error(`it cannot be locked: ${(error as Error).message}`)
}

/** The same, waiting for at most `milliseconds`. */
export async function takeLock(file: string, milliseconds: number): Promise<Release | undefined> {
  const end = Date.now() + milliseconds
  for (;;) {
    const release = await tryLock(file)
    if (release || Date.now() >= end) return release
    await sleep(10 + Math.random() * 40)
  }
}
