import { expect } from '@jest/globals'
import { type Cell, expectedOf } from './cell.ts'
import { type Built, LIMIT, type Observation, WAIT } from './observe.ts'
import type { Subject } from './subject.ts'

/** The build succeeds with the right result, the reports are true, and a later run works. */
export function judge<S extends Subject>(name: string, cell: Cell<S>, observation: Observation): void {
  const { source, struck, next, again } = observation
  const { written = cell.side === 'import', state, lost, waits, mayLack } = expectedOf(cell, name)
  if (!waits) expect(struck.milliseconds).toBeLessThan(LIMIT)
  if (waits) {
    expect(struck.milliseconds).toBeGreaterThan(WAIT)
    expectBuilt(struck, { exitCode: 0, program: source })
  } else if (lost) {
    expectBuilt(struck, { exitCode: 1 })
    expect(struck.log).toMatch(lost.says)
  } else {
    expectBuilt(struck, { exitCode: 0, program: source, written: String(written) })
    if (state) expect(statesOf(struck)).toEqual([state])
    else expect(statesOf(struck).includes('failed')).toBe(cell.side === 'import')
    if (!written) expect(struck.log).toMatch(new RegExp(`^::warning::.*\\b${name}\\b`, 'm'))
    if (statesOf(struck).includes('failed')) {
      expect(struck.log).toMatch(new RegExp(`^(::warning::.*|read +)${name}\\b`, 'm'))
    }
  }
  expectBuilt(next, { exitCode: 0, program: source, written: 'true' })
  const isWhole = !mayLack || again.outputs['cache-hit'] !== 'partial'
  expectBuilt(again, { exitCode: 0, program: source, written: 'true', ...(isWhole && { hit: 'true' }) })
}

/** The build's own failure remains one, is reported first, and was not retried. */
export function judgeFailure({ exitCode, log }: Built): void {
  const annotations = log.match(/^::(error|warning)::.*/gm) ?? []
  expect({ exitCode, annotations }).toMatchObject({ exitCode: 1 })
  expect(annotations[0]).toMatch(/^::error::.*exit code: 7.*the step itself is broken/)
  expect(log.match(/^#\d+ [\d.]+ the step itself is broken$/gm)).toHaveLength(1)
}

type Shown = { exitCode: number; program: string; written: string | undefined; hit: string | undefined }

/** A test that fails shows what was said of errors as well. */
function expectBuilt({ exitCode, program, outputs, log }: Built, expected: Partial<Shown>): void {
  const shown: Shown = { exitCode, program, written: outputs['cache-written'], hit: outputs['cache-hit'] }
  const names = Object.keys(expected) as (keyof Shown)[]
  const isRight = names.every((name) => shown[name] === expected[name])
  const errors = log.split('\n').filter((line) => /^(#\d+ |::)?(ERROR|error|warning|WARNING)/.test(line))
  expect({ ...shown, errors: isRight ? [] : errors }).toMatchObject({ ...expected, errors: [] })
}

function statesOf({ outputs }: Built): string[] {
  const sources: { state: string }[] = JSON.parse(outputs['cache-sources'] || '[]')
  return sources.map(({ state }) => state)
}
