import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { entryOf } from '../../__tests__/entry.ts'
import { type CacheService, startCacheService } from '../../e2e/cache-service/server.ts'
import { pushTo } from '../../e2e/events/simple.ts'
import { type Machine, startBuildkitd } from '../../e2e/parts/buildkitd.ts'
import { pairIn } from '../../e2e/parts/pair.ts'
import { bin } from '../../e2e/parts/part.ts'
import { startAll } from '../../e2e/parts/start-all.ts'
import { type Stores, startStores } from '../../e2e/stores/all.ts'
import { serviceVariables, tokenFor } from '../../e2e/stores/gha.ts'
import { branch } from '../../src/events/branch.ts'
import { markWritten } from '../../src/marking/written.ts'
import { commandOrder } from '../../src/plan/command-order.ts'
import type { Entry } from '../../src/plan/entries.ts'
import { markTag } from './caches/builds.ts'
import { type Files, GROUPS, makeDiverged, type Written } from './caches/diverged.ts'
import { pushBase } from './caches.ts'
import type { Proof } from './proof.ts'

/** Another version of BuildKit than the one that the tests run on: the folder of its programs. */
const programs = process.env.BUILDKIT_PROGRAMS || bin
/** The cases of docs/buildkit-two-caches.md, or pushes that merge. */
const group = process.env.LOST_STEPS === 'merges' ? 'merges' : 'rows'
/** To see how many are lost without markers. */
const isMarked = process.env.BRANCH_CACHE_MARK !== 'false'
/** How often the caches of one case are read together: chance decides what BuildKit loses. */
const READS = group === 'rows' ? 5 : 1
const run = promisify(execFile)

type Farm = { machine: Machine; stores: Stores; service: CacheService; shell: string }
type Case = { at: number; store: string; seed: number }

/** Where the scopes of one case are: the attributes of a scope, and what marks it once it is written. */
type Place = {
  attributes: (scope: string, side: 'src' | 'dest') => string
  mark: (scope: string) => Promise<boolean>
}

async function startFarm(): Promise<Farm> {
  const [machine, stores] = await startAll(startBuildkitd('lost', pairIn(programs)), startStores())
  const service = await startCacheService(stores.azurite)
  return { machine, stores, service, shell: await pushBase(stores.registry.host, 'shell', ['sh', 'cat']) }
}

async function stopFarm({ machine, stores, service }: Farm): Promise<void> {
  await service.stop()
  await stores.stop()
  await machine.stop()
}

let cases = 0

function placeOf(type: string, { machine, stores, service }: Farm): Place {
  const id = `c${cases++}`
  if (type === 'local') {
    const directory = join(machine.work, id)
    return {
      attributes: (scope, side) => `type=local,${side}=${directory},tag=${scope}`,
      mark: async (scope) => markTag(directory, scope),
    }
  }
  const { url: account, name, key: secret } = stores.azurite.account
  const { url, region, bucket, keyId, key } = stores.bucket
  const kinds: Record<string, (scope: string) => string> = {
    registry: (scope) => `type=registry,ref=${stores.registry.host}/${id}:${scope}`,
    s3: (scope) =>
      `type=s3,region=${region},bucket=${bucket},endpoint_url=${url},use_path_style=true,access_key_id=${keyId},secret_access_key=${key},name=${id}-${scope}`,
    azblob: (scope) =>
      `type=azblob,account_url=${account},account_name=${name},container=lost,secret_access_key=${secret},name=${id}-${scope}`,
    gha: (scope) => `type=gha,version=2,scope=${id}-${scope}`,
  }
  const attributes = kinds[type] as (scope: string) => string
  const env = {
    ...machine.env,
    AWS_ACCESS_KEY_ID: keyId,
    AWS_SECRET_ACCESS_KEY: key,
    ...serviceVariables(service, tokenFor(pushTo('main'))),
  }
  Object.assign(environment, env)
  const how = {
    buildx: { program: join(programs, 'docker'), prefix: ['buildx'] },
    builder: '',
    limitMs: 60_000,
    env,
    tempDir: machine.work,
  }
  return {
    attributes,
    mark: async (scope) => {
      const entry = entryOf(attributes(scope), {
        backend: type,
        keys: [`${id}-${scope}`],
        places: [`${type} ${id} ${scope}`],
        branch: branch(scope),
      })
      const troubles = await markWritten([entry], undefined, { ...how, signal: AbortSignal.timeout(60_000) })
      if (troubles.length > 0) throw new Error(`not marked: ${troubles.join('; ')}`)
      return true
    },
  }
}

/** The credentials of the builds' client. */
const environment: Record<string, string> = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' }

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
    { maxBuffer: 1 << 26, env: environment },
  ).catch(({ stderr = '', message }: { stderr?: string; message: string }) => {
    // Not a step that is lost: what failed is at the end of it.
    throw new BuildFailed(`a build failed: ${(stderr || message).trim().slice(-1500)}`)
  })
  return stepsOf(stderr)
}

class BuildFailed extends Error {}

/** A container that runc could not start, which now and then happens on a busy machine. */
const FLAKE = 'container process is already dead'

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
      ...entryOf('type=registry'),
      keys: [scope],
      branch: branch(scope),
      role,
    }),
  )
  return commandOrder(entries).flatMap(({ keys }) => keys)
}

/** The steps that ran although one of the caches, read alone, has them; a list for each time they were read. */
async function findLost(farm: Farm, { at, store, seed }: Case): Promise<{ name: string; lost: string[][] }> {
  const { name, written, wanted } = makeDiverged(group, at, seed, farm.shell)
  const { attributes, mark } = placeOf(store, farm)
  const read = (scope: string): string[] => ['--import-cache', attributes(scope, 'src')]
  for (const { scope, files } of written) {
    await build(farm.machine, files, ['--export-cache', `${attributes(scope, 'dest')},mode=max`])
    if (isMarked && !(await mark(scope))) throw new Error(`${name}, ${store}: ${scope} was not marked`)
  }
  const held = new Set<string>()
  for (const { scope } of written) {
    for (const step of (await build(farm.machine, wanted, read(scope))).cached) held.add(step)
  }
  if (held.size === 0) throw new Error(`${name}, ${store}: no cache has any step`)
  const lost: string[][] = []
  for (let i = 0; i < READS; i++) {
    const together = await build(farm.machine, wanted, inOrder(written).flatMap(read))
    lost.push(together.ran.filter((step) => held.has(step)))
  }
  return { name, lost: lost.filter((steps) => steps.length > 0) }
}

const STORES = ['registry', 'local', 's3', 'azblob', 'gha']
function caseAt(turn: number): fc.Arbitrary<Case> {
  const store = STORES[turn % STORES.length] as string
  return fc.nat(0x7fffffff).map((seed) => ({ at: Math.floor(turn / STORES.length), store, seed }))
}

let farm: Promise<Farm> | undefined

const proof: Proof<Case> = {
  rule: `No step runs that a cache read has, where caches are marked and listed as the action does (${group}; ${READS} reads a case).`,
  count: group === 'rows' ? 5 * GROUPS.rows * STORES.length : 150,
  // One each, so that one that breaks the rule does not keep others from being tried.
  batch: 1,
  cases: fc.noShrink(fc.nat(5 * GROUPS[group] * STORES.length - 1).chain(caseAt)),
  // Case by case and store by store, so that each is tried as often.
  casesAt: (turn) => fc.noShrink(caseAt(turn)),
  holds: async (it) => {
    farm ??= startFarm()
    for (let again = 0; ; again++) {
      try {
        const { name, lost } = await findLost(await farm, it)
        const ran = lost.map((steps) => steps.join('; ')).join(' | ')
        if (ran !== '') throw new Error(`${name}, ${it.store}: ran again in ${lost.length}: ${ran}`)
        return `${it.store}: ${name}${again > 0 ? ', after a container that did not start' : ''}`
      } catch (error) {
        if (again > 2 || !(error instanceof BuildFailed && error.message.includes(FLAKE))) throw error
      }
    }
  },
  end: async () => {
    if (farm) await stopFarm(await farm)
  },
}

export default proof
