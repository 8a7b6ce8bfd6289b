import { describe, expect, test } from '@jest/globals'
import { type Expected, scenarios } from '../../e2e/recorded-builds/scenarios.ts'
import { judgeOutcome } from '../../src/report/outcome.ts'
import { aboutOf, readRecorded, recordedNames } from './recorded.ts'

// Real builds against what a person counts in their Dockerfiles: e2e/recorded-builds/scenarios.ts.

test('there is a record of each build, and no other', () => {
  expect(recordedNames).toEqual(scenarios.map(({ name }) => name).sort())
})

describe.each(scenarios.map((it) => [it.name, it.expect] as const))('%s', (name, truth) => {
  const { record, imports, printed } = readRecorded(name)
  const outcome = judgeOutcome({ records: [record], imports }, aboutOf(name))

  test('its steps', () => {
    const { steps } = outcome
    expect({
      steps: steps.length,
      cached: steps.filter(({ cached }) => cached).length,
      failed: steps.filter(({ state }) => state === 'failed').length,
      cancelled: steps.filter(({ state }) => state === 'cancelled').length,
      reloaded: steps.filter(({ loadError }) => loadError !== '').length,
    }).toEqual({ failed: 0, cancelled: 0, reloaded: 0, ...pick(truth) })
  })

  test('its sources', () => {
    expect(outcome.sources.map(({ state }) => state)).toEqual(truth.sources ?? [])
    expect(printed.length > 0).toBe(name.startsWith('local-'))
  })

  test('its exports', () => {
    expect(outcome.exports.map(({ backend, state }) => `${backend} ${state}`)).toEqual(truth.exports ?? [])
  })

  if (truth.bytes) {
    test('layers were brought in', () => {
      expect(outcome.cost.bytes).toBeGreaterThan(0)
    })
  }

  if (truth.missed) {
    test('what was not cached first', () => {
      expect(
        outcome.advice.missed
          .map(({ stage, instruction, after }) => [`${stage}: ${instruction}`, after])
          .sort(),
      ).toEqual(truth.missed)
    })
  }
})

function pick({ steps, cached, ...more }: Expected) {
  const kinds = (['failed', 'cancelled', 'reloaded'] as const).flatMap((kind) => {
    const number = more[kind]
    return number === undefined ? [] : [[kind, number] as const]
  })
  return { steps, cached, ...Object.fromEntries(kinds) }
}
