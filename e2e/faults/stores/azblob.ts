import { type Azurite, startAzurite } from '../../parts/azurite.ts'
import type { Toxiproxy } from '../../parts/toxiproxy.ts'
import { startFaultProxy } from '../fault-proxy.ts'
import { killPart } from '../kill.ts'
import type { FaultyStore } from '../subject.ts'

export async function faultyAzblob(toxiproxy: Toxiproxy): Promise<FaultyStore> {
  let azurite: Azurite = await startAzurite()
  const proxy = await startFaultProxy(() => azurite.account.url)
  const wire = await toxiproxy.wire('azblob', proxy.host)
  const step = { inputs: { cache: '' } }
  const use = ({ account: { name, key } }: Azurite): void => {
    step.inputs.cache = `type=azblob,account_url=http://${wire.host}/${name},account_name=${name},container=faults,secret_access_key=${key}`
  }
  use(azurite)
  let isDead = false
  return {
    name: 'azblob',
    step,
    wire,
    proxy,
    isIndex: ({ method, path }) => method !== 'PUT' && path.includes('/manifests/'),
    isLayer: ({ method, path }) => method === 'GET' && path.includes('/blobs/'),
    isWrite: ({ method, path }) => method === 'PUT' && !path.includes('restype=container'),
    refusal: (status, message) => ({
      status,
      headers: {
        'x-ms-error-code': message,
        'content-type': 'application/xml',
      },
      body: `<Error><Code>${message}</Code><Message>${message}</Message></Error>`,
    }),
    kill: async () => {
      isDead = true
      await killPart(azurite)
    },
    mend: async () => {
      proxy.setRule(undefined)
      if (isDead) {
        // It keeps its blobs in memory: the new one, with a key of its own, has none.
        await azurite.stop()
        azurite = await startAzurite()
        use(azurite)
        isDead = false
      }
      await wire.mend()
    },
    stop: async () => {
      await proxy.stop()
      await azurite.stop()
    },
  }
}
