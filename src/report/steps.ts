import { type Interval, isCancellation, joinIntervals, lengthOf, type Vertex } from '../buildkit/record.ts'
import { keywordOf, parseStepName, type StepName } from '../buildkit/vertex-names.ts'

/** A step of the Dockerfile that the build reached. */
export type Step = StepName & {
  digest: string
  /** `cancelled`: the build failed elsewhere, was stopped, or no longer needed it. */
  state: 'cached' | 'ran' | 'failed' | 'cancelled'
  cached: boolean
  /** Why its cache was found but could not be loaded; else empty. */
  loadError: string
  /** How long it took, including what an ADD fetched; for a cached step, to fetch its layers. */
  seconds: number
  /** When it began, in milliseconds since 1970, and its working intervals; empty intervals if it was cancelled. */
  began: number
  times: Interval[]
}

/**
 * The steps among the vertices, ordered by start. Not steps: internal vertices, imports, exports, FROM (runs nothing),
 * LINK (the second half of a COPY --link), and the fetch of an ADD.
 */
export function findSteps(vertices: readonly Vertex[]): Step[] {
  const named = vertices.flatMap((vertex) => {
    const name = parseStepName(vertex.name)
    return name && !/^(FROM|LINK)$/.test(keywordOf(name.instruction)) ? [{ vertex, name }] : []
  })
  const sources = named.filter(isSource)
  const sourcesOf = Map.groupBy(sources, ({ vertex }) => vertex.name)
  const steps = named.filter((it) => !isSource(it) && hasBegun(it.vertex))
  const begun = new Set(steps.map(({ vertex }) => vertex.name))
  // If the fetch fails, it is the only vertex of the ADD that the build reaches.
  const lone = sources.filter(({ vertex }) => hasBegun(vertex) && isBroken(vertex) && !begun.has(vertex.name))
  return [
    ...steps.map(({ vertex, name }) => toStep(name, vertex, sourcesOf.get(vertex.name) ?? [])),
    ...[...Map.groupBy(lone, ({ vertex }) => vertex.name).values()].flatMap(([first, ...more]) =>
      first ? [toStep(first.name, first.vertex, more)] : [],
    ),
  ].sort((a, b) => a.began - b.began)
}

type Named = { vertex: Vertex; name: StepName }

/**
 * BuildKit fetches the URL or the repository of an ADD in a vertex of its own, under the name of the ADD, and never
 * reports it as cached. It is recognized by having no inputs: a copy has at least one.
 */
function isSource({ vertex, name }: Named): boolean {
  return keywordOf(name.instruction) === 'ADD' && vertex.inputs.length === 0
}

function hasBegun({ started, supposed }: Vertex): boolean {
  return started && !supposed
}

function isBroken({ completed, error }: Vertex): boolean {
  return error !== '' || !completed
}

/** `sources`: the vertices that fetched for it, which count as its work. */
function toStep(name: StepName, vertex: Vertex, sources: readonly Named[]): Step {
  const { digest, cached, loadError, seconds, began, times } = vertex
  const all = sources.map((it) => it.vertex).filter(({ started }) => started)
  const worked = all.length === 0 ? times : joinIntervals([vertex, ...all].flatMap((it) => it.times))
  return {
    ...name,
    digest,
    state: stateOf(vertex),
    cached,
    loadError,
    seconds: all.length === 0 ? seconds : lengthOf(worked),
    began: Math.min(began, ...all.map((it) => it.began)),
    times: worked.length > 0 ? worked : [[began, began] as Interval],
  }
}

/**
 * A vertex that ended with a cancellation, or did not end, was cancelled (like CANCELED versus ERROR in
 * progressui/printer.go).
 */
function stateOf(vertex: Vertex): Step['state'] {
  if (vertex.cached) return 'cached'
  if (!isBroken(vertex)) return 'ran'
  return vertex.error === '' || isCancellation(vertex.error) ? 'cancelled' : 'failed'
}

export type Count = { total: number; cached: number; ratio: number }

/** The figures of the outputs; the ratio is 1 if all are cached, and if there are none. */
export function countSteps(steps: readonly Step[]): Count {
  const cached = steps.filter((step) => step.cached).length
  return { total: steps.length, cached, ratio: steps.length === 0 ? 1 : cached / steps.length }
}

/** The position of a step, as BuildKit names it: `linux/amd64 build 3/7`. */
export function placeOf({ platform, stage, index, of }: Step): string {
  return [platform, stage, `${index}/${of}`].filter((it) => it !== '').join(' ')
}
