import { createHash } from 'node:crypto'
import type { Scheme } from './schemes.ts'
import { contentOf, stagesOf, type Trace, type TraceEvent } from './trace.ts'

/**
 * What one run did: which steps ran (undefined: the image does not need the step), how many caches it found, how
 * many it wrote.
 */
export type RunResult = { ran: (boolean | undefined)[]; imports: number; exports: number }

/** All runs of a trace by a scheme, in plain code: seconds instead of hours. */
export function replayInModel(trace: Trace, scheme: Scheme): RunResult[] {
  return scheme.keepsBuilder ? replayOnOneBuilder(trace) : replayOnEmptyBuilders(trace, scheme)
}

/**
 * What identifies each step of a run, as BuildKit sees it: the step before it in its stage, what it does, and the
 * content that it copies. The same identity is the same result. Undefined for a step that the image does not need.
 */
export function identities(trace: Trace, event: TraceEvent): (string | undefined)[] {
  const found: (string | undefined)[] = trace.steps.map(() => undefined)
  const stages = stagesOf(trace.steps)
  for (const numbers of stages.values()) {
    let before = 'base'
    for (const i of numbers) {
      const step = trace.steps[i]
      if (!step) continue
      const copied = step.from === undefined ? '' : contentOfStage(trace, stages, step.from, event)
      before = hash([before, i, contentOf(step, event) ?? '', copied])
      found[i] = before
    }
  }
  return found
}

/** What a stage holds in the end, as a COPY --from sees it: what was copied into it. */
function contentOfStage(
  trace: Trace,
  stages: Map<string, number[]>,
  stage: string,
  event: TraceEvent,
): string {
  const contents = (stages.get(stage) ?? []).map((i) => {
    const step = trace.steps[i]
    if (!step) return ''
    const copied = step.from === undefined ? '' : contentOfStage(trace, stages, step.from, event)
    return [i, contentOf(step, event) ?? '', copied]
  })
  return hash(contents)
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}

function replayOnEmptyBuilders(trace: Trace, { cachesOf }: Scheme): RunResult[] {
  // A cache holds all steps of the build that wrote it last, whether they ran in it or not.
  const store = new Map<string, Set<string>>()
  return trace.events.map((event) => {
    const steps = identities(trace, event)
    const { from, to } = cachesOf(event, 'registry.example.org/replay')
    const caches = from.flatMap(({ key }) => store.get(key) ?? [])
    const ran = steps.map((it) => (it === undefined ? undefined : !caches.some((cache) => cache.has(it))))
    for (const { key } of to) store.set(key, new Set(steps.filter((it) => it !== undefined)))
    return { ran, imports: caches.length, exports: to.length }
  })
}

function replayOnOneBuilder(trace: Trace): RunResult[] {
  const known = new Set<string>()
  return trace.events.map((event) => {
    const steps = identities(trace, event)
    const ran = steps.map((it) => (it === undefined ? undefined : !known.has(it)))
    for (const it of steps) if (it !== undefined) known.add(it)
    return { ran, imports: 0, exports: 0 }
  })
}
