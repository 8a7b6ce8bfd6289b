import { type Machine, startBuildkitd } from '../../e2e/parts/buildkitd.ts'
import { startRegistry } from '../../e2e/parts/registry.ts'
import { replayOnBuildKit } from './builds.ts'
import type { SchemeResult } from './figures.ts'
import { pushBase } from './project.ts'
import type { Scheme } from './schemes.ts'
import { keptIn } from './store.ts'
import type { Trace } from './trace.ts'

/**
 * The trace by all schemes on real BuildKits, against one registry with a repository for each. `machines`: how many
 * schemes at a time, each on a machine of its own.
 */
export async function replayAllOnBuildKit(
  trace: Trace,
  schemes: readonly Scheme[],
  machines = 2,
  say: (line: string) => void = () => {},
): Promise<SchemeResult[]> {
  const started = await Promise.allSettled([
    startRegistry(),
    ...Array.from({ length: Math.min(machines, schemes.length) }, (_, i) => startBuildkitd(`replay-${i}`)),
  ])
  const parts = started.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []))
  try {
    for (const it of started) if (it.status === 'rejected') throw it.reason
    const [registry, ...builders] = parts as [Awaited<ReturnType<typeof startRegistry>>, ...Machine[]]
    const base = await pushBase(registry.host, (builders[0] as Machine).work)
    const results = new Map<Scheme, SchemeResult>()
    const waiting = [...schemes]
    const work = async (machine: Machine): Promise<void> => {
      for (let scheme = waiting.shift(); scheme; scheme = waiting.shift()) {
        machine.prune()
        const began = performance.now()
        const place = { machine, base, repository: `${registry.host}/${scheme.id}` }
        const runs = await replayOnBuildKit(trace, scheme, place)
        results.set(scheme, { scheme, results: runs, kept: keptIn(registry, scheme.id) })
        say(`${scheme.id}: ${runs.length} builds in ${((performance.now() - began) / 1000).toFixed(0)} s`)
      }
    }
    await Promise.all(builders.map(work))
    return schemes.flatMap((scheme) => results.get(scheme) ?? [])
  } finally {
    await Promise.all(parts.map((part) => part.stop()))
  }
}
