import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { livingParts, type Rules } from '../../src/clean/alive.ts'
import { type ObjectStore, type StoredObject, surveyObjects } from '../../src/clean/objects.ts'
import type { Proof } from './proof.ts'

// A store of objects in memory, a clean-up, and builds that export at any moment: between two requests of the clean-up a
// build makes one of its own. What builds do is BuildKit's (cache/remotecache/s3, azblob): a layer that is there is not
// written again; on s3 one that is older than a day is renewed; the manifest comes last.

const HOUR = 3_600_000
const NOW = 1_800_000_000_000
const FOLDERS = { manifests: 'manifests/', blobs: 'blobs/', mayShare: undefined }
const digest = (layer: number): string => `sha256:${createHash('sha256').update(String(layer)).digest('hex')}`

type Scope = { branch: number; layers: number[]; hours: number }
type Export = { branch: number; layers: number[]; start: number; gap: number }
type Case = { renews: boolean; scopes: Scope[]; blobs: { layer: number; hours: number }[]; exports: Export[] }

const layers = fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 5 })
const branches = fc.nat(7)
const cases: fc.Arbitrary<Case> = fc.record({
  renews: fc.boolean(),
  scopes: fc.array(fc.record({ branch: branches, layers, hours: fc.nat(400) }), { maxLength: 8 }),
  blobs: fc.array(fc.record({ layer: fc.nat(9), hours: fc.nat(60) }), { maxLength: 6 }),
  exports: fc.array(
    fc.record({ branch: branches, layers, start: fc.nat(30), gap: fc.integer({ min: 1, max: 4 }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
})

type Held = { text: string; modified: number; etag: string }

/** The objects, and `step`, which is called before each request. */
function makeStore(objects: Map<string, Held>, step: () => void): ObjectStore {
  const asListed = (name: string, { text, modified, etag }: Held): StoredObject => {
    return { name, size: text.length, modified, etag }
  }
  return {
    pages: async function* (prefix) {
      const names = [...objects.keys()].filter((it) => it.startsWith(prefix)).sort()
      for (let at = 0; at === 0 || at < names.length; at += 3) {
        step()
        yield names.slice(at, at + 3).flatMap((name) => {
          const held = objects.get(name)
          return held ? [asListed(name, held)] : []
        })
      }
    },
    read: async (name) => {
      step()
      return objects.get(name)?.text
    },
    removeOne: async ({ name, etag }) => {
      step()
      return objects.get(name)?.etag === etag && objects.delete(name)
    },
    removeSome: async (some) => {
      step()
      for (const { name } of some) objects.delete(name)
      return []
    },
  }
}

let etags = 0
const held = (text: string, modified: number): Held => ({ text, modified, etag: String(++etags) })

function manifestOf(branch: number, its: readonly number[]): string {
  return JSON.stringify({
    layers: its.map((it) => ({ blob: digest(it), parent: -1, annotations: { size: 1 } })),
    records: [],
    'branch-cache': { version: 1, repository: 'octo/app', branch: `b${branch}` },
  })
}

/** One request of a build at a time; false where it has ended. A layer that has gone between two of them ends it. */
function* exporting(
  objects: Map<string, Held>,
  { branch, layers: its }: Export,
  renews: boolean,
): Generator<void> {
  for (const it of its) {
    const name = `blobs/${digest(it)}`
    const found = objects.get(name)
    yield
    if (!found) objects.set(name, held('x', NOW))
    else if (renews && found.modified < NOW - 24 * HOUR) {
      const still = objects.get(name)
      if (!still) return
      still.modified = NOW
    } else continue
    yield
  }
  objects.set(`manifests/b${branch}`, held(manifestOf(branch, its), NOW))
}

/** The manifests that name a layer which is not there. */
function broken(objects: Map<string, Held>): string[] {
  return [...objects].flatMap(([name, { text }]) => {
    const named = name.startsWith('manifests/') ? (text.match(/sha256:[0-9a-f]{64}/g) ?? []) : []
    return named.every((it) => objects.has(`blobs/${it}`)) ? [] : [name]
  })
}

const living = new Set([0, 2, 4, 6])
const rules: Rules = {
  repository: 'octo/app',
  names: undefined,
  branches: [],
  takesNamed: false,
  adopts: false,
  only: undefined,
  living: livingParts({ branches: [...living].map((it) => `b${it}`), pulls: [] }),
  keep: 100 * HOUR,
  now: NOW,
}

const proof: Proof<Case> = {
  rule: 'Whatever builds export while a clean-up goes on: no living scope goes that was whole, and after the next clean-up no manifest names a layer that is gone.',
  count: 20_000,
  cases,
  holds: async ({ renews, scopes, blobs, exports }) => {
    const objects = new Map<string, Held>()
    for (const { layer, hours } of blobs) objects.set(`blobs/${digest(layer)}`, held('x', NOW - hours * HOUR))
    for (const { branch, layers: its, hours } of scopes) {
      for (const it of its)
        if (!objects.has(`blobs/${digest(it)}`))
          objects.set(`blobs/${digest(it)}`, held('x', NOW - hours * HOUR - HOUR))
      objects.set(`manifests/b${branch}`, held(manifestOf(branch, its), NOW - hours * HOUR))
    }
    const before = new Map(objects)
    let requests = 0
    const running = exports.map((it) => ({ ...it, run: exporting(objects, it, renews), isOver: false }))
    const step = (): void => {
      requests++
      for (const it of running)
        if (requests >= it.start && (requests - it.start) % it.gap === 0)
          it.isOver = it.run.next().done === true
    }
    const clean = async (): Promise<void> => {
      const survey = await surveyObjects(makeStore(objects, step), FOLDERS, rules, 's3')
      await survey.remove(
        async () => true,
        () => {},
      )
    }
    await clean()
    const isQuiet = running.every(({ isOver }) => isOver)
    for (const { run } of running) while (run.next().done !== true);
    const left = broken(objects)
    const rewritten = new Set(exports.map(({ branch }) => `manifests/b${branch}`))
    for (const [name] of before) {
      const isAlive = name.startsWith('manifests/') && living.has(Number(name.slice('manifests/b'.length)))
      if (isAlive && !rewritten.has(name) && !objects.has(name)) throw new Error(`${name} is gone`)
      if (isAlive && !rewritten.has(name) && left.includes(name)) throw new Error(`${name} lost a layer`)
    }
    const lost = exports.filter(
      ({ branch }) => !objects.has(`manifests/b${branch}`) && living.has(branch),
    ).length
    requests = Number.NEGATIVE_INFINITY
    await clean()
    const isLiving = (name: string): boolean => living.has(Number(/^manifests\/b(.*)$/.exec(name)?.[1]))
    const rest = broken(objects).filter(isLiving)
    // Where no scope is whole, the layers may be kept elsewhere.
    if (rest.length > 0 && rest.length < [...objects.keys()].filter(isLiving).length)
      throw new Error(`${broken(objects)} name what is gone`)
    const store = renews ? 's3' : 'azblob'
    if (left.length > 0) return `${store}: a scope lacked a layer until the next clean-up`
    return lost > 0
      ? `${store}: a scope started from nothing`
      : `${store}: nothing lost${isQuiet ? '' : ', an export outlived the clean-up'}`
  },
}

export default proof
