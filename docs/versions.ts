// Writes the tables of docs/versions.md from the data that the gates go by. A test says whether they fit.
import { readFileSync, writeFileSync } from 'node:fs'
import { backends } from '../src/backends/backends.ts'
import { isAtLeast } from '../src/buildx/builder.ts'
import { gates } from '../src/buildx/version-gates.ts'
import { first, IGNORE_ERROR } from '../src/plan/builder-support.ts'

const file = new URL('versions.md', import.meta.url)

/** A feature, the least versions that have it (empty: any), and what happens below them. */
type Row = { feature: string; buildx: string; buildkit: string; below: string }

/** The page with its tables made anew. */
export function withVersions(page: string): string {
  return fill(fill(page, 'pairs', pairs()), 'gates', table(rows()))
}

function fill(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->\n`, '<!-- end -->']
  const from = page.indexOf(begin) + begin.length
  return `${page.slice(0, from)}\n${text}\n\n${page.slice(page.indexOf(end, from))}`
}

/** The version of a module that a part's go.mod pins, without its v. */
function pinned(part: string, module: string): string {
  const text = readFileSync(new URL(`../tools/${part}/go.mod`, import.meta.url), 'utf8')
  return new RegExp(`^\\s*${module} v([\\w.-]+)`, 'm').exec(text)?.[1] ?? ''
}

const buildkitOf = (part: string): string => pinned(part, 'github.com/moby/buildkit')
const buildxOf = (part: string): string => pinned(part, 'github.com/docker/buildx')

function pairs(): string {
  const row = (name: string, part: string): string => `| ${name} | ${buildkitOf(part)} | ${buildxOf(part)} |`
  return [
    '| pair | BuildKit | buildx |',
    '| --- | --- | --- |',
    row('oldest', 'oldpair'),
    row('newest', 'buildkit'),
  ].join('\n')
}

function rows(): Row[] {
  return [
    ...Object.entries(first).map(([type, { buildx = '', buildkit }]) => ({
      ...{ feature: `cache: ${type}`, buildx, buildkit, below: 'left out' },
    })),
    { feature: '`ignore-error`', buildx: '', buildkit: IGNORE_ERROR, below: 'a warning' },
    ...Object.entries(backends).flatMap(([type, { attributes }]) =>
      Object.entries(attributes).flatMap(([name, { since = '' }]) => {
        const [, buildkit = ''] = /BuildKit ([\d.]+)/.exec(since) ?? []
        const [, buildx = ''] = /buildx ([\d.]+)/.exec(since) ?? []
        return since === ''
          ? []
          : [{ feature: `${type}: \`${name}\``, buildx, buildkit, below: 'a warning, ignored' }]
      }),
    ),
    ...Object.entries(gates).map(([name, buildx]) => ({
      ...{ feature: inWords[name] ?? `\`${name}\``, buildx, buildkit: '' },
      below: name === 'call' ? 'an error, as upstream' : 'left out',
    })),
  ]
}

const inWords: Record<string, string> = {
  attests: '`attests`, `provenance`, `sbom`',
  'image-id': 'the output `imageid`',
  metadata: 'the outputs `digest` and `metadata`',
  'git-query': 'the default context as a git URL with a query',
}

function table(all: readonly Row[]): string {
  return [
    '| feature | buildx | BuildKit | below | run or read |',
    '| --- | --- | --- | --- | --- |',
    ...all.map(
      (row) =>
        `| ${row.feature} | ${row.buildx} | ${row.buildkit} | ${row.below} | ${isRun(row) ? 'run' : 'read'} |`,
    ),
  ].join('\n')
}

/** What e2e/oldest.test.ts uses on the oldest pair, or is told there to be too old. */
function isRun({ feature, buildx, buildkit }: Row): boolean {
  const used = ['cache: s3', 'local: `tag`', '`attests`, `provenance`, `sbom`', 'the output `imageid`']
  const told = ['cache: gha', '`ignore-error`']
  const hasIt =
    (buildx === '' || isAtLeast(buildxOf('oldpair'), buildx)) &&
    (buildkit === '' || isAtLeast(buildkitOf('oldpair'), `${buildkit}.0`.split('.').slice(0, 3).join('.')))
  return hasIt ? used.includes(feature) || feature.startsWith('the outputs') : told.includes(feature)
}

if (import.meta.main) writeFileSync(file, withVersions(readFileSync(file, 'utf8')))
