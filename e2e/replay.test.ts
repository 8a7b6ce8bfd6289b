import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from '@jest/globals'
import { replayAllOnBuildKit } from '../bench/replay/buildkit.ts'
import { differences } from '../bench/replay/compare.ts'
import { type RunResult, replayInModel } from '../bench/replay/model.ts'
import { makeSchemes, type Scheme } from '../bench/replay/schemes.ts'
import { readTrace, type TraceEvent } from '../bench/replay/trace.ts'

const whole = readTrace(join(import.meta.dirname, '../bench/replay/fx-private-relay.json'))

/**
 * A dozen runs: a push, and pull requests of which each is merged as it was built last.
 */
function aDozen(): TraceEvent[] {
  let chosen = whole.events.slice(0, 1)
  for (const merge of whole.events) {
    const last = whole.events.findLast(
      ({ number, t }) => number === merge.merges[0]?.number && t <= merge.t && merge.merges.length > 0,
    )
    if (!last || !isDeepStrictEqual(last.inputs, merge.inputs) || chosen.length > 11) continue
    chosen = [...chosen, last, merge]
  }
  return chosen
}

const stepsRun = (results: readonly RunResult[]): number =>
  results.flatMap(({ ran }) => ran).filter((it) => it).length

test('BuildKit does in a dozen runs what the model says, step by step', async () => {
  const trace = { ...whole, events: aDozen() }
  const all = makeSchemes(trace)
  const schemes = all.filter(({ id }) => ['ours', 'kept'].includes(id))
  const real = await replayAllOnBuildKit(trace, schemes)
  for (const { scheme, results } of real) {
    expect(differences(trace, replayInModel(trace, scheme), results)).toEqual([])
  }
  // Otherwise the dozen would show nothing.
  const without = all.find(({ id }) => id === 'without-merged') as Scheme
  expect(stepsRun(real[0]?.results ?? [])).toBeLessThan(stepsRun(replayInModel(trace, without)))
})
