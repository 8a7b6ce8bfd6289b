import type { BuilderAccess } from '../buildx/run.ts'
import { type Entry, flagOf } from '../plan/entries.ts'
import { askStore } from './ask.ts'

/** Whether scopes existed when the build began, by their --cache-from. */
export type There = ReadonlyMap<string, boolean>

/** In milliseconds: how long to wait for an answer after the build. */
const PATIENCE = 1_000

/**
 * The imports whose existence BuildKit's record does not show: those of gha and s3, and of azblob if there are several
 * (report/sources.ts).
 */
export function untold(from: readonly Entry[]): Entry[] {
  const azblob = from.filter(({ backend }) => backend === 'azblob')
  return [
    ...from.filter(({ backend }) => backend === 'gha' || backend === 's3'),
    ...(azblob.length > 1 ? azblob : []),
  ]
}

/** Asks for them during the build, before it writes any. The result returns what is known; never throws. */
export function askForUntold(from: readonly Entry[], asker: BuilderAccess): () => Promise<There> {
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
