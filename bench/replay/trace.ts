import { readFileSync } from 'node:fs'

/** One step of the Dockerfile. `input`: what a COPY takes, by name; `from`: the stage that a COPY --from takes. */
export type TraceStep = { stage: string; step: string; input?: string; from?: string; seconds: number }

/** A pull request that a push merged, and how: the default is a merge commit. */
export type Merge = { number: number; branch: string; fork: boolean; method?: 'merge' | 'squash' | 'rebase' }

/** One run: when, of what, and the digests of what its COPY steps take. */
export type TraceEvent = {
  t: number
  event: string
  branch: string
  sha: string
  inputs: Record<string, string>
  number?: number
  base?: string
  fork?: boolean
  merges: Merge[]
}

/** A repository's history as builds: the Dockerfile's steps and the runs in order of time. */
export type Trace = {
  /** owner/name */
  source: string
  defaultBranch: string
  steps: TraceStep[]
  events: TraceEvent[]
}

/** Reads a trace; throws an Error that says what in it is not as it should be. */
export function readTrace(file: string): Trace {
  return parseTrace(JSON.parse(readFileSync(file, 'utf8')))
}

/** The same from its JSON. */
export function parseTrace(json: {
  source?: string
  default_branch?: string
  steps?: TraceStep[]
  events?: (Omit<TraceEvent, 'merges'> & { merges?: Merge | Merge[] | null })[]
}): Trace {
  const { steps = [], events = [] } = json
  if (steps.length === 0 || events.length === 0) throw new Error('the trace has no steps or no events')
  for (const { stage, step, seconds, input, from } of steps) {
    if (!stage || !(seconds >= 0)) throw new Error(`the step "${step}" has no stage or no seconds`)
    if (input && from) throw new Error(`the step "${step}" copies from the checkout and from a stage`)
    if (from !== undefined && !steps.some((it) => it.stage === from)) {
      throw new Error(`the step "${step}" copies from "${from}", which is no stage`)
    }
  }
  for (const { t, event, branch, sha, inputs } of events) {
    if (!event || !branch || !sha || !inputs)
      throw new Error(`the event at ${t} lacks its branch, sha or inputs`)
  }
  return {
    source: /^[^/\s]+\/[^/\s]+$/.test(json.source ?? '') ? (json.source as string) : 'octo/app',
    defaultBranch: json.default_branch ?? mostPushed(events),
    steps,
    events: events
      .map((event) => ({ ...event, merges: [event.merges ?? []].flat() }))
      .sort((a, b) => a.t - b.t),
  }
}

function mostPushed(events: readonly { event: string; branch: string }[]): string {
  const pushes = events.filter(({ event }) => event === 'push').map(({ branch }) => branch)
  const count = (name: string): number => pushes.filter((it) => it === name).length
  return [...new Set(pushes)].sort((a, b) => count(b) - count(a))[0] ?? 'main'
}

/** What a step takes from the checkout in this run; undefined for one that takes nothing. */
export function contentOf(step: TraceStep, event: TraceEvent): string | undefined {
  if (step.input === undefined) return undefined
  return event.inputs[step.input] ?? (step.input === 'sha' ? event.sha : 'nothing')
}

/**
 * The stages that the image needs, each with the numbers of its steps: those that a stage copies from stand before it,
 * and the one of the last step is the last.
 */
export function stagesOf(steps: readonly TraceStep[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  const add = (stage: string, above: readonly string[]): void => {
    if (above.includes(stage)) throw new Error(`the stage "${stage}" copies from itself`)
    if (found.has(stage)) return
    const numbers = steps.flatMap((step, i) => (step.stage === stage ? [i] : []))
    for (const i of numbers) {
      const from = steps[i]?.from
      if (from !== undefined) add(from, [...above, stage])
    }
    found.set(stage, numbers)
  }
  add(steps.at(-1)?.stage ?? '', [])
  return found
}
