import type { Interval, Vertex } from './record.ts'

/** A step of the Dockerfile that the build came to. */
export type Step = {
  digest: string
  platform: string
  stage: string
  /** Its place in its stage, as BuildKit counts: `[build 3/7]`. */
  index: number
  of: number
  instruction: string
  state: 'cached' | 'ran' | 'failed'
  cached: boolean
  /** Its cache was found and could not be loaded: why. Empty where that was not so. */
  loadError: string
  /** How long it took; of a cached one, to bring its layers in. */
  seconds: number
  /** When it began, in milliseconds since 1970, and when it was worked on; a moment where it was cut off. */
  began: number
  times: Interval[]
}

// `[linux/amd64 build 3/7] RUN …`: platform and stage are left out where there is one alone
// (buildkit frontend/dockerfile/dockerfile2llb/convert.go).
const STEP =
  /^\[(?:(?<platform>[a-z0-9]+\/[^ \]]+?(?:->[^ \]]+)?) )?(?:(?<stage>[^ \]]+) )? *(?<index>\d+)\/(?<of>\d+)\] (?<instruction>(?:ONBUILD )?[A-Z]+ .*)/s

/**
 * The steps among the vertices, in the order in which they began: internal ones, imports and exports are not steps,
 * and neither are FROM, which runs nothing, and LINK, the second half of a COPY --link.
 */
export function findSteps(vertices: readonly Vertex[]): Step[] {
  return vertices
    .flatMap((vertex) => {
      const match = STEP.exec(vertex.name)
      if (!match?.groups || !vertex.started || vertex.supposed) return []
      const { platform = '', stage = '', index, of, instruction = '' } = match.groups
      if (/^(FROM|LINK) /.test(instruction)) return []
      const where = { platform, stage, index: Number(index), of: Number(of), instruction }
      return [{ ...where, ...howItWent(vertex) }]
    })
    .sort((a, b) => a.began - b.began)
}

function howItWent({ digest, cached, loadError, completed, error, seconds, began, times }: Vertex) {
  const isBroken = error !== '' || !completed
  return {
    digest,
    state: cached ? ('cached' as const) : isBroken ? ('failed' as const) : ('ran' as const),
    cached,
    loadError,
    seconds,
    began,
    times: times.length > 0 ? times : [[began, began] as Interval],
  }
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
