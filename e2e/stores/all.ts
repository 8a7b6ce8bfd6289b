import { type CacheService, startCacheService } from '../cache-service/server.ts'
import { type Azurite, startAzurite } from '../parts/azurite.ts'
import { type Registry, startRegistry } from '../parts/registry.ts'
import { startAll } from '../parts/start-all.ts'
import { type Bucket, startVersitygw } from '../parts/versitygw.ts'
import { tempFolder } from '../project.ts'
import { azblobStore } from './azblob.ts'
import { ghaStore } from './gha.ts'
import { localStore } from './local.ts'
import { registryStore } from './registry.ts'
import { s3Store } from './s3.ts'
import type { Store } from './store.ts'

/** The servers that stores of every kind are made in. */
export type Stores = {
  registry: Registry
  bucket: Bucket
  azurite: Azurite
  /** A store with nothing in it. */
  make: (type: string) => Promise<Store>
  stop: () => Promise<void>
}

export async function startStores(): Promise<Stores> {
  const [registry, bucket, azurite] = await startAll(startRegistry(), startVersitygw(), startAzurite())
  const services: CacheService[] = []
  let count = 0
  const kinds: Record<string, (name: string) => Store | Promise<Store>> = {
    registry: (name) => registryStore(registry, `${name}/cache`),
    local: (name) => localStore(tempFolder(name)),
    gha: async () => {
      const service = await startCacheService(azurite)
      services.push(service)
      return ghaStore(service)
    },
    s3: (name) => s3Store(bucket, name),
    azblob: (name) => azblobStore(azurite, name),
  }
  return {
    registry,
    bucket,
    azurite,
    make: async (type) => {
      const kind = kinds[type]
      if (!kind) throw new Error(`no store of the type ${type}`)
      return kind(`store-${++count}`)
    },
    stop: async () => {
      for (const part of [...services, registry, bucket, azurite]) await part.stop()
    },
  }
}
