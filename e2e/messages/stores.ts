import { join } from 'node:path'
import { loseLayers, type World } from './world.ts'

/** A cache at one place: what is written and read, and how its layers go away. */
export type Cache = { to: string; from: string; lose: (how?: 'gone' | 'other' | 'cut') => Promise<void> }

let count = 0

export function registryCache({ registry }: World): Cache {
  const spec = `type=registry,ref=${registry.host}/cache${count++}:main`
  const blobs = join(registry.directory, 'data/docker/registry/v2/blobs')
  return { to: `${spec},mode=max`, from: spec, lose: async (how) => loseLayers(blobs, how) }
}

export function localCache(world: World): Cache {
  const folder = world.folder('cache')
  return {
    to: `type=local,dest=${folder},mode=max`,
    from: `type=local,src=${folder}`,
    lose: async (how) => loseLayers(folder, how),
  }
}

/** The attributes of the bucket, without credentials. */
export function bucketSpec({ bucket }: World, name = bucket.bucket): string {
  return `type=s3,region=${bucket.region},bucket=${name},endpoint_url=${bucket.url},use_path_style=true`
}

export function s3Cache(world: World): Cache {
  const { bucket } = world
  const prefix = `cache${count++}`
  const keys = `access_key_id=${bucket.keyId},secret_access_key=${bucket.key}`
  const spec = `${bucketSpec(world)},prefix=${prefix}/,${keys}`
  const folder = join(bucket.directory, 'data', bucket.bucket, prefix)
  return { to: `${spec},mode=max`, from: spec, lose: async (how) => loseLayers(folder, how) }
}

/** The proxy's: what is asked for before a layer is read is still answered. */
export function azblobCache({ azurite, azure }: World): Cache {
  const { account } = azurite
  const spec = `type=azblob,account_url=${azure.url},account_name=${account.name},container=cache${count++},secret_access_key=${account.key}`
  return {
    to: `${spec},mode=max`,
    from: spec,
    lose: async () => {
      azure.isLost = true
    },
  }
}

export const caches = { registry: registryCache, local: localCache, s3: s3Cache, azblob: azblobCache }
