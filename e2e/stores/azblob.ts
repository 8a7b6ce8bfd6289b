import type { Azurite } from '../parts/azurite.ts'
import { readFiles } from './files.ts'
import type { Store } from './store.ts'

export function azblobStore(azurite: Azurite, container: string): Store {
  const { url, name, key } = azurite.account
  const cache = `type=azblob,account_url=${url},account_name=${name},container=${container},secret_access_key=${key}`
  return {
    step: () => ({ inputs: { cache } }),
    contents: async () =>
      readFiles(await azurite.blobs(container), { manifests: 'manifests/', blobs: 'blobs/' }, (blob) =>
        azurite.read(container, blob),
      ),
  }
}
