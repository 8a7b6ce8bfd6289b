import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { type Machine, startBuildkitd } from '../../e2e/parts/buildkitd.ts'
import { makeLayer, pushImage } from '../../e2e/parts/image.ts'
import { pairIn } from '../../e2e/parts/pair.ts'
import { bin } from '../../e2e/parts/part.ts'
import { type Registry, startRegistry } from '../../e2e/parts/registry.ts'
import { makeRootfs, tarRootfs } from '../../e2e/parts/rootfs.ts'
import { tempFolder } from '../../e2e/project.ts'
import { build, markTag } from './caches/builds.ts'
import { type Build, diceOf, dockerfileOf, makeHistory, type Place } from './caches/histories.ts'
import type { Proof } from './proof.ts'

/** Builds of one history. */
export const LENGTH = 10

/** Another version of BuildKit than the one that the tests run on: the folder of its programs. */
const programs = process.env.BUILDKIT_PROGRAMS || bin

/** Two machines of one version and a registry with bases: one reads caches, the other builds from nothing. */
type Farm = { cached: Machine; plain: Machine; registry: Registry; place: Place }

/** BASES images with a file that says which it is, one that has a trigger, and one with a shell. */
const BASES = 3

export async function startFarm(): Promise<Farm> {
  const [cached, plain, registry] = await Promise.all([
    startBuildkitd('cached', pairIn(programs)),
    startBuildkitd('plain', pairIn(programs)),
    startRegistry(),
  ])
  const { host } = registry
  const push = (tag: string, shell: readonly string[], config = {}) => pushBase(host, tag, shell, config)
  const bases: string[] = []
  for (let i = 0; i < BASES; i++) {
    bases.push(await push(`b${i}`, []))
  }
  const trigger = { OnBuild: ['COPY f1 /out/onbuild', 'COPY d0 /out/onbuilt/'] }
  bases.push(await push('trigger', [], trigger))
  const shell = await push('shell', ['sh', 'cat'])
  return { cached, plain, registry, place: { bases: [...bases, `${host}/base:moves`], shell, isTwo: false } }
}

/** Pushes an image with a file that says which it is, and programs; its name. */
export async function pushBase(
  host: string,
  tag: string,
  programs: readonly string[],
  config = {},
): Promise<string> {
  const folder = tempFolder('base')
  makeRootfs(join(folder, 'root'), programs)
  mkdirSync(join(folder, 'root/out'))
  writeFileSync(join(folder, 'root/out/base'), `${tag}\n`)
  tarRootfs(join(folder, 'root'), join(folder, 'tar'))
  await pushImage(host, 'base', tag, await makeLayer(join(folder, 'tar'), join(folder, 'layer')), config)
  rmSync(folder, { recursive: true })
  return `${host}/base:${tag}`
}

export async function stopFarm({ cached, plain, registry }: Farm): Promise<void> {
  await Promise.all([cached, plain, registry].map((part) => part.stop()))
}

/** The tag that moves is another image from now on. */
async function moveBase({ registry }: Farm, to: number): Promise<void> {
  const url = (tag: string): string => `http://${registry.host}/v2/base/manifests/${tag}`
  const type = 'application/vnd.oci.image.manifest.v1+json'
  const image = await (await fetch(url(`b${to % BASES}`), { headers: { accept: type } })).text()
  await fetch(url('moves'), { method: 'PUT', body: image, headers: { 'content-type': type } })
}

/** Throws where a build of the history that reads marked caches comes out other than one from nothing. */
export async function tryHistory(
  farm: Farm,
  seed: number,
  mark: (directory: string, tag: string) => boolean = markTag,
): Promise<string> {
  const dice = diceOf(seed)
  const place = { ...farm.place, isTwo: dice.chance(0.15) }
  const directory = join(farm.cached.work, 'cache')
  rmSync(directory, { recursive: true, force: true })
  const buildctl = join(programs, 'buildctl')
  const prune = ({ socket }: Machine) =>
    promisify(execFile)(buildctl, ['--addr', `unix://${socket}`, 'prune', '--all'])
  let base = dice.below(BASES)
  await moveBase(farm, base)
  const withCaches = async ({ state, read, write, isEmpty }: Build): Promise<string> => {
    if (isEmpty) await prune(farm.cached)
    const flags = [
      ...read.flatMap((tag) => ['--import-cache', `type=local,src=${directory},tag=${tag}`]),
      ...['--export-cache', `type=local,dest=${directory},tag=${write},mode=max`],
    ]
    const files = await build(farm.cached, state, place, { buildctl, flags })
    mark(directory, write)
    return files
  }
  const fromNothing = async ({ state }: Build): Promise<string> => {
    await prune(farm.plain)
    return build(farm.plain, state, place, { buildctl, flags: ['--no-cache'] })
  }
  for (const [i, it] of makeHistory(dice, place, LENGTH).entries()) {
    if (it.movesBase) await moveBase(farm, ++base)
    const [files, expected] = await Promise.all([withCaches(it), fromNothing(it)])
    if (files !== expected) {
      throw new Error(`history ${seed}, build ${i}: the files differ\n${dockerfileOf(it.state)}`)
    }
  }
  return `histories of ${LENGTH} builds${place.isTwo ? ' for two platforms' : ''}`
}

/** How often the same goes wrong without markers: then it is none of theirs. */
async function countPlain(farm: Farm, seed: number): Promise<string> {
  let failed = 0
  for (let i = 0; i < 5; i++) await tryHistory(farm, seed, () => false).catch(() => failed++)
  return `without markers: ${failed} of 5`
}

let farm: Promise<Farm> | undefined

const proof: Proof<number> = {
  rule: `A build that reads marked caches has the same files as one from nothing (${LENGTH} builds a case).`,
  count: 200,
  batch: 10,
  cases: fc.noShrink(fc.integer({ min: 0, max: 0x7fffffff })),
  holds: async (seed) => {
    farm ??= startFarm()
    try {
      return await tryHistory(await farm, seed)
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${await countPlain(await farm, seed)}`)
    }
  },
  end: async () => {
    if (farm) await stopFarm(await farm)
  },
}

export default proof
