// Writes the tables of docs/backends.md from the data that the action itself goes by. A test says whether they fit.
import { readFileSync, writeFileSync } from 'node:fs'
import type { Attribute } from '../src/backends/backend.ts'
import { backends } from '../src/backends/backends.ts'

const file = new URL('backends.md', import.meta.url)

/** The page with its tables made anew: each stands between `<!-- attributes of TYPE -->` and `<!-- end -->`. */
export function withTables(page: string): string {
  return page.replace(/(<!-- attributes of (\w+) -->\n).*?(<!-- end -->)/gs, (_, begin, type, end) => {
    return `${begin}\n${table(type)}\n\n${end}`
  })
}

function table(type: string): string {
  const rows = Object.entries(backends[type]?.attributes ?? {}).map(([name, attribute]) =>
    row(name, attribute),
  )
  return [
    '| attribute | side | value | default | meaning |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function row(name: string, attribute: Attribute): string {
  const { side, kind, required, readsEnv, movesToEnv, since, about } = attribute
  const notes = [
    about,
    ...(required ? ['required'] : []),
    ...(readsEnv ? [`else the variable \`${readsEnv}\``] : []),
    ...(movesToEnv ? [`goes to buildx as \`${movesToEnv}\``] : []),
    ...(since ? [`since ${since}`] : []),
  ]
  const fallback = attribute.default
    ? `\`${attribute.default}\` (set by the action)`
    : (attribute.builtin ?? '')
  return `| \`${name}\` | ${side} | ${kind.words} | ${fallback} | ${notes.join('; ')} |`
}

if (import.meta.main) writeFileSync(file, withTables(readFileSync(file, 'utf8')))
