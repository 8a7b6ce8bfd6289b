import { type Entry, flagOf } from '../plan/entries.ts'
import { askStore } from './ask.ts'
import type { DockerAsker } from './asker.ts'

/** Whether scopes were there as the build began, by the --cache-from that asks for them. */
export type There = ReadonlyMap<string, boolean>

/** In milliseconds: how long the end of the build waits for an answer. */
const PATIENCE = 1_000

/**
 * The imports of which BuildKit's record does not tell whether they were there: gha's and s3's never, and azblob's
 * where there are several (`sources.ts`).
 */
export function untold(from: readonly Entry[]): Entry[] {
  const azblob = from.filter(({ backend }) => backend === 'azblob')
  return [
    ...from.filter(({ backend }) => backend === 'gha' || backend === 's3'),
    ...(azblob.length > 1 ? azblob : []),
  ]
}

/** Asks for them beside the build, before it writes any. The result gives what is known; it never throws. */
export function askForUntold(from: readonly Entry[], asker: DockerAsker): () => Promise<There> {
  const there = new Map<string, boolean>()
  const asking = untold(from).map(async (entry) => {
    const answer = await askStore(entry, asker)
    if (answer !== undefined) there.set(flagOf(entry), answer)
  })
  return async () => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise((done) => {
      timer = setTimeout(done, PATIENCE)
    })
    await Promise.race([Promise.all(asking), late])
    clearTimeout(timer)
    return new Map(there)
  }
}
