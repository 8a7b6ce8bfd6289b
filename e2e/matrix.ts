import { formatKey } from '../src/keys/key.ts'
import { parseShard } from '../src/keys/shard.ts'
import { pushTo } from './events/simple.ts'
import type { Machine } from './parts/buildkitd.ts'
import { type Project, stagedProject } from './project.ts'
import type { Outcome, Step } from './runner.ts'
import { buildOn } from './stage.ts'

/** The values of one job of the matrix. */
export type Job = { node: number; os: string }

/** Three times two. */
export const jobs: Job[] = [20, 22, 24].flatMap((node) => ['alpine', 'debian'].map((os) => ({ node, os })))

export const STEPS = 9
/** The first of them, which are the same for all jobs. */
export const SHARED = 5
/** All but the last ones, which are the same for the jobs of one `node`. */
export const OF_NODE = 6

// The stages that all jobs share end in a `COPY . .`; what follows depends on the job's values.
const dockerfile = `
FROM scratch AS base
ADD rootfs.tar /
FROM base AS dependencies
COPY lockfile /
RUN cat /lockfile > /dependencies
FROM dependencies AS build
COPY . .
RUN cat /dependencies /source > /common
ARG NODE
RUN cat /common > /program && echo "$NODE" >> /program
ARG OS
RUN echo "$OS" >> /program
FROM base
COPY --from=build /program /
RUN cat /program
`

export function matrixProject(): Project {
  const project = stagedProject()
  project.write('Dockerfile', dockerfile)
  return project
}

/** A job of the matrix, on main. */
export function stepOf(
  job: Job,
  index: number,
  project: Project,
  setting: Pick<Step, 'inputs' | 'env'>,
): Step {
  return {
    event: pushTo('main'),
    workspace: project.folder,
    matrix: job,
    index,
    ...setting,
    inputs: { ...setting.inputs, 'build-args': `NODE=${job.node}\nOS=${job.os}` },
  }
}

/** All jobs at the same time, each on an empty machine of its own; `oneByOne` where a store takes no two at once. */
export async function runMatrix(
  machines: readonly Machine[],
  steps: readonly Step[],
  oneByOne = false,
): Promise<Outcome[]> {
  for (const machine of machines) machine.prune()
  const outcomes: Outcome[] = []
  const run = async (step: Step, i: number): Promise<void> => {
    outcomes[i] = await buildOn(machines[i] as Machine, step)
  }
  if (oneByOne) for (const [i, step] of steps.entries()) await run(step, i)
  else await Promise.all(steps.map(run))
  for (const { exitCode, log } of outcomes) if (exitCode !== 0) throw new Error(log)
  return outcomes
}

/** The key of a job's shard of main. */
export function shardKey(job: object): string {
  const { part } = parseShard(JSON.stringify(job))
  return formatKey({ name: '', branch: { kind: 'branch', name: 'main' }, shard: part })
}

/** How many steps each job took from a cache. */
export function cachedIn(outcomes: readonly Outcome[]): number[] {
  return outcomes.map(({ outputs }) => Number(outputs['steps-cached']))
}
