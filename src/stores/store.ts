import { resolve } from 'node:path'
import { canonicalRepository } from '../backends/reference.ts'
import { goBoolean } from '../lib/go-boolean.ts'
import { namesLoopback } from '../lib/loopback.ts'
import type { Entry } from '../plan/entries.ts'
import type { Variables } from '../runner/environment.ts'

/** The unit that fails or hangs as a whole: a registry's host, a bucket, an account, a service, a directory. */
export type Store = {
  /** For people: `the registry cache at ghcr.io`. */
  name: string
  /** The URL for the health check; empty if there is none. */
  url: string
}

/** The store of an entry's scopes. */
export function storeOf({ backend, attributes, shown }: Entry, variables: Variables): Store {
  // The user's directory, not the build's view of it.
  const known = backend === 'local' ? shown : attributes
  const [where, url] = (addresses[backend] ?? nowhere)(known, variables)
  return { name: `the ${backend} cache${where === '' ? '' : ` at ${where}`}`, url }
}

/** All entries of a store. */
export function entriesAt(
  stores: ReadonlySet<string>,
  entries: readonly Entry[],
  variables: Variables,
): Entry[] {
  return entries.filter((entry) => stores.has(storeOf(entry, variables).name))
}

type Address = (attributes: Record<string, string>, variables: Variables) => [where: string, url: string]

const nowhere: Address = () => ['', '']

const registry: Address = ({ ref = '', 'registry.insecure': insecure }) => {
  if (ref === '') return ['', '']
  const host = canonicalRepository(ref).split('/')[0] ?? ''
  // As in containerd, loopback uses plain http. "Insecure" may also mean TLS without verification: both answer http.
  const isPlain = namesLoopback([host]) || goBoolean(insecure) === true
  const server = host === 'docker.io' ? 'registry-1.docker.io' : host
  return [host, `${isPlain ? 'http' : 'https'}://${server}/v2/`]
}

const addresses: Record<string, Address> = {
  registry,
  inline: registry,
  local: ({ dest, src = '' }) => [resolve(dest ?? src), ''],
  s3: ({ bucket = '', region = '', endpoint_url: endpoint = '' }) => {
    const isKnown = /^[a-z0-9-]+$/.test(region)
    const amazon = isKnown ? `https://s3.${region}.amazonaws.com/` : ''
    return [endpoint === '' ? bucket : `${endpoint} ${bucket}`, endpoint || amazon]
  },
  azblob: ({ account_url: account = '' }) => [account, account],
  gha: ({ url_v2: two, url: one }, variables) => {
    const service = variables.ACTIONS_RESULTS_URL || variables.ACTIONS_CACHE_URL || ''
    return ['', two ?? one ?? service]
  },
}
