import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { replayAllOnBuildKit } from '../bench/replay/buildkit.ts'
import { differences } from '../bench/replay/compare.ts'
import { replayInModel } from '../bench/replay/model.ts'
import { makeSchemes } from '../bench/replay/schemes.ts'
import { readTrace, type TraceEvent } from '../bench/replay/trace.ts'

const whole = readTrace(join(import.meta.dirname, '../bench/replay/fx-private-relay.json'))

/** A dozen runs that hold what counts: pull requests, and the merges of them. */
function aDozen(): TraceEvent[] {
  const pushes = whole.events.filter(({ merges }) => merges.length > 0).slice(0, 4)
  const numbers = pushes.flatMap(({ merges }) => merges.map(({ number }) => number))
  const pulls = whole.events.filter(({ number = 0 }) => numbers.includes(number))
  const chosen = new Set([...whole.events.slice(0, 4), ...pushes, ...pulls])
  return whole.events.filter((event) => chosen.has(event)).slice(0, 12)
}

test('BuildKit does in a dozen runs what the model says, step by step', async () => {
  const trace = { ...whole, events: aDozen() }
  const schemes = makeSchemes(trace).filter(({ id }) => ['ours', 'kept'].includes(id))
  const real = await replayAllOnBuildKit(trace, schemes)
  for (const { scheme, results } of real) {
    expect(differences(trace, replayInModel(trace, scheme), results)).toEqual([])
  }
  const [ours, kept] = real.map(({ results }) => results.flatMap(({ ran }) => ran))
  expect(ours).toEqual(kept)
})
