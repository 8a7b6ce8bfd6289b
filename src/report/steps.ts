import type { Vertex } from './record.ts'

/** A step of the Dockerfile that the build came to. */
export type Step = { platform: string; stage: string; instruction: string; cached: boolean; seconds: number }

// `[linux/amd64 build 3/7] RUN …`: platform and stage are left out where there is one alone
// (buildkit frontend/dockerfile/dockerfile2llb/convert.go).
const STEP =
  /^\[(?:(?<platform>[a-z0-9]+\/[^ \]]+?(?:->[^ \]]+)?) )?(?:(?<stage>[^ \]]+) )? *\d+\/\d+\] (?<instruction>(?:ONBUILD )?[A-Z]+ .*)/s

/**
 * The steps among the vertices: internal ones, imports and exports are not steps, and neither is FROM, which
 * runs nothing and which BuildKit never marks as cached.
 */
export function findSteps(vertices: readonly Vertex[]): Step[] {
  return vertices.flatMap(({ name, started, cached, seconds }) => {
    const match = STEP.exec(name)
    if (!match?.groups || !started) return []
    const { platform = '', stage = '', instruction = '' } = match.groups
    if (instruction.startsWith('FROM ')) return []
    return [{ platform, stage, instruction, cached, seconds }]
  })
}

/** What the outputs say of the steps; all of them cached is 1, also where there are none. */
export function countSteps(steps: readonly Step[]): { total: number; cached: number; ratio: number } {
  const cached = steps.filter((step) => step.cached).length
  return { total: steps.length, cached, ratio: steps.length === 0 ? 1 : cached / steps.length }
}
