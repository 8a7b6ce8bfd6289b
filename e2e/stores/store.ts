import type { GithubEvent } from '../events/event.ts'
import type { Step } from '../runner.ts'

/** What lies in a store. A build's plan says which scopes there may be, and BuildKit brings nothing else. */
export type Contents = {
  /** The key of each scope and the hash of the object that it is. */
  scopes: Record<string, string>
  /** The layers, by digest, sorted. */
  blobs: string[]
  /** The layers that the scopes refer to, sorted. */
  needed: string[]
  /** Whatever else lies there. */
  others: string[]
}

/** A backend as the table of tests sees it: how a step uses it, and what it holds then. */
export type Store = {
  /** Inputs and environment of a step; `key` is the scope that it will write. */
  step: (event: GithubEvent, keys: readonly string[]) => Pick<Step, 'inputs' | 'env'>
  contents: () => Promise<Contents>
}

/** The layers in a manifest of BuildKit's own form (s3, azblob, gha). */
export function layersOf(cacheConfig: string): string[] {
  const { layers } = JSON.parse(cacheConfig) as { layers: { blob: string }[] }
  return layers.map(({ blob }) => blob)
}

export function sortedOnce(items: readonly string[]): string[] {
  return [...new Set(items)].sort()
}
