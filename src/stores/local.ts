import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ask } from './asker.ts'

/** A directory in the OCI layout: its index names each tag in an annotation. */
export const local: Ask = async ({ src = '', tag }) => {
  const text = await readFile(join(src, 'index.json'), 'utf8').catch(absent)
  if (text === undefined) return false
  const { manifests } = JSON.parse(text) as { manifests: { annotations?: Record<string, string> }[] }
  return manifests.some(({ annotations }) => annotations?.['org.opencontainers.image.ref.name'] === tag)
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
