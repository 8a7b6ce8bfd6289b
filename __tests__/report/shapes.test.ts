import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { expected, told } from '../../e2e/shapes/judge.ts'
import { type Run, runs, type Shape, shapes } from '../../e2e/shapes/shapes.ts'
import { aboutOf, fill } from '../../e2e/shapes/site.ts'
import { judgeOutcome, type Outcome } from '../../src/report/outcome.ts'
import { causeSentence } from '../../src/report/outcome-text.ts'

// Real builds (e2e/shapes/record.ts) of Dockerfiles of public shapes against what a person counts in them.

const folder = join(import.meta.dirname, 'shapes')
const places = {
  base: 'registry.example:5000/base:1',
  tools: 'registry.example:5000/tools:1',
  onbuild: 'registry.example:5000/onbuild:1',
  url: 'http://files.example',
}

function outcomeOf(shape: Shape, run: Run): Outcome {
  const records = JSON.parse(gunzipSync(readFileSync(join(folder, `${shape.name}.json.gz`))).toString())
  const cache =
    run === 'cold' ? undefined : `type=registry,ref=registry.example:5000/cache:${shape.name}-registry`
  const about = aboutOf(fill(shape.dockerfile, places), 'registry', cache)
  return judgeOutcome({ records: [records[run].join('\n')], imports: [] }, about)
}

const shapeOf = (name: string): Shape => shapes.find((it) => it.name === name) as Shape

test('there are records of each shape, and no others', () => {
  expect(readdirSync(folder).sort()).toEqual(shapes.map(({ name }) => `${name}.json.gz`).sort())
})

describe.each(shapes.map((shape) => [shape.name, shape] as const))('%s', (_, shape) => {
  test.each(runs)('%s', (run) => {
    expect(told(outcomeOf(shape, run))).toEqual(expected(shape, run))
  })
})

describe('all possible causes are named, and none that the build rules out', () => {
  const file = 'the Dockerfile up to this line'
  test.each<[string, Run, string[]]>([
    ['node', 'source', [`the files that it copies or ${file}`]],
    ['node', 'argument', [`the build argument VERSION or ${file}`]],
    ['python', 'lock', [`the files that it mounts or ${file}`]],
    ['go', 'argument', [`the build argument VERSION or ${file}`]],
    ['dotnet', 'argument', [`the build argument CONFIGURATION or ${file}`]],
    ['arguments', 'argument', [`the files that it copies, the build argument C or ${file}`]],
    ['rust-chef', 'source', [`the files that it copies or ${file}`, `the files that it copies or ${file}`]],
    ['onbuild', 'lock', [`the files that it copies, the base image or ${file}`]],
    ['tools-after-source', 'argument', [`the build argument VERSION or ${file}`]],
    ['bind-context', 'argument', [`the files that it mounts, the build argument VERSION or ${file}`]],
    [
      'bind-context',
      'source',
      [
        `the files that it mounts, the base image or ${file}`,
        `the files that it mounts, what it takes from the stage version, the build argument VERSION, the base image or ${file}`,
      ],
    ],
  ])('%s, %s', (name, run, causes) => {
    const { advice } = outcomeOf(shapeOf(name), run)
    expect(advice.missed.map((it) => causeSentence(it, (text) => text)).sort()).toEqual(
      causes.map((it) => `Possible causes: ${it}`).sort(),
    )
  })

  test('never the value of an argument', () => {
    for (const shape of shapes) {
      const { advice } = outcomeOf(shape, 'argument')
      const [, value = ''] = shape.arg.split('=')
      for (const { causes } of advice.missed) {
        expect(causes.flatMap(({ names }) => names)).not.toContain(value)
      }
    }
  })
})
