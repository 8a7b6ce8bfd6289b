import type { RunResult } from './model.ts'
import type { Trace } from './trace.ts'

/** Where BuildKit and the model differ; empty where they agree on every step, import and export of every run. */
export function differences(
  trace: Trace,
  model: readonly RunResult[],
  buildkit: readonly RunResult[],
): string[] {
  return buildkit.flatMap((real, i) => {
    const event = trace.events[i]
    const run = `run ${i + 1} (${event?.event} of ${event?.branch}, ${event?.sha})`
    const expected = model[i]
    const steps = trace.steps.flatMap(({ stage, step }, n) => {
      const [was, should] = [real.ran[n], expected?.ran[n]]
      const text = `${run}, ${stage}: ${step}: BuildKit ${say(was)}, the model ${say(should)}`
      return was === should ? [] : [text]
    })
    const counts = (['imports', 'exports'] as const).flatMap((what) => {
      const text = `${run}: BuildKit has ${real[what]} ${what}, the model ${expected?.[what]}`
      return real[what] === expected?.[what] ? [] : [text]
    })
    return [...steps, ...counts]
  })
}

function say(ran: boolean | undefined): string {
  if (ran === undefined) return 'leaves it out'
  return ran ? 'runs it' : 'has it cached'
}
