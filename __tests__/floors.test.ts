import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'

// The floors of src/ (CONTRIBUTING, "Where things are") are kept by lint. What it refuses is tried with its rules on a
// small house of its own.
const root = join(import.meta.dirname, '..')
const floors = [
  ...readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').matchAll(/^\|.*\| `(\w+)\/` \|$/gm),
].map(([, name = '']) => name)
const houses: string[] = []
afterAll(() => {
  for (const house of houses) rmSync(house, { recursive: true })
})

/** The messages of lint on these files. */
function lint(files: Record<string, string>): string {
  const house = mkdtempSync(join(tmpdir(), 'floors-'))
  houses.push(house)
  copyFileSync(join(root, 'biome.json'), join(house, 'biome.json'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  const args = ['lint', '--colors=off', '--max-diagnostics=300', 'src']
  const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/biome'), args, {
    cwd: house,
    encoding: 'utf8',
  })
  expect(stdout).toContain(`Checked ${Object.keys(files).length} file`)
  return stdout + stderr
}

const uses = (path: string): string =>
  `import type { It } from '${path}'\nexport const made = (it: It): It => it\n`
const it = 'export type It = 1\n'

test('each folder of src/ is a floor, and each floor a folder', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((it) => it.isDirectory())
  expect(folders.map(({ name }) => name).sort()).toEqual([...floors].sort())
})

describe('lint refuses', () => {
  const pairs = floors.flatMap((lower, i) => floors.slice(i + 1).map((upper) => [lower, upper] as const))
  const files = Object.fromEntries([
    ...floors.map((floor) => [`src/${floor}/it.ts`, it]),
    ...pairs.map(([lower, upper]) => [`src/${lower}/uses-${upper}.ts`, uses(`../${upper}/it.ts`)]),
  ])
  let output = ''
  test.each(pairs)('that %s imports from %s', (lower, upper) => {
    output ||= lint(files)
    expect(output).toContain(`src/${lower}/uses-${upper}.ts:1:25 lint/style/noRestrictedImports`)
  })

  test('it with a sentence that says what to do', () => {
    expect(output).toContain('Move what both need into a lower folder, or hand it in as an argument.')
  })

  test('that a folder imports from a pipeline', () => {
    const output = lint({ 'src/build.ts': it, 'src/report/uses.ts': uses('../build.ts') })
    expect(output).toContain('src/report/uses.ts:1:25 lint/style/noRestrictedImports')
  })

  test('two files that import each other, be it types alone', () => {
    const output = lint({
      'src/lib/a.ts': "import type { B } from './b.ts'\nexport type A = B | 1\n",
      'src/lib/b.ts': "import type { A } from './a.ts'\nexport type B = A | 2\n",
    })
    expect(output).toContain('src/lib/a.ts:1:24 lint/suspicious/noImportCycles')
  })
})

test('lint lets a folder import from those above it', () => {
  const files = floors.slice(1).flatMap((upper, i) => {
    const lower = floors[i] ?? ''
    return [[`src/${lower}/it.ts`, it] as const, [`src/${upper}/uses.ts`, uses(`../${lower}/it.ts`)] as const]
  })
  expect(lint(Object.fromEntries(files))).not.toMatch(/noRestrictedImports|noImportCycles/)
})

test('no two exported names of src/ are alike', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((it) =>
    it.endsWith('.ts'),
  )
  const names = files.flatMap((file) => {
    const text = readFileSync(join(root, 'src', file), 'utf8')
    const exported = /^export (?:async )?(?:const|function|type|class|interface) (\w+)/gm
    return [...text.matchAll(exported)].map(([, name = '']) => name)
  })
  expect(names.length).toBeGreaterThan(400)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})
