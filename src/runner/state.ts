import { writeState } from './commands.ts'
import type { Environment } from './environment.ts'

/**
 * What main passes to post in the runner's state (docs.github.com, "Sending values to the pre and post actions"). Each
 * value is saved before the work that it describes begins, since a cancelled job can end between any two lines. It
 * never contains a secret.
 */
export type State = {
  /** `true`: main has started. */
  main: string
  /** The directory of the build's secrets and results, which main removes itself unless it is killed. */
  directory: string
  /** The name of a builder that main created. */
  builder: string
  /** The directory to save to the cache service, and what is new in it (directory/save.ts), JSON. */
  save: string
}

/** Saves a value for post, overwriting an earlier one. */
export function saveState<Name extends keyof State>(name: Name, value: State[Name]): void {
  writeState(name, value)
}

/** What main saved; undefined if nothing. */
export function getState<Name extends keyof State>(
  { state }: Environment,
  name: Name,
): State[Name] | undefined {
  return state(name) || undefined
}

export function isPost(environment: Environment): boolean {
  return getState(environment, 'main') !== undefined
}
