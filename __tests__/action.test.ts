import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readInputs } from '../src/inputs/inputs.ts'
import { cacheOutputs, planOutputs, resultOutputs } from '../src/report/outputs.ts'
import { makeEnvironment, trusted } from './environment.ts'
import { nothingKnown } from './report/nothing-known.ts'

type Action = {
  inputs: Record<string, { description: string; default?: string }>
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string; post?: string }
}

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const action: Action = parse(read('action.yml'))

const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => join('src', path))

/** The rows of the table under a heading of README: what stands in each column. */
function table(heading: string): string[][] {
  const section =
    read('README.md')
      .split(/^## /m)
      .find((it) => it.startsWith(`${heading}\n`)) ?? ''
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .replace(/^\| | \|$/g, '')
        .split(' | ')
        .map((column) => column.trim()),
    )
}

const names = (heading: string): string[] => table(heading).map(([name = '']) => name.replaceAll('`', ''))

describe('inputs', () => {
  test('those that are read are those of action.yml', () => {
    const asked = new Set<string>()
    const ask = (name: string): string => {
      asked.add(name)
      return ''
    }
    readInputs({ ...makeEnvironment(), input: ask, rawInput: ask }, trusted)
    expect([...asked].sort()).toEqual(Object.keys(action.inputs).sort())
  })

  test('none is read elsewhere', () => {
    const readers = paths.filter((path) => /\b(input|rawInput)\(|getInput|INPUT_[A-Z]/.test(read(path)))
    // The environment says how an input is read; the others, which.
    expect(readers.sort()).toEqual([
      'src/clean/inputs.ts',
      'src/inputs/build-inputs.ts',
      'src/inputs/cache-inputs.ts',
      'src/runner/environment.ts',
    ])
  })

  test('the cache’s come first, then upstream’s, which are 33, by name', () => {
    const all = Object.keys(action.inputs)
    const ours = all.filter((name) => /^(cache|cache-(?!from|to).*|plan-only)$/.test(name))
    const theirs = all.filter((name) => !ours.includes(name))
    expect(all).toEqual([...ours, ...theirs])
    expect(theirs).toHaveLength(33)
    // As upstream: a secret's kinds after secrets themselves, the token last.
    const sorted = theirs.filter((name) => !['secret-envs', 'secret-files', 'github-token'].includes(name))
    expect(sorted).toEqual([...sorted].sort())
  })

  test('README has a row for each, and no other', () => {
    expect(names('Inputs')).toEqual(Object.keys(action.inputs))
  })

  test('README has the defaults of action.yml', () => {
    const differ = table('Inputs')
      .map(([name = '', value = '']) => [name.replaceAll('`', ''), value] as const)
      .filter(([name, value]) => {
        const given = action.inputs[name]?.default
        return given !== undefined && value !== `\`${given}\``
      })
    expect(differ).toEqual([])
  })

  test('each default is one that the action accepts', () => {
    const inputs = Object.fromEntries(
      Object.entries(action.inputs).map(([name, { default: value = '' }]) => [
        name,
        // The runner puts these in before the action starts.
        value.replace(/^\$\{\{ toJSON\(matrix\) }}$/, 'null').replace(/^\$\{\{ strategy.job-index }}$/, '0'),
      ]),
    )
    const environment = makeEnvironment({ inputs })
    const bare = readInputs(makeEnvironment(), trusted)
    const token = action.inputs['github-token']?.default
    expect(readInputs(environment, trusted)).toEqual({
      ...bare,
      build: { ...bare.build, 'github-token': token },
      plan: { ...bare.plan, shardIndex: 0 },
      secrets: [token],
    })
  })
})

describe('outputs', () => {
  test('those that are set are those of action.yml', () => {
    const outcome = { ...nothingKnown, count: { total: 1, cached: 1, ratio: 1 }, written: true }
    const results = { imageId: 'x', digest: 'y', metadata: {} }
    const set = [
      ...planOutputs({ from: [], to: [], ownKey: '' }),
      ...resultOutputs(results),
      ...cacheOutputs(outcome, true),
    ]
    expect([...new Set(set.map(([name]) => name))].sort()).toEqual(Object.keys(action.outputs).sort())
  })

  test('none is set elsewhere', () => {
    const setters = paths.filter((path) => /\bsetOutputs?\(/.test(read(path)))
    expect(setters.sort()).toEqual([
      'src/build.ts',
      'src/clean.ts',
      'src/publish-report.ts',
      'src/runner/commands.ts',
    ])
    // Those of report/outputs.ts, and no name of its own.
    for (const path of ['src/build.ts', 'src/publish-report.ts'])
      expect(read(path)).toMatch(/setOutputs\((plan|result|cache)Outputs\(/)
  })

  test('README has a row for each, and no other', () => {
    expect(names('Outputs').sort()).toEqual(Object.keys(action.outputs).sort())
  })
})

test('everything has a description', () => {
  for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
    expect(description).toMatch(/\w/)
  }
})

test('what the runner starts is there', () => {
  expect(action.runs.using).toBe('node24')
  for (const path of [action.runs.main, action.runs.post].filter((it) => it !== undefined)) {
    expect(read(path).length).toBeGreaterThan(0)
  }
})
