import { join } from 'node:path'
import { sha256 } from '../lib/sha256.ts'
import { lookAtFolder } from '../lib/shared-files.ts'

/** What we keep beside an OCI layout, in one folder that BuildKit never looks at. */
export function placesIn(directory: string): {
  own: string
  /** Held for as long as a scope is added or the directory is swept. */
  lock: string
  /** A folder for each build that runs. */
  views: string
  /** A file for each tag of ours: its time is when the tag was last used. */
  used: string
} {
  const own = join(directory, '.branch-cache')
  return { own, lock: join(own, 'lock'), views: join(own, 'views'), used: join(own, 'used') }
}

/** A tag is any text: its hash makes a file's name that is always one. */
export function usedFile(directory: string, tag: string): string {
  return join(placesIn(directory).used, sha256(tag))
}

/** That all folders that we go by are folders and no links, so that nothing outside is ever touched; else an Error. */
export function checkFolders(directory: string): void {
  const { own, views, used } = placesIn(directory)
  const blobs = join(directory, 'blobs')
  // Those inside a link would be somewhere else.
  for (const folder of [own, views, used, blobs, join(blobs, 'sha256')]) lookAtFolder(folder)
}
