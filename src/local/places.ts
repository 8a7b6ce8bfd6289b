import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'

/** What we keep beside an OCI layout, in one folder that BuildKit never looks at. */
export function placesIn(directory: string): {
  own: string
  /** Held for as long as a scope is added or the directory is swept. */
  lock: string
  /** A folder for each build that runs. */
  views: string
  /** A file for each tag of ours: its time is when the tag was last used. */
  used: string
  /** Blobs that no tag needs any more, on their way out. */
  trash: string
} {
  const own = join(directory, '.branch-cache')
  return {
    own,
    lock: join(own, 'lock'),
    views: join(own, 'views'),
    used: join(own, 'used'),
    trash: join(own, 'trash'),
  }
}

/** A tag is any text: its hash makes a file's name that is always one. */
export function usedFile(directory: string, tag: string): string {
  return join(placesIn(directory).used, createHash('sha256').update(tag, 'utf8').digest('hex'))
}

/** Whether all folders that we go by are folders and no links: nothing outside the directory is ever touched. */
export function whyNotOurs(directory: string): string | undefined {
  const { own, views, used, trash } = placesIn(directory)
  const folders = [own, views, used, trash, join(directory, 'blobs'), join(directory, 'blobs', 'sha256')]
  const other = folders.find((it) => lstatSync(it, { throwIfNoEntry: false })?.isDirectory() === false)
  return other && `${other} is not a folder`
}
