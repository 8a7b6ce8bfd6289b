import { attribute } from '../backends/backend.ts'
import type { Spec } from '../backends/spec.ts'
import type { Rules } from './alive.ts'
import type { Ask } from './ask.ts'
import type { Api } from './repository.ts'
import type { Survey } from './survey.ts'

export type Context = { api: Api; ask: Ask; rules: Rules; env: Record<string, string> }

/** A place where scopes are, as the table calls it. `list` changes nothing; it throws in words. */
export type Store = { place: string; list: () => Promise<Survey> }

/** The places of the specs, each once: a name in a spec is another image of the same place. */
export function storesOf(specs: readonly Spec[], context: Context): Store[] {
  const stores = specs.map((spec) => storeOf(spec, context))
  return stores.filter((it, i) => stores.findIndex(({ place }) => place === it.place) === i)
}

function storeOf({ backend, given, isOwned }: Spec, context: Context): Store {
  const { api, rules } = context
  const type = isOwned ? 'gha' : backend.type
  if (type === 'gha') {
    const place = 'gha'
    return { place, list: async () => (await import('./gha.ts')).surveyGha(api, rules, place) }
  }
  if (type === 'local') {
    const directory = attribute(given, 'dest') ?? ''
    const place = `local ${directory}`
    return { place, list: async () => (await import('./local.ts')).surveyDirectory(directory, rules, place) }
  }
  const place = backend.place(given)
  const sentence =
    type === 'inline'
      ? 'a cache inside an image goes with its image'
      : `caches on ${type} are not cleaned up by this version`
  return { place: type === 'inline' ? 'inline' : place, list: () => Promise.reject(new Error(sentence)) }
}
