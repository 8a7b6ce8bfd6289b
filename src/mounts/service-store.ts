import { closeSync, mkdirSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { isSilent } from '../directory/silence.ts'
import type { Variables } from '../runner/environment.ts'
import {
  type ArchiveService,
  archiveServiceOf,
  download,
  findArchive,
  upload,
  versionOf,
} from '../stores/actions-cache.ts'
import { decompressTo } from './archive-file.ts'
import type { MountStore } from './store.ts'

/** What the step knows of GitHub's cache service. */
export type ServiceAccess = {
  variables: Variables
  /** The service has version 1 alone. */
  isFirst: boolean
  /** How long it may say nothing, in milliseconds; 0: as long as it likes. */
  patience: number
  /** owner/name: not every cache service keeps repositories apart. */
  repository: string
  /** No other run of the repository has it. */
  runName: string
}

/** GitHub's cache service: an archive is never written again, so that its name ends in the run's and its content's. */
export function serviceStore({
  variables,
  isFirst,
  patience,
  repository,
  runName,
}: ServiceAccess): MountStore {
  const begin = (key: string): string => `buildx-branch-cache-mounts/${repository}/${key}#`
  const version = versionOf('mounts 1')
  const service = async (): Promise<ArchiveService> => {
    if (await isSilent(variables)) throw new Error('the cache service does not respond')
    return archiveServiceOf(variables, isFirst, patience)
  }
  return {
    name: "GitHub's cache service",
    isOnGithub: true,
    find: async (keys) => {
      const at = await service()
      const found = await findArchive(at, keys.map(begin), version)
      if (!found) return undefined
      const [, key = '', fingerprint = ''] = /^.*\/(.+)#[\d-]*-([0-9a-f]{32})$/s.exec(found.name) ?? []
      return {
        key: key || (keys[0] ?? ''),
        fingerprint,
        fetch: async ({ directory, most, signal }) => {
          mkdirSync(join(directory, 'out'), { recursive: true })
          await decompressTo(join(directory, 'out/archive.tar'), download(at, found), most, signal)
          return directory
        },
      }
    },
    save: async ({ key, fingerprint, pack }) => {
      const { file, size } = await pack()
      const fd = openSync(file, 'r')
      try {
        const read = (from: number, to: number): Uint8Array => {
          const bytes = Buffer.alloc(to - from)
          readSync(fd, bytes, 0, bytes.length, from)
          return bytes
        }
        const name = `${begin(key)}${runName}-${fingerprint}`
        const isSent = await upload(await service(), name, version, size, read)
        return isSent ? size : undefined
      } finally {
        closeSync(fd)
      }
    },
  }
}
