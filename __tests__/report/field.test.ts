import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { locator } from '../../src/buildkit/locate-step.ts'
import { judgeOutcome, type Outcome } from '../../src/report/outcome.ts'
import { outcomeLines } from '../../src/report/outcome-lines.ts'
import { summary } from '../../src/report/summary.ts'
import { aboutOf } from './recorded.ts'

// Records of builds of which the report once said what was not so.

function outcomeOf(name: string, dockerfile: string): Outcome {
  const record = readFileSync(join(import.meta.dirname, 'field', `${name}.rawjson`), 'utf8')
  return judgeOutcome({ records: [record], imports: [] }, { ...aboutOf('cold'), dockerfile })
}

const states = ({ steps }: Outcome) => steps.map(({ instruction, state }) => `${state} ${instruction}`)
const missed = ({ advice }: Outcome) =>
  advice.missed.map(({ line, instruction, after }) => `${line} ${instruction}: ${after}`).sort()
const textOf = (outcome: Outcome): string =>
  [
    ...outcomeLines(outcome, [], 'Dockerfile').lines,
    summary(outcome, { branch: 'main', image: '', shard: '', dockerfile: 'Dockerfile' }, []),
  ].join('\n')

describe('an ADD of a URL', () => {
  const dockerfile =
    'FROM alpine:3.22\nADD http://127.0.0.1:42557/model.bin /m\nCOPY a /\nRUN work /b 10 0.3 a\n'

  test('the same again: three steps, all cached', () => {
    const outcome = outcomeOf('add-url-same', dockerfile)
    expect(outcome.count).toEqual({ total: 3, cached: 3, ratio: 1 })
    expect(outcome.advice.missed).toEqual([])
  })

  test('a file changed: the ADD was cached', () => {
    const outcome = outcomeOf('add-url-a-changed', dockerfile)
    expect(states(outcome)).toEqual([
      'cached ADD http://127.0.0.1:42557/model.bin /m',
      'ran COPY a /',
      'ran RUN work /b 10 0.3 a',
    ])
    expect(missed(outcome)).toEqual(['3 COPY a /: 1'])
  })
})

test('a planner stage: each line that was not cached is named, with the one step made from it', () => {
  const dockerfile = `FROM alpine:3.22 AS planner
COPY . .
RUN work recipe 5 0.1 lock
FROM alpine:3.22
COPY --from=planner /recipe /recipe
RUN work /deps 300 1 /recipe
COPY . .
RUN work /app 50 1 main.rs
`
  const outcome = outcomeOf('recipe', dockerfile)
  expect(outcome.count).toMatchObject({ total: 6, cached: 2 })
  expect(missed(outcome)).toEqual(['2 COPY . .: 1', '7 COPY . .: 1'])
})

test('a failed build: one step ran, one failed, one was cancelled', () => {
  const outcome = outcomeOf('failed-build', '')
  expect(
    states(outcome)
      .map((it) => it.split(' ').slice(0, 2).join(' '))
      .sort(),
  ).toEqual(['cancelled RUN', 'failed RUN', 'ran COPY'])
  expect(textOf(outcome)).toContain('█ 1 ran, 1 failed, 1 cancelled')
  expect(textOf(outcome)).not.toContain('3 ran')
})

test('tabs after the instruction: three steps, each with its line', () => {
  const dockerfile = 'FROM alpine:3.22\nRUN\twork /x 10 0.2\nCOPY\ta /\nRUN work /b 10 0.2 /a\n'
  const outcome = outcomeOf('tab', dockerfile)
  expect(outcome.count).toMatchObject({ total: 3, cached: 0 })
  expect(outcome.steps.map((step) => locator(dockerfile)(step)?.line)).toEqual([2, 3, 4])
})
