import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readCleanInputs } from '../../src/clean/inputs.ts'
import { cleanOutputs } from '../../src/clean/report.ts'
import { makeEnvironment } from '../environment.ts'

type Action = {
  inputs: Record<string, { description: string; default?: string }>
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string }
}

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const action: Action = parse(read('clean/action.yml'))

/** The rows of the table under a heading of docs/clean.md: name and default. */
function table(heading: string): string[][] {
  const section = read('docs/clean.md')
    .split(/^## /m)
    .find((it) => it.startsWith(`${heading}\n`))
  return (section ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.replaceAll('`', '').trim()))
    .map(([, ...cells]) => cells)
}

test('the inputs that are read are those of clean/action.yml', () => {
  const asked = new Set<string>()
  const ask = (name: string): string => {
    asked.add(name)
    return ''
  }
  readCleanInputs({ ...makeEnvironment(), input: ask, rawInput: ask })
  expect([...asked].sort()).toEqual(Object.keys(action.inputs).sort())
})

test('the outputs that are set are those of clean/action.yml', () => {
  const nothing = { surveys: [], deleted: [], freed: 0, dryRun: false, troubles: [], now: 0 }
  expect(cleanOutputs(nothing).map(([name]) => name)).toEqual(Object.keys(action.outputs))
})

test('each default is one that the action accepts, and what it does without', () => {
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, it]) => [name, it.default ?? '']),
  )
  // The runner puts this in before the action starts.
  inputs['github-token'] = 'a-token'
  const bare = readCleanInputs(makeEnvironment())
  expect(readCleanInputs(makeEnvironment({ inputs }))).toEqual({
    ...bare,
    token: 'a-token',
    secrets: ['a-token'],
  })
})

test('docs/clean.md has a row for each input and output, with its default', () => {
  const rows = table('Inputs')
  expect(rows.map(([name]) => name)).toEqual(Object.keys(action.inputs))
  for (const [name = '', given] of rows) expect(given).toBe(action.inputs[name]?.default ?? '')
  expect(table('Outputs').map(([name]) => name)).toEqual(Object.keys(action.outputs))
})

test('everything has a description, and what the runner starts is there', () => {
  for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)])
    expect(description).toMatch(/\w/)
  expect(action.runs.using).toBe('node24')
  expect(read(`clean/${action.runs.main}`).length).toBeGreaterThan(0)
})

test('a cache whose credential is empty is left out, and said', () => {
  const cache = 'type=azblob,account_url=https://a.blob.core.windows.net,secret_access_key='
  const { specs, warnings } = readCleanInputs(makeEnvironment({ inputs: { cache } }))
  expect([specs, warnings]).toEqual([
    [],
    [expect.stringContaining('azblob is ignored, because secret_access_key is empty')],
  ])
})
