import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readBuildInputs, readCacheInputs } from '../src/inputs/inputs.ts'
import { makeEnvironment } from './environment.ts'

type Action = {
  inputs: Record<string, { description: string; default?: string }>
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string; post?: string }
}

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const action: Action = parse(read('action.yml'))

const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(join('src', path)))
  .join('\n')

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
    const environment = {
      ...makeEnvironment(),
      input: (name: string) => {
        asked.add(name)
        return ''
      },
    }
    readBuildInputs(environment)
    readCacheInputs(environment)
    expect([...asked].sort()).toEqual(Object.keys(action.inputs).sort())
  })

  test('none is read elsewhere', () => {
    expect([...source.matchAll(/\binput\('([^']+)'\)/g)].length).toBeGreaterThan(0)
    for (const path of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.ts') || path === join('inputs', 'inputs.ts')) continue
      expect([path, /\binput\(|getInput|INPUT_[A-Z]/.test(read(join('src', path)))]).toEqual([path, false])
    }
  })

  test('README has a row for each, and no other', () => {
    expect(names('Inputs').sort()).toEqual(Object.keys(action.inputs).sort())
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
    expect(readBuildInputs(environment)).toEqual(readBuildInputs(makeEnvironment()))
    expect(readCacheInputs(environment).plan).toEqual({
      ...readCacheInputs(makeEnvironment()).plan,
      shardIndex: 0,
    })
  })
})

describe('outputs', () => {
  test('those that are set are those of action.yml', () => {
    const set = new Set([...source.matchAll(/setOutput\('([^']+)'/g)].map(([, name]) => name))
    expect([...set].sort()).toEqual(Object.keys(action.outputs).sort())
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
