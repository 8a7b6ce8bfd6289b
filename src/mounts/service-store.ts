import { closeSync, openSync, readSync } from 'node:fs'
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
import { decompressInto } from './archive-file.ts'
import type { MountStore } from './store.ts'

/** What the step knows about GitHub's cache service. */
export type ServiceAccess = {
  variables: Variables
  /** The service has only version 1. */
  isFirst: boolean
  /** How long it may send nothing, in milliseconds; 0: no limit. */
  patience: number
  /** owner/name: not every cache service isolates repositories. */
  repository: string
  /** Unique to this run within the repository. */
  runName: string
}

/** GitHub's cache service: an archive cannot be overwritten, so its name ends in the run and a hash of its content. */
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
        fetch: (into) => decompressInto(into, download(at, found)),
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
