import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { chosen, type Pair } from './parts/pair.ts'
import { bin } from './parts/part.ts'
import { startAll } from './parts/start-all.ts'
import { type Outcome, runStep, type Step } from './runner.ts'

/** Runs a step on a machine, its context the workspace. */
export function buildOn(machine: Pick<Machine, 'env'>, step: Step): Promise<Outcome> {
  return runStep(stepOn(machine, step))
}

/** The step as `buildOn` runs it. */
export function stepOn({ env }: Pick<Machine, 'env'>, step: Step): Step {
  return {
    ...step,
    env: { ...env, PATH: `${bin}:/usr/bin:/bin`, ...step.env },
    inputs: { context: '.', ...step.inputs },
  }
}

/** Two machines, so that nothing of what one has built is in the other but by a cache. */
export type Stage = { a: Machine; b: Machine; prune: () => void; stop: () => Promise<void> }

export async function startStage(pair: Pair = chosen): Promise<Stage> {
  const [a, b] = await startAll(startBuildkitd('a', pair), startBuildkitd('b', pair))
  return {
    a,
    b,
    prune: () => {
      a.prune()
      b.prune()
    },
    stop: async () => {
      await Promise.all([a.stop(), b.stop()])
    },
  }
}
