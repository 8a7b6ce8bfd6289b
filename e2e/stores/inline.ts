import type { Registry } from '../parts/registry.ts'
import { registryStore } from './registry.ts'
import type { Store } from './store.ts'

/** The cache is in the image, so the image has to be pushed with the key as its tag. */
export function inlineStore(registry: Registry, repository: string): Store {
  const image = `${registry.host}/${repository}`
  return {
    step: (_event, keys) => ({
      inputs: {
        cache: `type=inline,ref=${image}`,
        tags: keys.map((key) => `${image}:${key}`).join('\n'),
        push: 'true',
      },
    }),
    // An image's manifest, as a cache's, refers to a configuration and layers.
    contents: registryStore(registry, repository).contents,
  }
}
