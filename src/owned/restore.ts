import { rmSync } from 'node:fs'
import type { Variables } from '../cache/spec.ts'
import { info } from '../github/actions.ts'
import { readIndex } from '../local/layout.ts'
import { directorySize } from '../local/size.ts'
import { formatBytes, formatSeconds } from '../report/format.ts'
import { archivesOf, keyOfArchive } from './archive.ts'
import { isSilent } from './silence.ts'

// The service takes no more names at once (@actions/cache).
const MOST = 10

/** What came of it, in a sentence; `isTrouble`: there may be an archive that could not be had. */
export type Restored = { said: string; isTrouble: boolean }

const fine = (said: string): Restored => ({ said, isTrouble: false })
const trouble = (said: string): Restored => ({ said, isTrouble: true })

/**
 * Fills our own directory with the newest archive of the first of these scopes that has one. It never throws: a
 * directory that is not whole afterwards is emptied.
 */
export async function restore(
  directory: string,
  keys: readonly string[],
  variables: Variables,
): Promise<Restored> {
  if (isFilled(directory)) return fine('The directory is there already, from an earlier step of this job.')
  if (await isSilent(variables)) return trouble('Nothing restored: the cache service does not answer.')
  const names = [...new Set(keys)].map(archivesOf).slice(0, MOST - 1)
  const began = performance.now()
  try {
    const { restoreCache } = await import('@actions/cache')
    // The first name is looked up as it is, the others as beginnings.
    const found = await restoreCache([directory], names[0] ?? '', names)
    const took = formatSeconds((performance.now() - began) / 1000)
    if (found === undefined)
      return fine(`Nothing restored: no archive of ${[...new Set(keys)].join(', ')} was found (${took}).`)
    if (!readIndex(directory)) throw new Error('it holds no cache')
    return fine(`Restored ${formatBytes(directorySize(directory))} of ${keyOfArchive(found)} in ${took}.`)
  } catch (error) {
    rmSync(directory, { recursive: true, force: true })
    info(`The archive could not be restored: ${(error as Error).message}`)
    return trouble('Nothing restored: the archive could not be read.')
  }
}

function isFilled(directory: string): boolean {
  try {
    return readIndex(directory) !== undefined
  } catch {
    return false // it is ours alone: what is no index is filled anew
  }
}
