import { type CacheService, startCacheService } from '../../cache-service/server.ts'
import { pushTo } from '../../events/simple.ts'
import { type Azurite, startAzurite } from '../../parts/azurite.ts'
import type { Toxiproxy } from '../../parts/toxiproxy.ts'
import { serviceVariables, tokenFor } from '../../stores/gha.ts'
import { startFaultProxy } from '../fault-proxy.ts'
import { killPart } from '../kill.ts'
import type { FaultyStore } from '../subject.ts'

const isService = (path: string): boolean => path.startsWith('/twirp/')

/** The service and its blobs behind one address. */
export async function faultyGha(toxiproxy: Toxiproxy): Promise<FaultyStore> {
  let azurite: Azurite = await startAzurite()
  let service: CacheService
  const proxy = await startFaultProxy((path) => (isService(path) ? service.url : azurite.account.url))
  const wire = await toxiproxy.wire('gha', proxy.host)
  const start = (): Promise<CacheService> => {
    const account = { ...azurite.account, url: `http://${wire.host}/${azurite.account.name}` }
    return startCacheService({ ...azurite, account })
  }
  service = await start()
  const isIndexBlob = (path: string): boolean =>
    service.entries().some(({ key, blob }) => key.startsWith('index-') && path.includes(blob))
  let isDead = false
  return {
    name: 'gha',
    step: {
      inputs: { cache: 'type=gha' },
      env: serviceVariables({ ...service, url: `http://${wire.host}/` }, tokenFor(pushTo('main'))),
    },
    wire,
    proxy,
    isIndex: ({ path, body }) =>
      path.endsWith('/GetCacheEntryDownloadURL') && /^index-[^#]*$/.test(String(body.key)),
    isLayer: ({ method, path }) => method === 'GET' && !isService(path) && !isIndexBlob(path),
    isWrite: ({ method, path }) => (isService(path) ? !path.includes('/Get') : method === 'PUT'),
    refusal: (status, msg) => ({
      status,
      body: JSON.stringify({ code: status === 401 ? 'unauthenticated' : 'permission_denied', msg }),
      headers: { 'content-type': 'application/json' },
    }),
    kill: async () => {
      isDead = true
      await killPart(azurite)
      await service.stop()
    },
    mend: async () => {
      proxy.setRule(undefined)
      if (isDead) {
        // Azurite keeps its blobs in memory, so the service must not remember its entries.
        await azurite.stop()
        azurite = await startAzurite()
        service = await start()
        isDead = false
      }
      await wire.mend()
    },
    stop: async () => {
      await proxy.stop()
      await service.stop()
      await azurite.stop()
    },
  }
}
