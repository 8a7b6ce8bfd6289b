import { type Machine, startBuildkitd } from './parts/buildkitd.ts'
import { bin } from './parts/part.ts'
import { type Outcome, runStep, type Step } from './runner.ts'

/** Two machines, so that nothing of what one has built is in the other but by a cache. */
export type Stage = {
  a: Machine
  b: Machine
  build: (machine: Machine, step: Step) => Promise<Outcome>
  /** Both machines forget all they have built. */
  prune: () => void
  stop: () => Promise<void>
}

export async function startStage(): Promise<Stage> {
  const [a, b] = await Promise.all([startBuildkitd('a'), startBuildkitd('b')])
  return {
    a,
    b,
    build: (machine, step) =>
      runStep({
        ...step,
        env: { ...machine.env, PATH: `${bin}:/usr/bin:/bin`, ...step.env },
        inputs: { context: '.', ...step.inputs },
      }),
    prune: () => {
      a.prune()
      b.prune()
    },
    stop: async () => {
      await Promise.all([a.stop(), b.stop()])
    },
  }
}
