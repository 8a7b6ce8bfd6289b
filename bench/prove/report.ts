import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expected, told } from '../../e2e/shapes/judge.ts'
import { type Run, runs, type Shape, shapes } from '../../e2e/shapes/shapes.ts'
import { type Store, startSite, stores } from '../../e2e/shapes/site.ts'
import { judgeOutcome } from '../../src/report/outcome.ts'
import type { Proof } from './proof.ts'

type Case = { shape: Shape; run: Run; store: Store }

// All of them in their order, since each run reads what the first of its shape wrote: nothing here is left to chance.
const all = stores.flatMap((store) =>
  shapes.flatMap((shape) => runs.map((run): Case => ({ shape, run, store }))),
)
const site = await startSite(stores)
let next = 0

const proof: Proof<null> = {
  rule: 'Every count, every first line and what ran because of it is as a person counts it in the Dockerfile.',
  count: all.length,
  cases: fc.constant(null),
  holds: async () => {
    const { shape, run, store } = all[next++ % all.length] as Case
    const { history, about } = await site.build(shape, run, store)
    const [is, should] = [told(judgeOutcome(history, about)), expected(shape, run)]
    if (!isDeepStrictEqual(is, should)) {
      throw new Error(`${shape.name}, ${run}, ${store}: ${JSON.stringify(is)}, not ${JSON.stringify(should)}`)
    }
    return `${store}: ${run}`
  },
}

export default proof
