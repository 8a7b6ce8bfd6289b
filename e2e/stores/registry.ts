import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Registry } from '../parts/registry.ts'
import { type Contents, type Store, sortedOnce } from './store.ts'

type Descriptor = { digest: string }
type Manifest = { config?: Descriptor; layers?: Descriptor[]; manifests?: Descriptor[] }

export function registryStore(registry: Registry, repository: string): Store {
  const cache = `type=registry,ref=${registry.host}/${repository}`
  return { step: () => ({ inputs: { cache } }), contents: () => readRepository(registry, repository) }
}

/** The registry keeps a repository as a folder of links: one a tag, a manifest, a layer. */
async function readRepository(registry: Registry, repository: string): Promise<Contents> {
  const folder = join(registry.directory, 'data/docker/registry/v2/repositories', repository)
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(folder.length + 1))
  const kinds = {
    tag: /^_manifests\/tags\/([^/]+)\/current\/link$/,
    history: /^_manifests\/(tags\/[^/]+\/index|revisions)\/sha256\/([0-9a-f]{64})\/link$/,
    layer: /^_layers\/sha256\/([0-9a-f]{64})\/link$/,
  }
  const find = (kind: RegExp): string[] => names.flatMap((name) => kind.exec(name)?.[1] ?? [])
  const tags = find(kinds.tag).sort()
  const manifests = await Promise.all(tags.map((tag) => readManifest(registry, repository, tag)))
  return {
    scopes: Object.fromEntries(tags.map((tag, i) => [tag, manifests[i]?.digest ?? ''])),
    blobs: find(kinds.layer)
      .map((hex) => `sha256:${hex}`)
      .sort(),
    needed: sortedOnce(manifests.flatMap(({ blobs }) => blobs)),
    others: names.filter((name) => !Object.values(kinds).some((kind) => kind.test(name))),
  }
}

/** A manifest's digest, and the blobs it refers to: layers and configuration, an index's those of all its images. */
async function readManifest(
  registry: Registry,
  repository: string,
  reference: string,
): Promise<{ digest: string; blobs: string[] }> {
  const accept = ['manifest', 'index'].map((kind) => `application/vnd.oci.image.${kind}.v1+json`).join(', ')
  const url = `http://${registry.host}/v2/${repository}/manifests/${reference}`
  const text = await (await fetch(url, { headers: { accept } })).text()
  const { config, layers = [], manifests = [] } = JSON.parse(text) as Manifest
  const images = await Promise.all(manifests.map((it) => readManifest(registry, repository, it.digest)))
  const own = [...(config ? [config] : []), ...layers].map((it) => it.digest)
  const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`
  return { digest, blobs: [...own, ...images.flatMap(({ blobs }) => blobs)] }
}
