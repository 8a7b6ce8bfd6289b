import { attribute } from '../backends/backend.ts'
import type { Spec } from '../backends/spec.ts'
import type { Builder } from '../buildx/builder.ts'
import type { Docker } from '../buildx/manifests.ts'
import type { CacheService } from '../runner/cache-service.ts'
import type { ServiceAccess } from './service-store.ts'
import type { MountStore } from './store.ts'

/** The facts that determine the store. */
export type StoreChoice = {
  specs: readonly Spec[]
  builder: Pick<Builder, 'driver' | 'containerdStore'>
  /** What GitHub's cache service allows this step to do with archives. */
  service: CacheService
  access: ServiceAccess
  docker: () => Docker
  env: Record<string, string>
  /** `cache-keep`, in milliseconds. */
  keepMs: number
}

/** A store and its cache (none if no cache can carry mounts); or why there is no store. */
export type ChosenStore = { store: MountStore; spec: Spec | undefined } | { why: string }

/** The store of the first cache that can carry mounts; without one, GitHub's cache service if available. */
export async function chooseStore(choice: StoreChoice): Promise<ChosenStore> {
  const reasons: string[] = []
  for (const spec of choice.specs) {
    const store = await storeOf(spec, choice)
    if (typeof store !== 'string') return { store, spec }
    reasons.push(`${spec.backend.type}: ${store}`)
  }
  if (choice.service.offered) return { store: await archives(choice), spec: undefined }
  reasons.push(`GitHub's cache service: ${choice.service.why}`)
  return { why: reasons.join('; ') }
}

async function storeOf(spec: Spec, choice: StoreChoice): Promise<MountStore | string> {
  const { backend, given, isOwned } = spec
  const attributes = Object.fromEntries(given)
  const { env } = choice
  if (backend.type === 'gha' || isOwned) return choice.service.offered ? archives(choice) : choice.service.why
  if (backend.type === 'registry') {
    if (choice.builder.driver === 'docker' && !choice.builder.containerdStore)
      return 'the docker driver pushes it only with the containerd image store'
    return (await import('./registry-store.ts')).registryStore(attributes, choice.docker)
  }
  if (backend.type === 's3') {
    if (!env.AWS_ACCESS_KEY_ID || !env.AWS_SECRET_ACCESS_KEY) return 'no AWS keys are set in the environment'
    return (await import('./object-store.ts')).s3MountStore(attributes, env)
  }
  if (backend.type === 'azblob') {
    if (attributes.secret_access_key === undefined) return 'secret_access_key is not set'
    return (await import('./object-store.ts')).azblobMountStore(attributes, env)
  }
  if (backend.type === 'local') {
    const directory = attribute(given, 'dest') ?? ''
    return (await import('./directory-store.ts')).directoryStore(directory, choice.keepMs)
  }
  return 'it can hold only layers'
}

async function archives({ access }: StoreChoice): Promise<MountStore> {
  return (await import('./service-store.ts')).serviceStore(access)
}
