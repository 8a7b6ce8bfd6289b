import type { Environment } from '../github/environment.ts'
import { didYouMean } from './nearest.ts'

/** What a runner sets itself for actions in a container. */
const RUNNERS = ['args', 'entrypoint']

/** The same environment, and the names of the inputs that were asked for until now. */
export function notingInputs(environment: Environment): { noting: Environment; asked: Set<string> } {
  const asked = new Set<string>()
  const note = (read: (name: string) => string) => (name: string) => {
    asked.add(name)
    return read(name)
  }
  const { input, rawInput } = environment
  return { noting: { ...environment, input: note(input), rawInput: note(rawInput) }, asked }
}

/**
 * A sentence for each input that is near one of ours and none of them: a slip that only GitHub's own runner warns of.
 * Others may be anything, and are ignored.
 */
export function nearInputs(given: readonly string[], known: readonly string[]): string[] {
  return given.flatMap((name) => {
    if (known.includes(name) || RUNNERS.includes(name) || !/^[a-z][a-z0-9_-]*$/.test(name)) return []
    const guess = didYouMean(name, known)
    return guess === '' ? [] : [`There is no input "${name}".${guess}`]
  })
}
