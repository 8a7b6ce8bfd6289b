import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../parts/versitygw.ts'
import { type Contents, type Store, sortedOnce } from './store.ts'

type Descriptor = { digest: string; annotations?: Record<string, string> }

export function localStore(directory: string): Store {
  return {
    step: () => ({ inputs: { cache: `type=local,"dest=${directory}"` } }),
    contents: async () => readLayout(directory),
  }
}

/** A directory in the OCI layout: tags are annotations in its index, and manifests lie among the blobs. */
function readLayout(directory: string): Contents {
  const blob = (digest: string): string =>
    readFileSync(join(directory, 'blobs/sha256', digest.slice(7)), 'utf8')
  const { manifests } = JSON.parse(readFileSync(join(directory, 'index.json'), 'utf8')) as {
    manifests: Descriptor[]
  }
  const layers = manifests.flatMap(({ digest }) => {
    const parsed = JSON.parse(blob(digest)) as Record<'layers' | 'manifests', Descriptor[] | undefined> & {
      config?: Descriptor
    }
    // BuildKit before 0.21 writes an index: its last child is the configuration.
    const { config, layers = [], manifests = [] } = parsed
    return [...(config ? [config] : []), ...layers, ...manifests].map((it) => it.digest)
  })
  const known =
    /^(index\.json|oci-layout|blobs\/sha256\/[0-9a-f]{64}|\.branch-cache\/(lock|used\/[0-9a-f]{64}))$/
  const names = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(directory.length + 1))
  const isManifest = (digest: string): boolean => manifests.some((it) => it.digest === digest)
  return {
    scopes: Object.fromEntries(
      manifests.map(({ digest, annotations }) => [
        annotations?.['org.opencontainers.image.ref.name'] ?? '',
        sha256(blob(digest)),
      ]),
    ),
    blobs: names
      .flatMap((name) => /^blobs\/sha256\/(.+)/.exec(name)?.[1] ?? [])
      .map((hex) => `sha256:${hex}`)
      .filter((digest) => !isManifest(digest))
      .sort(),
    needed: sortedOnce(layers),
    others: names.filter((name) => !known.test(name)),
  }
}
