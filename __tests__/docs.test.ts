import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { withTables } from '../docs/attributes.ts'
import { withPinned, withVersions } from '../docs/versions.ts'
import { backends } from '../src/backends/backends.ts'

const page = readFileSync(new URL('../docs/backends.md', import.meta.url), 'utf8')

test('the tables of docs/backends.md are those of the code: node docs/attributes.ts writes them', () => {
  expect(withTables(page)).toBe(page)
})

test('the tables of docs/versions.md are those of the gates: node docs/versions.ts writes them', () => {
  const versions = readFileSync(new URL('../docs/versions.md', import.meta.url), 'utf8')
  expect(withVersions(versions)).toBe(versions)
})

test('the versions in tools/README.md are those that are pinned: node docs/versions.ts writes them', () => {
  const tools = readFileSync(new URL('../tools/README.md', import.meta.url), 'utf8')
  expect(withPinned(tools)).toBe(tools)
  expect(withPinned(tools.replaceAll(/\d+\.\d+\.\d+/g, '0.0.0'))).not.toMatch(/^\|.* v?0\.0\.0/m)
})

test.each(Object.keys(backends))('%s has a section with a workflow and all its attributes', (type) => {
  const section = page.split(/^## /m).find((it) => it.startsWith(`${type}\n`)) ?? ''
  expect(section).toContain('```yaml')
  for (const name of Object.keys(backends[type]?.attributes ?? {}))
    expect(section).toContain(`| \`${name}\` |`)
})

test('each promise of the threat model names its tests, and they are there', () => {
  const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
  const sections = read('docs/threat-model.md').split(/^## /m)
  const sectionOf = (title: string): string => sections.find((it) => it.startsWith(title)) ?? ''
  const promises = sectionOf('What we do').match(/^\* .*/gm) ?? []
  const rows = [...sectionOf('Which tests').matchAll(/^\| (?!promise|---)(.*?) \| (.*) \|$/gm)]
  const names = rows.map(([, promise = '']) => promise)
  expect(promises.length).toBeGreaterThan(10)
  expect(promises.map((it) => names.find((name) => it.startsWith(`* **${name}`)) ?? it)).toEqual(names)
  for (const [, promise, tests = ''] of rows) {
    const named = [...tests.matchAll(/`([\w/.-]+\.ts)`: ((?:"[^"]+"(?:, )?)+)/g)].flatMap(
      ([, path = '', titles = '']) =>
        [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({
          promise,
          title,
          isThere: read(path).includes(title),
        })),
    )
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(({ isThere }) => !isThere)).toEqual([])
  }
})
