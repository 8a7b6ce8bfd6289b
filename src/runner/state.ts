import { writeState } from './commands.ts'
import type { Environment } from './environment.ts'

/**
 * What main leaves to post, by the runner's state (docs.github.com, "Sending values to the pre and post actions").
 * Each is left before the thing itself is begun: a cancelled job ends between any two lines. No secret is ever in it.
 */
export type State = {
  /** `true`: post has to do with a main that began. */
  main: string
  /** The directory of the build's secrets and results, which main removes itself unless it is killed. */
  directory: string
  /** The name of a builder that main made. */
  builder: string
  /** The directory that the cache service has to keep, and what is new in it (owned/save.ts), JSON. */
  save: string
}

/** Leaves a value for post; a later one takes the place of an earlier. */
export function saveState<Name extends keyof State>(name: Name, value: State[Name]): void {
  writeState(name, value)
}

/** What main left; undefined where it left nothing. */
export function getState<Name extends keyof State>(
  { state }: Environment,
  name: Name,
): State[Name] | undefined {
  return state(name) || undefined
}

export function isPost(environment: Environment): boolean {
  return getState(environment, 'main') !== undefined
}
