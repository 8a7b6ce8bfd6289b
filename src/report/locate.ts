import { type Instruction, parseDockerfile } from './dockerfile.ts'
import type { Step } from './steps.ts'

/** The line of a step in the Dockerfile; undefined unless exactly one instruction there can be it. */
export type Locate = (step: Pick<Step, 'stage' | 'instruction'>) => number | undefined

/** Looks for steps in a Dockerfile; without one, finds none. */
export function locator(dockerfile: string | undefined): Locate {
  if (dockerfile === undefined) return () => undefined
  const all = parseDockerfile(dockerfile).map((it) => ({ ...it, pattern: patternOf(it.text) }))
  return ({ stage, instruction }) => {
    // A trigger of the base image is in another Dockerfile.
    if (instruction.startsWith('ONBUILD ')) return undefined
    const text = normal(instruction)
    const same = all.filter((it) => inStage(it, stage, all) && it.pattern.test(text))
    return same.length === 1 ? same[0]?.line : undefined
  }
}

/** BuildKit leaves the name of a stage out where there is one alone, and calls those without a name `stage-1`. */
function inStage(it: Instruction, stage: string, all: readonly Instruction[]): boolean {
  if (stage === '') return all.every((other) => other.stage <= 0)
  return it.stageName === '' ? `stage-${it.stage}` === stage : it.stageName === stage
}

/** An instruction of the file -> the steps that it can be: BuildKit puts in the variables that it knows. */
function patternOf(text: string): RegExp {
  const pattern = normal(text)
    .split(/\$\{[^}]*\}|\$\w+/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('.*')
  return new RegExp(`^${pattern}$`, 's')
}

/** Blanks do not count: joined lines keep those of the file. `(echo a...)` is how BuildKit shows a heredoc. */
function normal(text: string): string {
  const whole = /<</.test(text) ? text.replace(/ \(.*\.\.\.\)$/s, '') : text
  return whole.replace(/\s+/g, ' ').trim()
}
