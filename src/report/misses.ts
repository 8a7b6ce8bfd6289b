import type { Vertex } from '../buildkit/record.ts'
import { type ExternalSource, keywordOf, outsideOf, parseStepName } from '../buildkit/vertex-names.ts'
import type { Step } from './steps.ts'

/** A step that was not cached although none of its inputs ran again: the beginning of a chain. */
export type Miss = {
  step: Step
  /** The platforms on which it was missed; empty if the build has one. */
  platforms: string[]
  /** The steps that ran again because of it, in order. */
  after: Step[]
  /** Its own time and theirs, in seconds: a sum of work, so concurrent steps count separately. */
  seconds: number
  /** Its inputs from outside, which may have changed. */
  takes: Takes
  /** The steps after it that do not depend on it, and would have been cached if placed before it. */
  movable: Step[]
}

export type Takes = {
  /** Files that it copies or mounts, of the build context (empty name) or of a named one. */
  contexts: string[]
  /** What an ADD fetches. */
  isFetched: boolean
  /** The names of the stages that ran and whose result it copies or mounts. */
  stages: string[]
  /** An image that it copies or mounts from. */
  hasImage: boolean
  /** It is the first step on a base image that may have changed. */
  isOnBase: boolean
}

/** The most first steps whose chains are analyzed; of more, the most expensive are used. */
const MOST = 500
const MOST_CAUSES = 200

/** The first step of each chain that was not cached, the most expensive first. */
export function findMisses(vertices: readonly Vertex[], steps: readonly Step[]): Miss[] {
  const graph = graphOf(vertices, steps)
  const ran = steps.filter(({ state }) => state === 'ran' || state === 'failed')
  const causes = new Map(ran.map((step) => [step.digest, causesOf(step, graph)]))
  const caused = new Map<string, Step[]>()
  for (const step of ran) {
    for (const cause of causes.get(step.digest) ?? []) {
      const list = caused.get(cause)
      if (list) list.push(step)
      else caused.set(cause, [step])
    }
  }
  const unmoved = sameBases(graph)
  const first = ran
    .filter(({ digest, state }) => state === 'ran' && causes.get(digest)?.length === 0)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, MOST)
  return joinPlatforms(
    first.map((step) => {
      const after = reach(step, caused)
      return { step, after, takes: takesOf(step, graph, unmoved), movable: movableOf(step, after, graph) }
    }),
  ).sort((a, b) => b.seconds - a.seconds)
}

type Graph = {
  vertices: Map<string, Vertex>
  steps: Map<string, Step>
  /** The state of `nearestRan`: known results, and visited vertices. */
  memo: Map<string, string[]>
  begun: Set<string>
}

function graphOf(vertices: readonly Vertex[], steps: readonly Step[]): Graph {
  return {
    vertices: new Map(vertices.map((vertex) => [vertex.digest, vertex])),
    steps: new Map(steps.map((step) => [step.digest, step])),
    memo: new Map(),
    begun: new Set(),
  }
}

/**
 * The inputs of a step's vertex: its base, which is in its key by its history, and what it copies or mounts, which
 * BuildKit also matches by content (solver/llbsolver/ops, CacheMap). The base comes first; a step that copies onto
 * nothing, such as the copy of a COPY --link, has only its sources.
 */
function inputsOf({ digest, instruction }: Step, { vertices }: Graph): { below: string[]; beside: string[] } {
  const inputs = vertices.get(digest)?.inputs ?? []
  const isCopy = /^(COPY|ADD)$/.test(keywordOf(instruction))
  return isCopy && inputs.length === 1
    ? { below: [], beside: inputs }
    : { below: inputs.slice(0, 1), beside: inputs.slice(1) }
}

/**
 * The digests of the steps that caused a step to run again: those below it that ran; and, if it has no input from
 * outside that may have changed, those that made what it copies or mounts. Steps behind a cached step do not count:
 * BuildKit found the same content.
 */
function causesOf(step: Step, graph: Graph): string[] {
  const { below, beside } = inputsOf(step, graph)
  const ranBelow = below.flatMap((input) => nearestRan(input, graph))
  const ranBeside = beside.flatMap((input) => nearestRan(input, graph))
  const isFirst = ranBelow.length === 0 && beside.some((input) => isOutside(input, graph))
  return isFirst ? [] : [...new Set([...ranBelow, ...ranBeside])]
}

/**
 * The nearest steps that ran at or above a vertex, skipping vertices that are not steps; incomplete if there are very
 * many.
 */
function nearestRan(digest: string, graph: Graph): string[] {
  // Depth first without recursion: a stage may have thousands of COPY --link.
  const open = [digest]
  for (let next = open.at(-1); next !== undefined; next = open.at(-1)) {
    const vertex = graph.vertices.get(next)
    const inputs = graph.steps.has(next) || !vertex || vertex.cached ? [] : vertex.inputs
    const unknown = graph.memo.has(next) ? [] : inputs.filter((input) => !graph.memo.has(input))
    // Marked as visited: a valid graph has no cycles, and an invalid record must not loop.
    if (unknown.length > 0 && !graph.begun.has(next)) {
      graph.begun.add(next)
      open.push(...unknown)
      continue
    }
    open.pop()
    if (graph.memo.has(next)) continue
    const isRan = graph.steps.get(next)?.state === 'ran'
    const above = inputs.flatMap((input) => graph.memo.get(input) ?? [])
    graph.memo.set(next, isRan ? [next] : [...new Set(above)].slice(0, MOST_CAUSES))
  }
  return graph.memo.get(digest) ?? []
}

/** The input from outside that a vertex provides; what an ADD fetches has the name of the ADD. */
function outside(digest: string, { vertices }: Graph): ExternalSource | { kind: 'fetched' } | undefined {
  const vertex = vertices.get(digest)
  if (!vertex) return undefined
  const step = parseStepName(vertex.name)
  const isAdd = step !== undefined && keywordOf(step.instruction) === 'ADD'
  return isAdd && vertex.inputs.length === 0 ? { kind: 'fetched' } : outsideOf(vertex.name)
}

function isOutside(digest: string, graph: Graph): boolean {
  return outside(digest, graph) !== undefined
}

function takesOf(step: Step, graph: Graph, unmoved: ReadonlySet<string>): Takes {
  const { below, beside } = inputsOf(step, graph)
  const taken = beside.map((input) => outside(input, graph))
  const stages = beside
    .flatMap((input) => nearestRan(input, graph))
    .map((digest) => graph.steps.get(digest)?.stage ?? '')
  return {
    contexts: [...new Set(taken.flatMap((it) => (it?.kind === 'context' ? [it.name] : [])))],
    isFetched: taken.some((it) => it?.kind === 'fetched'),
    stages: [...new Set(stages)],
    hasImage: taken.some((it) => it?.kind === 'image'),
    isOnBase: basesOf(below, graph).some((base) => !unmoved.has(base)),
  }
}

/**
 * Steps that only copy from cached stages, and follow an uncached COPY or ADD in the same stage. It is unknown what a
 * RUN reads, and whether files have changed.
 */
function movableOf(step: Step, after: readonly Step[], graph: Graph): Step[] {
  if (!/^(COPY|ADD)$/.test(keywordOf(step.instruction))) return []
  return after.filter((it) => {
    const { beside } = inputsOf(it, graph)
    return (
      /^(COPY|ADD)$/.test(keywordOf(it.instruction)) &&
      it.stage === step.stage &&
      it.platform === step.platform &&
      beside.length > 0 &&
      beside.every((input) => graph.steps.get(input)?.cached === true)
    )
  })
}

/** The base images directly below vertices, with no step between. */
function basesOf(digests: readonly string[], graph: Graph): string[] {
  const open = [...digests]
  const seen = new Set(open)
  const bases: string[] = []
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (graph.steps.has(next)) continue
    if (outside(next, graph)?.kind === 'image') bases.push(next)
    for (const input of graph.vertices.get(next)?.inputs ?? []) {
      if (seen.has(input)) continue
      seen.add(input)
      open.push(input)
    }
  }
  return bases
}

/** The base images whose first step was cached in some stage: they have not changed. */
function sameBases(graph: Graph): Set<string> {
  const cached = [...graph.steps.values()].filter((step) => step.cached)
  return new Set(
    basesOf(
      cached.flatMap((step) => inputsOf(step, graph).below),
      graph,
    ),
  )
}

/** All steps that ran because of a step, directly or not. */
function reach(step: Step, caused: ReadonlyMap<string, readonly Step[]>): Step[] {
  const seen = new Set<Step>()
  const open = [step.digest]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const after of caused.get(next) ?? []) {
      if (seen.has(after)) continue
      seen.add(after)
      open.push(after.digest)
    }
  }
  return [...seen]
}

/** An instruction that was missed on several platforms is one line to change. */
function joinPlatforms(misses: readonly Omit<Miss, 'platforms' | 'seconds'>[]): Miss[] {
  // Matched by position: the expanded text may differ between platforms.
  const groups = Map.groupBy(misses, ({ step: { stage, index, of } }) => JSON.stringify([stage, index, of]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const firsts = group.map(({ step }) => step)
    const after = [...new Set(group.flatMap((miss) => miss.after))].sort((a, b) => a.began - b.began)
    const seconds = [...firsts, ...after].reduce((sum, step) => sum + step.seconds, 0)
    const platforms = firsts.map(({ platform }) => platform).filter((it) => it !== '')
    return first ? [{ ...first, platforms, after, seconds }] : []
  })
}
