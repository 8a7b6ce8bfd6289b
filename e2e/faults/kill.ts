import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Part } from '../parts/part.ts'

/**
 * Ends the program of a part at once, as the kernel does when memory runs out. Its directory is kept until it is
 * stopped.
 */
export async function killPart({ keeper }: Part): Promise<void> {
  // The program is the first that the keeper started.
  const [pid] = readFileSync(`/proc/${keeper}/task/${keeper}/children`, 'utf8').split(' ')
  if (!pid) return
  process.kill(Number(pid), 'SIGKILL')
  for (let i = 0; i < 1000 && existsSync(`/proc/${pid}`); i++) await sleep(10)
}
