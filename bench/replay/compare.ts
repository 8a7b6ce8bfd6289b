import type { ModelResult, RunResult } from './model.ts'
import type { Trace } from './trace.ts'

/** What explains a difference: the caches that this run reads share a COPY and part after it. */
const FLAW = " (BuildKit's flaw between two caches, see README.md)"

/** Where BuildKit and the model differ, a line each; none where they agree on every step of every run. */
export function differences(
  trace: Trace,
  model: readonly ModelResult[],
  buildkit: readonly RunResult[],
): string[] {
  return buildkit.flatMap((real, i) => {
    const event = trace.events[i]
    const run = `run ${i + 1} (${event?.event} of ${event?.branch}, ${event?.sha})`
    const expected = model[i]
    const steps = trace.steps.flatMap(({ stage, step }, n) =>
      real.ran[n] === expected?.ran[n]
        ? []
        : [
            `${run}, ${stage}: ${step}: BuildKit ${say(real.ran[n])}, the model ${say(expected?.ran[n])}` +
              (real.ran[n] && expected?.mayRun[n] ? FLAW : ''),
          ],
    )
    const counts = (['imports', 'exports'] as const).flatMap((what) =>
      real[what] === expected?.[what]
        ? []
        : [`${run}: BuildKit has ${real[what]} ${what}, the model ${expected?.[what]}`],
    )
    return [...steps, ...counts]
  })
}

function say(ran: boolean | undefined): string {
  if (ran === undefined) return 'leaves it out'
  return ran ? 'runs it' : 'has it cached'
}
