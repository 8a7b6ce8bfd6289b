import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeLayer, pushImage } from '../../e2e/parts/image.ts'
import { makeRootfs, tarRootfs } from '../../e2e/parts/rootfs.ts'
import { contentOf, stagesOf, type Trace, type TraceEvent } from './trace.ts'

// A checkout for BuildKit: a COPY takes a file that holds the digest, a RUN does next to nothing, and what a stage has
// copied lies in /in, for a COPY --from to take.

/** Pushes the image that all stages begin with: a shell of this machine. Returns its name. */
export async function pushBase(host: string, work: string): Promise<string> {
  const root = join(work, 'base')
  makeRootfs(root, ['sh'])
  mkdirSync(join(root, 'in'))
  tarRootfs(root, `${root}.tar`)
  await pushImage(host, 'base', 'shell', await makeLayer(`${root}.tar`, `${root}.layer`))
  return `${host}/base:shell`
}

/** The Dockerfile of a trace. Each step has its number in it, so that no two are the same. */
export function makeDockerfile(trace: Trace, base: string): string {
  const stages = [...stagesOf(trace.steps)]
  const nameOf = (stage: string): string => `stage${stages.findIndex(([it]) => it === stage)}`
  const lines = stages.flatMap(([stage, numbers]) => [
    `FROM ${base} AS ${nameOf(stage)}`,
    ...numbers.map((i) => {
      const { input, from } = trace.steps[i] ?? {}
      if (from !== undefined) return `COPY --from=${nameOf(from)} /in /in/${i}/`
      return input === undefined ? `RUN echo ${i} > /in/${i}` : `COPY step-${i} /in/${i}`
    }),
  ])
  return `${lines.join('\n')}\n`
}

/** Writes what a run builds into `folder`. */
export function checkOut(trace: Trace, event: TraceEvent, base: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'Dockerfile'), makeDockerfile(trace, base))
  trace.steps.forEach((step, i) => {
    const content = contentOf(step, event)
    if (content === undefined) return
    const file = join(folder, `step-${i}`)
    writeFileSync(file, content)
  })
}
