import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { evaluate } from './expression.ts'

const root = new URL('..', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const pages = [
  'README.md',
  'example/README.md',
  ...readdirSync(new URL('docs', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
const blocks = pages.flatMap((page) =>
  [...read(page).matchAll(/^( *)```yaml\n([\s\S]*?)^ *```/gm)].map(([, indent = '', text = ''], i) => ({
    name: `${page}, block ${i + 1}`,
    text: text.replace(new RegExp(`^${indent}`, 'gm'), ''),
  })),
)

// Whatever a page calls its secrets and variables.
const anything = new Proxy({}, { get: (_, name) => `the ${String(name)}` })

const PUSH = { event_name: 'push', ref_name: 'main' }
const runs: Record<string, object> = {
  'a push to main': PUSH,
  'a push to a branch': { ...PUSH, ref_name: 'topic' },
  'a tag': { ...PUSH, ref_name: 'v1' },
  'a pull request': { event_name: 'pull_request', ref_name: '7/merge' },
}
const contextsOf = (github: object, matrix: object) => ({
  github: {
    actor: 'octo',
    token: 't',
    repository: 'octo/app',
    sha: 'f00',
    event: { repository: { default_branch: 'main' } },
    ...github,
  },
  matrix,
  strategy: { 'job-index': 0 },
  steps: { plan: { outputs: {} }, build: { outputs: { digest: 'sha256:1' } } },
  vars: anything,
  secrets: anything,
  inputs: Object.assign(Object.create(anything), { platform: 'linux/amd64', index: 0 }),
})

/** The jobs of a matrix as the block declares them; one of plain values where it is left out. */
function matrices(text: string): object[] {
  const [, include] = /include:\n((?:\s+- \{.*\}\n)+)/.exec(text) ?? []
  if (include) return parse(include) as object[]
  return ['linux/amd64', 'linux/arm64'].map((platform) =>
    Object.assign(Object.create(anything), { platform }),
  )
}

const expressions = (text: string): string[] =>
  [...text.matchAll(/\$\{\{(.*?)\}\}/g)].map(([, it = '']) => it.trim())

test('there are workflows to look at', () => {
  expect(blocks.length).toBeGreaterThan(10)
})

describe.each(blocks)('$name', ({ text }) => {
  test('is YAML', () => {
    expect(() => parse(text)).not.toThrow()
  })

  test.each(Object.entries(runs))('each of its expressions has a value in the run of %s', (_, github) => {
    for (const expression of expressions(text)) {
      for (const matrix of matrices(text)) {
        if (/^steps\.plan\.outputs\.cache-scope$/.test(expression)) continue
        expect(evaluate(expression, contextsOf(github, matrix)) ?? '').not.toBe('')
      }
    }
  })

  test('of the jobs of its matrix one has index 0', () => {
    const [, expression] = /cache-shard-index: \$\{\{(.*matrix.*)\}\}/.exec(text) ?? []
    if (expression === undefined) return
    const indexes = matrices(text).map((matrix) => evaluate(expression, contextsOf(PUSH, matrix)))
    expect(indexes.filter((it) => it === 0)).toHaveLength(1)
  })

  test('what is built for a push is not built again for its pull request', () => {
    const on = (parse(text) as { on?: Record<string, { branches?: string[] } | null> } | null)?.on
    if (on && 'pull_request' in on && 'push' in on) expect(on.push?.branches).toEqual(['main'])
  })

  test('only the default branch pushes `latest`', () => {
    const [, push] = /^ *push: \$\{\{(.*)\}\}/m.exec(text) ?? []
    if (push === undefined || !/tags: .*:latest/.test(text)) return
    const pushing = Object.entries(runs).filter(([, github]) => evaluate(push, contextsOf(github, {})))
    expect(pushing.map(([name]) => name)).toEqual(['a push to main'])
  })
})

test('what is copied from the docs has a place that no other repository has', () => {
  const specs = blocks.flatMap(({ name, text }) =>
    (text.match(/type=(registry|local|s3|azblob),\S.*/g) ?? []).map((spec) => ({ name, spec })),
  )
  expect(specs.length).toBeGreaterThan(5)
  const isShared = (spec: string): boolean =>
    /type=(s3|azblob)/.test(spec)
      ? !/prefix=./.test(spec)
      : !/github\.repository|owner|octo|secrets\./.test(spec)
  expect(specs.filter(({ spec }) => isShared(spec))).toEqual([])
})

test.each<[string, unknown]>([
  ["matrix.platform == 'linux/amd64' && 0 || 1", 1],
  ["matrix.platform != 'linux/amd64' && 1 || 0", 0],
  ["!(github.actor == 'OCTO') || 'x'", 'x'],
  ['steps.plan.outputs.cache-scope || github.sha', 'f00'],
])('%s is %j', (expression, value) => {
  expect(evaluate(expression, contextsOf(PUSH, { platform: 'linux/amd64' }))).toBe(value)
})

test('headings of README that source files name are there', () => {
  const readme = read('README.md')
  const files = ['src', 'docs', 'e2e', '__tests__', 'script', 'bench', 'example'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|md)$/.test(name))
      .map((name) => `${folder}/${name}`),
  )
  const cited = files.flatMap((path) =>
    [...read(path).matchAll(/README(?:\.md)?,? "([A-Z][^"]+)"|"([A-Z][^"]+)" in the README/g)].map(
      ([, a, b]) => ({
        path,
        heading: a ?? b,
      }),
    ),
  )
  expect(cited.length).toBeGreaterThan(2)
  expect(cited.filter(({ heading }) => !readme.includes(`# ${heading}\n`))).toEqual([])
})
