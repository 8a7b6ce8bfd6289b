import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { blobFolder } from './layout.ts'
import { blobNames } from './view.ts'

/** The bytes of all blobs in a directory. */
export function directorySize(directory: string): number {
  return blobNames(directory)
    .map((name) => lstatSync(join(blobFolder(directory), name)).size)
    .reduce((sum, size) => sum + size, 0)
}
