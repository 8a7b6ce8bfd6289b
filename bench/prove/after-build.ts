import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { makeBuildInputs } from '../../__tests__/build-inputs.ts'
import { makeEnvironment } from '../../__tests__/environment.ts'
import { aboutOf, readRecorded, recordedNames } from '../../__tests__/report/recorded.ts'
import { readDockerfile } from '../../src/buildx/dockerfile-text.ts'
import { parseImports } from '../../src/buildx/history.ts'
import { readLayers } from '../../src/buildx/manifests.ts'
import { readResults } from '../../src/buildx/results.ts'
import { readIndex, tagOf } from '../../src/directory/layout.ts'
import { checkAnnotations } from '../../src/report/check-annotations.ts'
import { judgeOutcome } from '../../src/report/outcome.ts'
import { outcomeLines, outcomeWarnings } from '../../src/report/outcome-lines.ts'
import { cacheOutputs, resultOutputs } from '../../src/report/outputs.ts'
import { summary } from '../../src/report/summary.ts'
import type { Proof } from './proof.ts'

// What is read after a build, mutated: nothing of it makes the report throw.

/** What a mutation puts in the place of a value. */
const odd = fc.constantFrom<unknown>(
  ...[null, true, 0, -1, 1e308, '', 'x', '__proto__', 'sha256:', '\u0000', '`|<!--', 'x'.repeat(5_000)],
  ...[
    [],
    {},
    [null],
    [[]],
    { length: 7 },
    '2026-13-45T99:99:99Z',
    '0001-01-01T00:00:00Z',
    Number.MAX_SAFE_INTEGER,
  ],
)

type Kind = 'record' | 'dockerfile' | 'metadata' | 'index' | 'manifest' | 'inspection'
type Mutation = { where: number; way: 'value' | 'drop' | 'twice' | 'cut' | 'swap' | 'key'; value: unknown }
type Case = { kind: Kind; from: number; mutations: Mutation[] }

const digest = (of: string): string => `sha256:${of.repeat(64).slice(0, 64)}`
const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: digest('a'), size: 7 }
const tag = { 'org.opencontainers.image.ref.name': 'main' }
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const check = {
  short: base64('StageNameCasing: stage (line 1)'),
  detail: [base64('Stage names')],
  url: 'https://docs',
  sourceInfo: { data: base64('FROM a\n'), filename: 'Dockerfile' },
  range: [{ start: { line: 1 } }],
}
const texts: Record<Exclude<Kind, 'record' | 'dockerfile'>, unknown> = {
  metadata: {
    'containerimage.digest': digest('b'),
    'buildx.build.ref': 'b/b0/id',
    'buildx.build.warnings': [check, check],
  },
  index: { schemaVersion: 2, manifests: [{ ...layer, annotations: tag }, layer] },
  manifest: { schemaVersion: 2, config: layer, layers: [layer, layer], manifests: [layer] },
  inspection: {
    Config: {
      RestRaw: [
        { Name: 'cache-imports', Value: JSON.stringify([{ Type: 'registry', Attrs: { ref: 'r/a:1' } }]) },
      ],
    },
  },
}

const records = recordedNames
  .map((name) => ({ name, ...readRecorded(name) }))
  .filter(({ record }) => record.length < 200_000)
const environment = makeEnvironment({})
const folder = mkdtempSync(join(tmpdir(), 'after-build-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** Every place in a value: the objects and lists that hold something, with each of their keys. */
function placesOf(value: unknown, found: [Record<string, unknown>, string][] = []): typeof found {
  if (typeof value !== 'object' || value === null) return found
  for (const key of Object.keys(value)) {
    found.push([value as Record<string, unknown>, key])
    placesOf((value as Record<string, unknown>)[key], found)
  }
  return found
}

function mutateJson(text: string, { where, way, value }: Mutation): string {
  if (way === 'cut') return text.slice(0, where % (text.length + 1))
  let whole: unknown
  try {
    whole = JSON.parse(text)
  } catch {
    return text
  }
  const places = placesOf(whole)
  const [holder, key] = places[where % Math.max(1, places.length)] ?? []
  if (!holder || key === undefined) return JSON.stringify(value) ?? ''
  if (way === 'drop') delete holder[key]
  else if (way === 'twice') holder[key] = [holder[key], holder[key]]
  else if (way === 'key') holder[String(value)] = holder[key]
  else if (way === 'swap') holder[key] = places[(where * 7) % places.length]?.[0]?.[key] ?? value
  else holder[key] = value
  return safeJson(whole)
}

/** A swap may put a value into itself. */
function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return '{}'
  }
}

function mutateLines(text: string, mutation: Mutation, ofLine: (line: string) => string): string {
  const lines = text.split('\n')
  const at = mutation.where % lines.length
  const line = lines[at] ?? ''
  if (mutation.way === 'drop') lines.splice(at, 1)
  else if (mutation.way === 'twice') lines.splice(at, 0, ...Array(1 + (mutation.where % 50)).fill(line))
  else if (mutation.way === 'swap')
    lines.splice(at, 1, lines[(mutation.where * 7) % lines.length] ?? '', line)
  else lines[at] = ofLine(line)
  return lines.join('\n')
}

function mutateText(line: string, { where, way, value }: Mutation): string {
  const at = where % (line.length + 1)
  if (way === 'cut') return line.slice(0, at)
  return `${line.slice(0, at)}${typeof value === 'string' ? value : ' ${A:-"\\'}${line.slice(at)}`
}

/** An index that is not understood completely is refused with an Error for the user, and not changed. */
function readDirectory(): void {
  try {
    readIndex(folder)?.entries.map(tagOf)
  } catch (error) {
    if (!/; repair or remove it$/.test((error as Error).message)) throw error
  }
}

async function read({ kind, from, mutations }: Case): Promise<void> {
  const recorded = records[from % records.length] as (typeof records)[number]
  let about = aboutOf(recorded.name)
  let { record, imports } = recorded
  if (kind === 'record' || kind === 'dockerfile') {
    if (kind === 'record')
      for (const it of mutations) record = mutateLines(record, it, (line) => mutateJson(line, it))
    else {
      let { dockerfile = '' } = about
      for (const it of mutations) dockerfile = mutateLines(dockerfile, it, (line) => mutateText(line, it))
      about = { ...about, dockerfile }
    }
  }
  let text = kind === 'record' || kind === 'dockerfile' ? '' : JSON.stringify(texts[kind])
  for (const it of mutations) text = mutateJson(text, it)
  if (kind === 'inspection') imports = parseImports(text) ?? []
  if (kind === 'metadata') {
    const file = join(folder, 'metadata.json')
    writeFileSync(file, text)
    const { metadata, ...rest } = readResults({ metadataFile: file, imageIdFile: join(folder, 'none') })
    resultOutputs({ metadata, ...rest })
    const dockerfile = readDockerfile(makeBuildInputs({}), environment)
    checkAnnotations(metadata, dockerfile, { annotateChecks: true, isFetched: false })
    return
  }
  if (kind === 'index') {
    writeFileSync(join(folder, 'index.json'), text)
    readDirectory()
    return
  }
  if (kind === 'manifest') {
    const file = join(folder, 'manifest.json')
    writeFileSync(file, text)
    await readLayers({ program: '', prefix: [] }, '', file, {})
    return
  }
  const outcome = judgeOutcome({ records: [record], imports }, about)
  cacheOutputs(outcome, true)
  outcomeLines(outcome, [], 'Dockerfile')
  outcomeWarnings(outcome)
  summary(outcome, { branch: 'main', image: '', shard: '', dockerfile: 'Dockerfile' }, [])
}

const proof: Proof<Case> = {
  rule: 'Whatever a record, a Dockerfile, metadata, an index or a manifest holds, what comes after the build reads it.',
  count: 20_000,
  cases: fc.record({
    kind: fc.constantFrom<Kind>(
      'record',
      'record',
      'dockerfile',
      'metadata',
      'index',
      'manifest',
      'inspection',
    ),
    from: fc.nat(),
    mutations: fc.array(
      fc.record({
        where: fc.nat(1_000_000),
        way: fc.constantFrom('value', 'drop', 'twice', 'cut', 'swap', 'key'),
        value: odd,
      }),
      { minLength: 1, maxLength: 6 },
    ),
  }),
  holds: async (it) => {
    await read(it)
    return it.kind
  },
}

export default proof
