import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import type { Machine } from '../../e2e/parts/buildkitd.ts'
import { bin } from '../../e2e/parts/part.ts'
import { branch } from '../../src/events/branch.ts'
import { markRegistry } from '../../src/marking/registry.ts'
import { commandOrder } from '../../src/plan/command-order.ts'
import type { Entry } from '../../src/plan/entries.ts'
import { markTag } from './caches/builds.ts'
import { type Files, GROUPS, makeDiverged, type Written } from './caches/diverged.ts'
import { startFarm, stopFarm } from './caches.ts'
import type { Proof } from './proof.ts'

const programs = process.env.BUILDKIT_PROGRAMS || bin
const group = process.env.LOST_STEPS === 'merges' ? 'merges' : 'rows'
/** To see how many are lost without markers. */
const isMarked = process.env.BRANCH_CACHE_MARK !== 'false'
const run = promisify(execFile)

type Farm = Awaited<ReturnType<typeof startFarm>>
type Case = { at: number; store: string; seed: number }

/** Where the scopes of one case are: the attributes of a scope in a store, and what marks it. */
type Store = { attributes: (scope: string) => string; mark: (scope: string) => Promise<boolean> }

let cases = 0

function storeOf(name: string, { cached, registry }: Farm): Store {
  const id = `c${cases++}`
  if (name === 'local') {
    const directory = join(cached.work, id)
    return {
      attributes: (scope) => `type=local,{src}=${directory},tag=${scope}`,
      mark: async (scope) => markTag(directory, scope),
    }
  }
  const ref = (scope: string): string => `${registry.host}/${id}:${scope}`
  const how = {
    ...{ buildx: { program: join(programs, 'docker'), prefix: ['buildx'] }, builder: '', limitMs: 60_000 },
    ...{ env: cached.env, signal: new AbortController().signal, tempDir: cached.work },
  }
  return {
    attributes: (scope) => `type=registry,ref=${ref(scope)}`,
    mark: (scope) => markRegistry({ ref: ref(scope) }, { place: ref(scope), record: undefined }, how),
  }
}

/** Builds on an empty builder: which steps ran, and which were cached, by name. */
async function build({ socket, work }: Machine, files: Files, flags: readonly string[]): Promise<Steps> {
  const buildctl = join(programs, 'buildctl')
  await run(buildctl, ['--addr', `unix://${socket}`, 'prune', '--all'])
  const context = join(work, 'context')
  rmSync(context, { recursive: true, force: true })
  mkdirSync(context)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(context, name), text)
  const { stderr } = await run(
    buildctl,
    [
      ...['--addr', `unix://${socket}`, 'build', '--progress', 'rawjson', '--frontend', 'dockerfile.v0'],
      ...['--local', `context=${context}`, '--local', `dockerfile=${context}`, ...flags],
    ],
    { maxBuffer: 1 << 26 },
  )
  return stepsOf(stderr)
}

type Steps = { ran: string[]; cached: string[] }

function stepsOf(progress: string): Steps {
  const cached = new Map<string, boolean>()
  for (const line of progress.split('\n').filter((it) => it.startsWith('{'))) {
    for (const { name = '', completed, cached: isCached = false } of JSON.parse(line).vertexes ?? []) {
      // `[stage 2/5] COPY …`, and neither what is internal nor a base.
      if (completed && /^\[(?!internal).*\] (?!FROM )/.test(name))
        cached.set(name, isCached || cached.get(name) === true)
    }
  }
  const names = [...cached.keys()]
  return { ran: names.filter((it) => !cached.get(it)), cached: names.filter((it) => cached.get(it)) }
}

/** As --cache-from lists them. */
function inOrder(written: readonly Written[]): string[] {
  const entries = written.map(
    ({ scope, role }): Entry => ({
      ...{ backend: '', keys: [scope], places: [], csv: '', shown: '' },
      ...{ branch: branch(scope), role },
    }),
  )
  return commandOrder(entries).flatMap(({ keys }) => keys)
}

/** The steps that ran although one of the caches, read alone, has them. */
async function findLost(farm: Farm, { at, store, seed }: Case): Promise<{ name: string; lost: string[] }> {
  const { name, written, wanted } = makeDiverged(group, at, seed, farm.place.shell)
  const { attributes, mark } = storeOf(store, farm)
  const read = (scope: string): string[] => ['--import-cache', attributes(scope).replace('{src}', 'src')]
  for (const { scope, files } of written) {
    const to = `${attributes(scope).replace('{src}', 'dest')},mode=max`
    await build(farm.cached, files, ['--export-cache', to])
    if (isMarked && !(await mark(scope))) throw new Error(`${name}, ${store}: ${scope} was not marked`)
  }
  const held = new Set<string>()
  for (const { scope } of written) {
    for (const step of (await build(farm.cached, wanted, read(scope))).cached) held.add(step)
  }
  if (held.size === 0) throw new Error(`${name}, ${store}: no cache has any step`)
  const together = await build(farm.cached, wanted, inOrder(written).flatMap(read))
  return { name, lost: together.ran.filter((step) => held.has(step)) }
}

const STORES = ['local', 'registry']
let next = 0
let farm: Promise<Farm> | undefined

const proof: Proof<Case> = {
  rule: `No step runs that a cache read has, where caches are marked and listed as the action does (${group}).`,
  count: 25 * GROUPS[group] * STORES.length,
  // One each, so that one that breaks the rule does not keep others from being tried.
  batch: 1,
  // Case by case and store by store, so that each is tried as often.
  cases: fc.noShrink(
    fc.integer({ min: 0, max: 0x7fffffff }).map((seed) => {
      const turn = next++
      return { at: Math.floor(turn / STORES.length), store: STORES[turn % STORES.length] as string, seed }
    }),
  ),
  holds: async (it) => {
    farm ??= startFarm()
    const { name, lost } = await findLost(await farm, it)
    if (lost.length > 0) throw new Error(`${name}, ${it.store}: ran again: ${lost.join('; ')}`)
    return `${it.store}: ${name}`
  },
  end: async () => {
    if (farm) await stopFarm(await farm)
  },
}

export default proof
