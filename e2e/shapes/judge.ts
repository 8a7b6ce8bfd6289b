import type { Outcome } from '../../src/report/outcome.ts'
import { type Run, type Shape, truthOf } from './shapes.ts'

/** What a report says of a run of a shape, in the terms of the truth. */
export function told({ count, advice }: Outcome) {
  const [movable] = advice.missed.flatMap((it) => it.movable)
  return {
    steps: count?.total,
    cached: count?.cached,
    missed: advice.missed.map(({ line = 0, after }) => [line, after]).sort(([a = 0], [b = 0]) => a - b),
    ...(movable?.line === undefined ? {} : { movable: movable.line }),
  }
}

export function expected(shape: Shape, run: Run) {
  return { steps: shape.steps, ...truthOf(shape, run) }
}
