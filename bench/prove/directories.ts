import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { publish } from '../../src/directory/publish.ts'
import { sweep } from '../../src/directory/sweep.ts'
import { openReadView, openView } from '../../src/directory/view.ts'
import type { Proof } from './proof.ts'

const TAG = 'org.opencontainers.image.ref.name'
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const TYPES = [
  MANIFEST,
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.example+json',
  '',
  undefined,
]

/** A directory: the texts of its blobs, which name each other as `@0`, `@1` …, its entries, and how the index is hurt. */
export type Directory = {
  blobs: string[]
  entries: unknown[]
  hurt: { kind: 'none' | 'cut' | 'flip' | 'insert'; at: number; byte: number }
  /** Blobs that are missing (0), or cut off (1). */
  broken: [index: number, how: number][]
  layout: string | undefined
  keep: number
}

const small = fc.nat(7)
/** What may stand where a descriptor should. */
const descriptor = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record(
      {
        digest: small.map((i) => `@${i}`),
        size: small.map((i) => `#${i}`),
        mediaType: fc.constantFrom(...TYPES),
      },
      { requiredKeys: ['digest', 'size'] },
    ),
  },
  fc.record({
    digest: fc.constantFrom('sha256:x', 'sha512:abc', `sha256:${'0'.repeat(64)}`, 'sha256:../../x', '', 7),
    size: fc.constantFrom(0, -1, 1.5, 'x', null, 1e21),
  }),
  fc.jsonValue({ maxDepth: 1 }),
)
const manifest = fc
  .record(
    {
      schemaVersion: fc.constantFrom(2, 1, 'x'),
      mediaType: fc.constantFrom(...TYPES),
      config: descriptor,
      layers: fc.oneof(fc.array(descriptor, { maxLength: 3 }), fc.jsonValue({ maxDepth: 1 })),
      manifests: fc.oneof(fc.array(descriptor, { maxLength: 3 }), fc.jsonValue({ maxDepth: 1 })),
    },
    { requiredKeys: [] },
  )
  .map((it) => JSON.stringify(it))
const annotations = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('main', 'theirs', 'other', '', 7, null).map((tag) => ({ [TAG]: tag })),
  },
  fc.constantFrom({ [TAG]: 'main', 'io.containerd.image.name': 'r.example/app:main' }, {}, [], null, 'x'),
)
const entry = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(descriptor, annotations)
      .map(([it, more]) =>
        typeof it === 'object' && it !== null && !Array.isArray(it) ? { ...it, annotations: more } : it,
      ),
  },
  fc.jsonValue({ maxDepth: 2 }),
)

const cases: fc.Arbitrary<Directory> = fc.record({
  blobs: fc.array(fc.oneof(manifest, manifest, fc.string({ maxLength: 20 }), fc.json({ maxDepth: 2 })), {
    minLength: 1,
    maxLength: 8,
  }),
  entries: fc.array(entry, { maxLength: 5 }),
  hurt: fc.record({
    kind: fc.constantFrom('none', 'none', 'none', 'cut', 'flip', 'insert'),
    at: fc.nat(400),
    byte: fc.nat(255),
  }),
  broken: fc.array(fc.tuple(small, fc.nat(1)), { maxLength: 2 }),
  layout: fc.option(fc.constantFrom('{"imageLayoutVersion":"1.0.0"}', '', '{"imageLayoutVersion":"9"}'), {
    nil: undefined,
  }),
  keep: fc.constantFrom(3_600_000, Number.NEGATIVE_INFINITY),
})

const hexOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Puts it on disk; blobs name those before them, as digests and sizes. */
function make(directory: string, given: Directory): void {
  const folder = join(directory, 'blobs/sha256')
  mkdirSync(folder, { recursive: true })
  const known: { digest: string; size: number }[] = []
  const spell = (text: string): string =>
    text.replace(/"([@#])(\d)"/g, (whole, mark, digit) => {
      const it = known[Number(digit) % Math.max(known.length, 1)]
      return it ? (mark === '@' ? `"${it.digest}"` : String(it.size)) : whole
    })
  for (const text of given.blobs) {
    const bytes = spell(text)
    writeFileSync(join(folder, hexOf(bytes)), bytes)
    known.push({ digest: `sha256:${hexOf(bytes)}`, size: Buffer.byteLength(bytes) })
  }
  const index = Buffer.from(spell(JSON.stringify({ schemaVersion: 2, manifests: given.entries })))
  const { kind, byte } = given.hurt
  const at = given.hurt.at % (index.length + 1)
  const hurt = {
    none: index,
    cut: index.subarray(0, at),
    flip: Buffer.from(index.map((it, i) => (i === at ? byte : it))),
    insert: Buffer.concat([index.subarray(0, at), Buffer.from([byte]), index.subarray(at)]),
  }
  for (const [i, how] of given.broken) {
    const file = join(folder, known[i % known.length]?.digest.slice(7) ?? '')
    if (how === 0) rmSync(file, { force: true })
    else if (existsSync(file)) writeFileSync(file, readFileSync(file).subarray(0, 3))
  }
  writeFileSync(join(directory, 'index.json'), hurt[kind])
  if (given.layout !== undefined) writeFileSync(join(directory, 'oci-layout'), given.layout)
}

type Files = Map<string, string>

function filesOf(directory: string): Files {
  const all = readdirSync(directory, { recursive: true }).map(String)
  const files = all.filter((it) => !it.startsWith('.branch-cache') && lstatSync(join(directory, it)).isFile())
  return new Map(files.map((it) => [it, readFileSync(join(directory, it), 'latin1')]))
}

/** The entries of an index, or undefined where it is not one: said once more, in the plainest way. */
function entriesOf(files: Files): unknown[] | undefined {
  try {
    const bytes = Buffer.from(files.get('index.json') ?? '', 'latin1')
    const { manifests, schemaVersion } = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    )
    return Array.isArray(manifests) && [undefined, 0, 2].includes(schemaVersion) ? manifests : undefined
  } catch {
    return undefined
  }
}

/** The blobs that a text can need: all that it names, and what these name. */
function namedIn(text: string, files: Files, found = new Set<string>()): Set<string> {
  for (const [, hex = ''] of text.matchAll(/sha256:([0-9a-f]{64})/g)) {
    const blob = files.get(`blobs/sha256/${hex}`)
    if (found.has(hex) || blob === undefined) continue
    found.add(hex)
    namedIn(blob, files, found)
  }
  return found
}

const isOurs = (it: unknown): boolean => {
  const annotations = (it as { annotations?: Record<string, unknown> } | null)?.annotations
  return annotations?.[TAG] === 'main' && annotations['io.containerd.image.name'] === undefined
}

/** A run that writes `main`, as far as the directory lets it: what it said, where it did not. */
async function run(directory: string, temp: string, keep: number): Promise<string> {
  await openReadView(directory, ['main', 'theirs'], temp)
  const view = await openView(directory, ['main', 'theirs'])
  try {
    const put = (text: string, mediaType: string) => {
      writeFileSync(join(view.path, 'blobs/sha256', hexOf(text)), text)
      return { mediaType, digest: `sha256:${hexOf(text)}`, size: text.length }
    }
    const layer = put('a layer of ours', 'application/vnd.oci.image.layer.v1.tar')
    await publish(view, put(JSON.stringify({ schemaVersion: 2, layers: [layer] }), MANIFEST), ['main'])
  } finally {
    view.release()
    rmSync(view.path, { recursive: true })
  }
  const swept = await sweep(directory, { keep, maxSize: undefined }, ['main'])
  if (typeof swept === 'string') throw new Error(swept)
  return swept.spared === undefined ? 'swept' : 'spared'
}

async function holds(given: Directory): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'prove-directory-'))
  const directory = join(folder, 'cache')
  try {
    make(directory, given)
    const before = filesOf(directory)
    const said = await run(directory, join(folder, 'temp'), given.keep).catch((error: Error) => {
      // In our words: an error of JavaScript's own would be a case that was not thought of.
      if (error.constructor !== Error || error.message === '') throw error
      return 'refused'
    })
    const after = filesOf(directory)
    const entries = entriesOf(before)
    if (entries === undefined || said === 'refused') {
      if (JSON.stringify([...after]) !== JSON.stringify([...before])) throw new Error('something was changed')
      return entries === undefined ? 'not understood' : 'refused'
    }
    const left = new Set(entriesOf(after)?.map((it) => JSON.stringify(it)))
    for (const it of entries.filter((it) => !isOurs(it)).map((it) => JSON.stringify(it))) {
      if (!left.has(it)) throw new Error(`an entry was lost: ${it}`)
      for (const hex of reachable(it, before)) {
        if (!after.has(`blobs/sha256/${hex}`)) throw new Error(`a blob was lost: ${hex}`)
      }
    }
    for (const [name, text] of before) {
      if (name === 'index.json' || !after.has(name)) continue
      // A layer that was cut off is written anew.
      if (after.get(name) !== text && hexOf(Buffer.from(after.get(name) ?? '', 'latin1')) !== name.slice(-64))
        throw new Error(`${name} was written over`)
    }
    return said
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A missing or truncated manifest is useless. */
function reachable(entry: string, files: Files): Set<string> {
  return namedIn(entry, files)
}

const proof: Proof<Directory> = {
  rule: 'Whatever a directory holds: an error in words or none, and no entry, blob or file is lost that is not ours or not understood.',
  count: 5_000,
  cases,
  holds,
}

export default proof
