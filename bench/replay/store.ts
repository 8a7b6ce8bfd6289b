import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Registry } from '../../e2e/parts/registry.ts'

/** The size of a repository in a registry: nothing deletes what a newer cache no longer references. */
export type Kept = { blobs: number; bytes: number }

/** Counts in the registry's files, since its API lists only tags. */
export function keptIn(registry: Registry, repository: string): Kept {
  const root = join(registry.directory, 'data/docker/registry/v2')
  const links = ['_layers', '_manifests/revisions'].flatMap((kind) => {
    const folder = join(root, 'repositories', repository, kind, 'sha256')
    return existsSync(folder) ? readdirSync(folder) : []
  })
  const digests = [...new Set(links)]
  const sizes = digests.map((hex) => statSync(join(root, 'blobs/sha256', hex.slice(0, 2), hex, 'data')).size)
  return { blobs: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}
