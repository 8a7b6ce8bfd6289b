import { pushTo } from '../../e2e/events/simple.ts'
import { cachedIn, jobs, matrixProject, runMatrix, STEPS, stepOf } from '../../e2e/matrix.ts'
import type { Machine } from '../../e2e/parts/buildkitd.ts'
import type { Step } from '../../e2e/runner.ts'
import type { Store } from '../../e2e/stores/store.ts'

type Setting = Pick<Step, 'inputs' | 'env'>

/** Steps run again, of each job. */
export type Again = { ours: number[]; unmarked: number[]; byHand: number[] }

/**
 * How many steps each job runs again when nothing has changed: by this action, by it where the caches are not marked, and
 * with one scope that all jobs write, as workflows have it that give `cache-from` and `cache-to` themselves. `oneByOne`:
 * where BuildKit takes no two exports to one scope at once.
 */
export async function runAgain(
  machines: readonly Machine[],
  stores: { ours: Store; unmarked: Store; byHand: Store },
  oneByOne: boolean,
): Promise<Again> {
  const project = matrixProject()
  const twice = async (setting: Setting, oneByOne = false): Promise<number[]> => {
    const steps = jobs.map((job, i) => stepOf(job, i, project, setting))
    await runMatrix(machines, steps, oneByOne)
    return cachedIn(await runMatrix(machines, steps, oneByOne)).map((cached) => STEPS - cached)
  }
  const { inputs = {}, env = {} } = stores.unmarked.step(pushTo('main'), [])
  return {
    ours: await twice(stores.ours.step(pushTo('main'), [])),
    unmarked: await twice({ inputs, env: { ...env, BRANCH_CACHE_MARK: 'false' } }),
    byHand: await twice(byHand(stores.byHand), oneByOne),
  }
}

/** What users write today: one place, read and written by every job. */
function byHand(store: Store): Setting {
  const { inputs = {}, env = {} } = store.step(pushTo('main'), [])
  const { cache = '', ...others } = inputs
  const from = cache.replace('dest=', 'src=')
  return { inputs: { ...others, 'cache-from': from, 'cache-to': `${cache},mode=max` }, env }
}
