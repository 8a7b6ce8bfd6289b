import { type Docker, inspectRaw } from '../buildx/manifests.ts'
import { sha256 } from '../lib/sha256.ts'
import { BrokenArchive } from './archive-file.ts'
import { firstFound, MOUNTS_ANNOTATION, type MountStore, nameOfMounts, type StoredMounts } from './store.ts'

/**
 * A registry: the archive is an image of one layer with its own tag next to the cache's. The builder itself pulls and
 * pushes it, with docker's credentials. `given`: the attributes of the cache.
 */
export function registryStore(given: Readonly<Record<string, string>>, docker: () => Docker): MountStore {
  const { ref: repository = '' } = given
  const tagged = (key: string): string => `${repository}:${nameOfMounts(key)}`
  const find = async (key: string): Promise<StoredMounts | undefined> => {
    const manifest = await readManifest(docker(), tagged(key))
    if (manifest === undefined) return undefined
    const fingerprint = fingerprintIn(manifest)
    if (fingerprint === undefined) throw new BrokenArchive(`${tagged(key)} is not an archive of this action`)
    const image = `docker-image://${tagged(key)}@sha256:${sha256(manifest)}`
    return { key, fingerprint, fetch: async () => image }
  }
  return {
    name: 'registry',
    isOnGithub: false,
    find: (keys) => firstFound(keys.map(find)),
    save: async ({ key, fingerprint, exportTo }) => {
      const attributes = [
        'type=image',
        `name=${tagged(key)}`,
        'push=true',
        'store=false',
        'oci-mediatypes=true',
        'compression=zstd',
        `annotation.${MOUNTS_ANNOTATION}=${fingerprint}`,
        ...(given['registry.insecure'] === undefined
          ? []
          : [`registry.insecure=${given['registry.insecure']}`]),
      ]
      await exportTo(attributes.join(','))
      const manifest = await readManifest(docker(), tagged(key))
      return manifest === undefined ? undefined : sizeIn(manifest)
    },
  }
}

/** The text of a manifest; undefined if there is none. */
async function readManifest(docker: Docker, reference: string): Promise<string | undefined> {
  try {
    return await inspectRaw(docker, reference)
  } catch (error) {
    if (/: not found$|manifest unknown|MANIFEST_UNKNOWN|NAME_UNKNOWN/.test((error as Error).message))
      return undefined
    throw error
  }
}

type Parsed = { annotations?: Record<string, unknown>; layers?: { size?: unknown }[] }

function fingerprintIn(manifest: string): string | undefined {
  const value = parse(manifest)?.annotations?.[MOUNTS_ANNOTATION]
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value) ? value : undefined
}

/** In bytes: the total size of its layers. */
function sizeIn(manifest: string): number {
  return (parse(manifest)?.layers ?? []).reduce((sum, { size }) => sum + (Number(size) || 0), 0)
}

function parse(manifest: string): Parsed | undefined {
  try {
    return JSON.parse(manifest) as Parsed
  } catch {
    return undefined
  }
}
