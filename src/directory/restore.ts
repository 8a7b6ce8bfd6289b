import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { formatBytes, formatSeconds } from '../lib/format.ts'
import { makeFolder } from '../lib/make-folder.ts'
import { isFirstVersion, keepsApart } from '../runner/archive-service.ts'
import { atEnd } from '../runner/cancel.ts'
import { info } from '../runner/commands.ts'
import type { Environment } from '../runner/environment.ts'
import { archiveServiceOf, download, findArchive, versionOf } from '../stores/actions-cache.ts'
import { archivesOf, keyOfArchive } from './archive.ts'
import { readIndex } from './layout.ts'
import { COMPRESSION, unpackArchive } from './pack.ts'
import { isSilent } from './silence.ts'
import { directorySize } from './size.ts'

/** The result, in a sentence; `isTrouble`: there may be an archive that could not be restored. */
export type Restored = { said: string; isTrouble: boolean }

const fine = (said: string): Restored => ({ said, isTrouble: false })
const trouble = (said: string): Restored => ({ said, isTrouble: true })

/**
 * Restores the action's own directory from the newest archive of the first of these scopes that has one. Never throws:
 * after a failure there is no directory. `patience`: how long the service may send nothing, in milliseconds; 0: no
 * limit.
 */
export async function restore(
  directory: string,
  keys: readonly string[],
  { forDocker: variables, serverUrl, repository }: Environment,
  patience: number,
): Promise<Restored> {
  if (isFilled(directory)) return fine('The directory already exists, from an earlier step of this job.')
  if (!keepsApart(variables)) {
    info(
      'It is unknown whether this cache service isolates repositories: anyone who can reach it may be able to write what is restored from it.',
    )
  }
  if (await isSilent(variables)) return trouble('Nothing restored: the cache service does not respond.')
  const scopes = [...new Set(keys)]
  const began = performance.now()
  const took = (): string => formatSeconds((performance.now() - began) / 1000)
  let staging: string | undefined
  // An incomplete directory is removed on cancellation too.
  const forget = atEnd(() => staging && rmSync(staging, { recursive: true, force: true }))
  try {
    const service = archiveServiceOf(variables, isFirstVersion(variables, serverUrl), patience)
    const names = scopes.map((key) => archivesOf(repository, key))
    const version = versionOf(`${basename(directory)}|${COMPRESSION}`)
    const found = await findArchive(service, names, version)
    if (!found) return fine(`Nothing restored: no archive of ${scopes.join(', ')} was found (${took()}).`)
    makeFolder(dirname(directory))
    staging = mkdtempSync(`${directory}.restore-`)
    await unpackArchive(download(service, found), staging)
    if (!isFilled(staging)) throw new Error('the archive contains no cache')
    rmSync(directory, { recursive: true, force: true })
    renameSync(staging, directory)
    return fine(
      `Restored ${formatBytes(directorySize(directory))} of ${keyOfArchive(found.name)} in ${took()}.`,
    )
  } catch (error) {
    for (const it of [directory, ...(staging ? [staging] : [])]) rmSync(it, { recursive: true, force: true })
    return trouble(`Nothing restored: ${(error as Error).message}.`)
  } finally {
    forget()
  }
}

function isFilled(directory: string): boolean {
  try {
    return readIndex(directory) !== undefined
  } catch {
    return false // the directory is the action's own: a broken index is restored again
  }
}
