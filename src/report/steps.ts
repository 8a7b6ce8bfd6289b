import { type Interval, isCancellation, joinIntervals, lengthOf, type Vertex } from '../buildkit/record.ts'
import { keywordOf, parseStepName, type StepName } from '../buildkit/vertex-names.ts'

/** A step of the Dockerfile that the build came to. */
export type Step = StepName & {
  digest: string
  /** `cancelled`: cut off, since the build failed elsewhere, was stopped, or did not need it any more. */
  state: 'cached' | 'ran' | 'failed' | 'cancelled'
  cached: boolean
  /** Its cache was found and could not be loaded: why. Empty where that was not so. */
  loadError: string
  /** How long it took; of a cached one, to bring its layers in; with what an ADD fetched. */
  seconds: number
  /** When it began, in milliseconds since 1970, and when it was worked on; a moment where it was cut off. */
  began: number
  times: Interval[]
}

/**
 * The steps among the vertices, in the order in which they began: internal ones, imports and exports are not steps,
 * and neither are FROM, which runs nothing, LINK, the second half of a COPY --link, and what an ADD fetches.
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
  // What cannot be fetched is all that the build comes to of an ADD.
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
 * BuildKit fetches the URL or the repository of an ADD in a vertex of its own, under the name of the ADD, and calls it
 * neither cached nor not. It is told by having no inputs: what copies has at least one.
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

/** `sources`: what was fetched for it, which is part of its work. */
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

/** What ended with a cancellation, or did not end, was cut off (as progressui/printer.go tells CANCELED from ERROR). */
function stateOf(vertex: Vertex): Step['state'] {
  if (vertex.cached) return 'cached'
  if (!isBroken(vertex)) return 'ran'
  return vertex.error === '' || isCancellation(vertex.error) ? 'cancelled' : 'failed'
}

export type Count = { total: number; cached: number; ratio: number }

/** What the outputs say of the steps; all of them cached is 1, also where there are none. */
export function countSteps(steps: readonly Step[]): Count {
  const cached = steps.filter((step) => step.cached).length
  return { total: steps.length, cached, ratio: steps.length === 0 ? 1 : cached / steps.length }
}

/** Where a step is, as BuildKit names it: `linux/amd64 build 3/7`. */
export function placeOf({ platform, stage, index, of }: Step): string {
  return [platform, stage, `${index}/${of}`].filter((it) => it !== '').join(' ')
}
