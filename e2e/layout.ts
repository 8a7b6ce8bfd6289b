import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

type Descriptor = { digest: string; size: number; annotations?: Record<string, string> }
type Manifest = { config: Descriptor; layers: Descriptor[] }

/** The digest of each tag of an OCI layout; nothing where there is no index. Throws where the index is damaged. */
export function tagsIn(directory: string): Record<string, string> {
  return Object.fromEntries(
    manifestsIn(directory).map(({ digest, annotations }) => [
      annotations?.['org.opencontainers.image.ref.name'] ?? '',
      digest,
    ]),
  )
}

/** What is wrong with a directory: each blob that a tag needs must exist with the right size and digest. */
export function flaws(directory: string): string[] {
  return manifestsIn(directory)
    .flatMap((it) => [it, ...childrenOf(directory, it)])
    .flatMap(({ digest, size }) => {
      const bytes = read(directory, digest)
      if (!bytes) return [`${digest} is missing`]
      return bytes.length === size && hash(bytes) === digest.slice(7) ? [] : [`${digest} is damaged`]
    })
}

/** The bytes of all files, and of those that the tags need. */
export function directoryBytes(directory: string): { all: number; needed: number } {
  const needed = new Map(
    manifestsIn(directory)
      .flatMap((it) => [it, ...childrenOf(directory, it)])
      .map(({ digest, size }) => [digest, size]),
  )
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())
  return {
    all: files.reduce((sum, it) => sum + statSync(join(it.parentPath, it.name)).size, 0),
    needed: [...needed.values()].reduce((sum, size) => sum + size, 0),
  }
}

function manifestsIn(directory: string): Descriptor[] {
  try {
    return JSON.parse(readFileSync(join(directory, 'index.json'), 'utf8')).manifests
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function childrenOf(directory: string, { digest }: Descriptor): Descriptor[] {
  const bytes = read(directory, digest)
  if (!bytes) return []
  const { config, layers }: Manifest = JSON.parse(bytes.toString())
  return [config, ...layers]
}

function read(directory: string, digest: string): Buffer | undefined {
  try {
    return readFileSync(join(directory, 'blobs/sha256', digest.slice(7)))
  } catch {
    return undefined
  }
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
