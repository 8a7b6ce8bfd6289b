import type { Azurite } from '../parts/azurite.ts'
import { readFiles } from './files.ts'
import type { Store } from './store.ts'

export function azblobStore(azurite: Azurite, container: string): Store {
  const { url, name, key } = azurite.account
  // By default BuildKit takes the first label of the host, as it must before 0.12.
  const account = new URL(url).hostname.startsWith(`${name}.`) ? '' : `account_name=${name},`
  const cache = `type=azblob,account_url=${url},${account}container=${container},secret_access_key=${key}`
  return {
    step: () => ({ inputs: { cache } }),
    contents: async () =>
      readFiles(await azurite.blobs(container), { manifests: 'manifests/', blobs: 'blobs/' }, (blob) =>
        azurite.read(container, blob),
      ),
  }
}
