import { attribute } from '../backends/backend.ts'
import type { Spec } from '../backends/spec.ts'
import type { Rules } from './alive.ts'
import type { SendRequest } from './ask.ts'
import type { RepositoryApi } from './repository.ts'
import type { Survey } from './survey.ts'

export type Context = { api: RepositoryApi; ask: SendRequest; rules: Rules; env: Record<string, string> }

/** A store of scopes, with its name in the table. `list` changes nothing; it throws Errors for the user. */
export type ListedStore = { place: string; list: () => Promise<Survey> }

/** The stores of the specs, without duplicates: specs that differ only in the name share one. */
export function storesOf(specs: readonly Spec[], context: Context): ListedStore[] {
  const stores = specs.map((spec) => storeOf(spec, context))
  return stores.filter((it, i) => stores.findIndex(({ place }) => place === it.place) === i)
}

// Load only the stores that are used.
function storeOf({ backend, given, isOwned }: Spec, { api, ask, rules, env }: Context): ListedStore {
  const place = isOwned ? 'gha' : backend.type === 'gha' ? 'gha' : backend.place(given).trim()
  const attributes = Object.fromEntries(given)
  const lists: Record<string, () => Promise<Survey>> = {
    gha: async () => (await import('./gha.ts')).surveyGha(api, rules, place),
    local: async () =>
      (await import('./local.ts')).surveyDirectory(attribute(given, 'dest') ?? '', rules, place),
    registry: async () => {
      const [{ openRegistry }, { surveyRegistry }] = await Promise.all([
        import('./registry-client.ts'),
        import('./registry.ts'),
      ])
      const isPlain = attributes['registry.insecure'] === 'true'
      return surveyRegistry(openRegistry(attributes.ref ?? '', isPlain, env, ask), api, rules, place)
    },
    s3: async () => {
      const [{ s3Folders, s3Objects }, { surveyObjects }] = await Promise.all([
        import('./s3.ts'),
        import('./objects.ts'),
      ])
      return surveyObjects(s3Objects(attributes, env, ask), s3Folders(attributes), rules, place)
    },
    azblob: async () => {
      const [{ azblobFolders, azblobObjects }, { surveyObjects }] = await Promise.all([
        import('./azblob.ts'),
        import('./objects.ts'),
      ])
      return surveyObjects(azblobObjects(attributes, ask), azblobFolders(attributes), rules, place)
    },
  }
  const list = lists[isOwned ? 'gha' : backend.type]
  const without = (): Promise<Survey> =>
    Promise.reject(new Error('a cache inside an image goes with the image'))
  return { place: backend.type === 'inline' ? 'inline' : place, list: list ?? without }
}
