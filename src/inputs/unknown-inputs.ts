import type { Environment } from '../runner/environment.ts'

/** Variables that a runner sets for actions in a container. */
const RUNNERS = ['args', 'entrypoint']

/** The same environment, and the names of the inputs read so far. */
export function notingInputs(environment: Environment): { noting: Environment; asked: Set<string> } {
  const asked = new Set<string>()
  const note = (read: (name: string) => string) => (name: string) => {
    asked.add(name)
    return read(name)
  }
  const { input, rawInput } = environment
  return { noting: { ...environment, input: note(input), rawInput: note(rawInput) }, asked }
}

// Inputs of docker/bake-action that differ from this action's by one letter; a wrapper passes on its own inputs, and
// act those of all the job's steps.
const OTHERS = ['files', 'targets']

/**
 * A sentence for each unknown input that is one typo away from a known one; only GitHub's own runner warns about those.
 * Others may be anything, and are ignored.
 */
export function nearInputs(given: readonly string[], known: readonly string[]): string[] {
  return given.flatMap((name) => {
    const isOthers = known.includes(name) || OTHERS.includes(name) || RUNNERS.includes(name)
    if (isOthers || !/^[a-z][a-z0-9_-]*$/.test(name)) return []
    const meant = known.find((it) => isSlip(lettersOf(name), lettersOf(it)))
    return meant === undefined ? [] : [`There is no input "${name}". Did you mean "${meant}"?`]
  })
}

const lettersOf = (name: string): string => name.replace(/[_-]/g, '')

// A shorter word with one letter replaced is another word: `load` and `read`, `push` and `path`.
const SHORT = 4

/** Whether one letter is missing, extra, replaced or swapped with the next, or only hyphens differ. */
function isSlip(given: string, meant: string): boolean {
  const shorter = Math.min(given.length, meant.length)
  let same = 0
  while (same < shorter && given[same] === meant[same]) same++
  const [a, b] = [given.slice(same), meant.slice(same)]
  if (a.slice(1) === b || a === b.slice(1)) return true
  if (a.length !== b.length) return a === b
  const isSwapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
  return isSwapped || (a.slice(1) === b.slice(1) && meant.length > SHORT)
}
