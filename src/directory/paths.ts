import { join } from 'node:path'
import { sha256 } from '../lib/sha256.ts'
import { lookAtFolder } from '../lib/shared-files.ts'

/** The action's own files in an OCI layout: one folder that BuildKit never reads. */
export function placesIn(directory: string): {
  own: string
  /** Held while a scope is added or the directory is swept. */
  lock: string
  /** A folder for each running build. */
  views: string
  /** A file for each of the action's tags: its modification time is when the tag was last used. */
  used: string
} {
  const own = join(directory, '.branch-cache')
  return { own, lock: join(own, 'lock'), views: join(own, 'views'), used: join(own, 'used') }
}

/** A tag can be any text; its hash is always a valid file name. */
export function usedFile(directory: string, tag: string): string {
  return join(placesIn(directory).used, sha256(tag))
}

/** Throws unless all folders in use are real folders, not links, so that nothing outside is ever touched. */
export function checkFolders(directory: string): void {
  const { own, views, used } = placesIn(directory)
  const blobs = join(directory, 'blobs')
  // Folders inside a link would be elsewhere.
  for (const folder of [own, views, used, blobs, join(blobs, 'sha256')]) lookAtFolder(folder)
}
