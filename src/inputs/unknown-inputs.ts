import type { Environment } from '../runner/environment.ts'

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

// docker/bake-action's, one letter off ours; a wrapper passes on what it gets, and act all that the job's steps get.
const OTHERS = ['files', 'targets']

/**
 * A sentence for each input that is one slip away from one of ours and none of them: only GitHub's own runner warns of
 * those. Others may be anything, and are ignored.
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

// With one of its letters replaced a shorter word is another one: `load` and `read`, `push` and `path`.
const SHORT = 4

/** Whether one letter was left out, typed too much, replaced or swapped with the next, or only hyphens differ. */
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
