import type { Vertex } from './record.ts'
import type { Step } from './steps.ts'

/** A step that was not cached although all before it was: the beginning of what ran again. */
export type Miss = {
  step: Step
  /** The platforms on which it was so; empty where the build has one. */
  platforms: string[]
  /** The steps that were made from it and ran too, in their order. */
  after: Step[]
  /** Its own time and theirs, in seconds: work, not waiting, so steps that ran side by side count each. */
  seconds: number
}

/** The first step of each chain that was not cached, those that cost most first. */
export function findMisses(vertices: readonly Vertex[], steps: readonly Step[]): Miss[] {
  const ran = steps.filter((step) => !step.cached)
  const children = childrenOf(vertices)
  const isRan = new Map(ran.map((step) => [step.digest, step]))
  const afterOf = new Map(
    ran.map((step) => [step, reach(step.digest, children).flatMap((digest) => isRan.get(digest) ?? [])]),
  )
  const caused = new Set([...afterOf.values()].flat())
  const first = ran.filter((step) => !caused.has(step))
  return joinPlatforms(first.map((step) => ({ step, after: afterOf.get(step) ?? [] }))).sort(
    (a, b) => b.seconds - a.seconds,
  )
}

function childrenOf(vertices: readonly Vertex[]): Map<string, string[]> {
  const children = new Map<string, string[]>()
  for (const { digest, inputs } of vertices) {
    for (const input of inputs) children.set(input, [...(children.get(input) ?? []), digest])
  }
  return children
}

/** All that is made from a vertex, directly or not. */
function reach(digest: string, children: Map<string, string[]>): string[] {
  const seen = new Set<string>()
  const open = [digest]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const child of children.get(next) ?? []) {
      if (seen.has(child)) continue
      seen.add(child)
      open.push(child)
    }
  }
  return [...seen]
}

/** One instruction that was missed on several platforms is one line to change. */
function joinPlatforms(misses: readonly { step: Step; after: Step[] }[]): Miss[] {
  const groups = Map.groupBy(misses, ({ step: { stage, index, instruction } }) =>
    JSON.stringify([stage, index, instruction]),
  )
  return [...groups.values()].flatMap((group) => {
    const firsts = group.map(({ step }) => step)
    const after = [...new Set(group.flatMap((miss) => miss.after))].sort((a, b) => a.began - b.began)
    const seconds = [...firsts, ...after].reduce((sum, step) => sum + step.seconds, 0)
    const platforms = firsts.map(({ platform }) => platform).filter((it) => it !== '')
    return firsts[0] ? [{ step: firsts[0], platforms, after, seconds }] : []
  })
}
