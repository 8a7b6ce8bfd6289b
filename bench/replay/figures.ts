import type { RunResult } from './model.ts'
import type { Scheme } from './schemes.ts'
import type { Kept } from './store.ts'
import type { Trace } from './trace.ts'

/** The results of a scheme. */
export type Figures = {
  scheme: Scheme
  steps: number
  /** Nominal time of the steps that ran. */
  seconds: number
  /** To the builder that is never emptied. */
  ratio: number
  imports: number
  /** Layers that were written to the store: one for each step that ran in a run that writes. */
  layers: number
  /** What the store holds in the end, where builds were real. */
  kept?: Kept
}

export type SchemeResult = { scheme: Scheme; results: RunResult[]; kept?: Kept }

export function figures(trace: Trace, all: readonly SchemeResult[]): Figures[] {
  const best = all.find(({ scheme }) => scheme.keepsBuilder)
  const least = best ? secondsOf(trace, best.results) : Number.NaN
  return all.map(({ scheme, results, kept }) => {
    const seconds = secondsOf(trace, results)
    return {
      scheme,
      steps: sum(results, stepsOf),
      seconds,
      ratio: seconds / least,
      imports: sum(results, ({ imports }) => imports),
      layers: sum(results, (run) => (run.exports > 0 ? stepsOf(run) : 0)),
      ...(kept && { kept }),
    }
  })
}

/** A table in Markdown; `builds`: with what the store of real builds holds. */
export function table(all: readonly Figures[], builds: boolean): string {
  const head = ['caches', 'steps run', 'nominal time', 'ratio', 'imports', 'layers written']
  const rows = all.map(({ scheme, steps, seconds, ratio, imports, layers, kept }) => [
    scheme.name,
    String(steps),
    `${(seconds / 3600).toFixed(1)} h`,
    ratio.toFixed(3),
    String(imports),
    String(layers),
    ...(builds ? [kept ? `${(kept.bytes / 1e6).toFixed(2)} MB` : '–'] : []),
  ])
  const columns = builds ? [...head, 'store at the end'] : head
  const lines = [columns, columns.map((_, i) => (i === 0 ? '---' : '---:')), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function secondsOf({ steps }: Trace, results: readonly RunResult[]): number {
  return sum(results, ({ ran }) => sum(ran, (it, i) => (it ? (steps[i]?.seconds ?? 0) : 0)))
}

function stepsOf({ ran }: RunResult): number {
  return ran.filter((it) => it).length
}

function sum<T>(list: readonly T[], of: (item: T, i: number) => number): number {
  return list.reduce((total, item, i) => total + of(item, i), 0)
}
