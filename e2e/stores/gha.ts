import type { CacheEntry } from '../cache-service/entries.ts'
import type { CacheService } from '../cache-service/server.ts'
import { READ, token, WRITE } from '../cache-service/token.ts'
import type { GithubEvent } from '../events/event.ts'
import { sha256 } from '../parts/versitygw.ts'
import { layersOf, type Store, sortedOnce } from './store.ts'

const INDEX = /^index-(.+)--1-[0-9a-f]{8}#\d+$/
const BLOB = /^buildkit-blob-1-(sha256:[0-9a-f]{64})$/

export function ghaStore(service: CacheService): Store {
  return {
    step: (event) => ({ inputs: { cache: 'type=gha' }, env: serviceVariables(service, tokenFor(event)) }),
    contents: async () => {
      const entries = service.entries()
      const indexes = await Promise.all(
        entries.flatMap((entry) => {
          const [, key] = INDEX.exec(entry.key) ?? []
          return key === undefined ? [] : [readIndex(service, key, entry)]
        }),
      )
      return {
        // The newest of a key counts; it is the last.
        scopes: Object.fromEntries(indexes.map(({ key, text }) => [key, sha256(text)])),
        blobs: sortedOnce(entries.map(({ key }) => BLOB.exec(key)?.[1] ?? '').filter((it) => it !== '')),
        needed: sortedOnce(indexes.flatMap(({ text }) => layersOf(text))),
        others: entries.map(({ key }) => key).filter((key) => !INDEX.test(key) && !BLOB.test(key)),
      }
    },
  }
}

/** What the runner gives the steps of an action. */
export function serviceVariables(service: CacheService, secret: string): Record<string, string> {
  return {
    ACTIONS_RUNTIME_TOKEN: secret,
    ACTIONS_RESULTS_URL: service.url,
    ACTIONS_CACHE_SERVICE_V2: 'True',
  }
}

/** A run may write the caches of its own ref, and also read those of the base and of the default branch. */
export function tokenFor({ env = {} }: GithubEvent): string {
  const others = sortedOnce([env.GITHUB_BASE_REF ?? '', 'main']).filter((name) => name !== '')
  const own = env.GITHUB_REF ?? ''
  const refs = others.map((name) => `refs/heads/${name}`).filter((ref) => ref !== own)
  return token([
    { Scope: own, Permission: READ | WRITE },
    ...refs.map((Scope) => ({ Scope, Permission: READ })),
  ])
}

async function readIndex(
  service: CacheService,
  key: string,
  entry: CacheEntry,
): Promise<{ key: string; text: string }> {
  return { key, text: await service.read(entry) }
}
