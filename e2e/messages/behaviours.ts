import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newest } from '../parts/pair.ts'
import type { Row } from './rows.ts'
import { localCache } from './stores.ts'
import type { Seen, World } from './world.ts'

// What BuildKit does that features lean on: not said in its documentation, seen in runs.

/** A number that is another whenever a step runs. */
const DRAW = 'cat /proc/sys/kernel/random/uuid'
const PACKAGES = `FROM scratch AS base\nADD rootfs.tar /\nFROM base AS packages\nRUN ${DRAW} > /packages\n`

/** Builds with an output, and reads a file of it. */
async function fileOf(world: World, file: string, wanted: Parameters<World['build']>[0]): Promise<string> {
  const dest = world.folder('out')
  const args = [...(wanted.args ?? []), '--output', `type=local,dest=${dest}`]
  const { ok, log } = await world.build({ ...wanted, args })
  if (!ok) throw new Error(log.slice(-400))
  return existsSync(join(dest, file)) ? readFileSync(join(dest, file), 'utf8') : ''
}

/**
 * `docker buildx build --no-cache-filter`, once more with the builder's state: whether /packages was made anew. Where it
 * is stale, the COPY's key is made of the stage before and the file, and its result is on the old chain.
 */
function filterRow(
  what: string,
  dockerfile: string,
  stages: string,
  isFresh: boolean,
  only?: Row['only'],
): Row {
  return {
    ...(only ? { only } : {}),
    name: `--no-cache-filter ${stages}: ${what} is ${isFresh ? 'fresh' : 'stale'}`,
    usedBy: 'docs (cache-refresh)',
    provoke: async (world) => {
      const before = await fileOf(world, 'packages', { dockerfile })
      const args = ['--no-cache-filter', stages]
      const after = await fileOf(world, 'packages', { dockerfile, args, keep: true })
      return { holds: before !== '' && (before !== after) === isFresh, seen: `${before}${after}` }
    },
  }
}

const runOnly = `${PACKAGES}FROM packages AS app\nRUN echo app > /app\n`
const copies = `${PACKAGES}FROM packages AS app\nCOPY source /\nRUN echo app > /app\n`

/** Adds the action's own field to the cache config of a local cache, as its next manifest. */
function withUnknownKey(folder: string): void {
  const blob = (digest: string): string => join(folder, 'blobs', digest.replace(':', '/'))
  const write = (value: unknown): { digest: string; size: number } => {
    const text = JSON.stringify(value)
    const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`
    writeFileSync(blob(digest), text)
    return { digest, size: Buffer.byteLength(text) }
  }
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
  const manifest = JSON.parse(readFileSync(blob(index.manifests[0].digest), 'utf8'))
  // An image's manifest, or before 0.21 an index with the config among its manifests.
  const config =
    manifest.config ??
    manifest.manifests.find((it: { mediaType: string }) => it.mediaType.includes('cacheconfig'))
  const content = JSON.parse(readFileSync(blob(config.digest), 'utf8'))
  Object.assign(config, write({ ...content, 'vnd.example.unknown': { branch: 'main' } }))
  Object.assign(index.manifests[0], write(manifest))
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index))
}

const MOUNTS = `FROM scratch AS seed
ADD source /
FROM scratch
ADD rootfs.tar /
RUN --mount=type=cache,target=/plain touch /plain/a
RUN --mount=type=cache,id=named,target=/elsewhere touch /elsewhere/a
RUN --mount=type=cache,id=here,target=/here touch /here/a
RUN --mount=type=cache,id=owned,target=/owner,uid=1000,gid=1000 touch /owner/a
RUN --mount=type=cache,id=based,target=/basis,from=seed touch /basis/a
`

/** The records of `du --verbose`: by the id of the mount, whether it has parents. An id that is the target is left out. */
function mountsIn(log: string): Map<string, boolean> {
  return new Map(
    log.split(/\n\s*\n/).flatMap((record) => {
      const [, target = '', id = target] =
        /^Description:\s*cached mount (\S+) from .*?(?: with id "([^"]*)")?$/m.exec(record) ?? []
      return id === '' ? [] : [[id, /^Parents?:/m.test(record)] as const]
    }),
  )
}

const duOfMounts = ({ buildx }: World): Promise<Seen> =>
  buildx(['du', '--verbose', '--filter', 'type=exec.cachemount'])

const shown = (mounts: Map<string, boolean>): string =>
  [...mounts]
    .map(([id, hasParents]) => `${id}${hasParents ? ' with parents' : ''}`)
    .sort()
    .join(', ')

const BASE = `FROM scratch
ADD rootfs.tar /
COPY source /
RUN cat /source > /base
`
const APP = `FROM base
COPY source /own
RUN cat /own > /app && echo ran
`

export const behaviours: Row[] = [
  filterRow('RUN after FROM packages', runOnly, 'packages', true),
  filterRow(
    'COPY from the context after FROM packages, where the builder kept its state,',
    copies,
    'packages',
    false,
    'newest',
  ),
  filterRow('COPY from the context after FROM packages', copies, 'packages,app', true),
  {
    name: 'a key of a cache config that BuildKit does not know is ignored on import, and gone at the next export',
    usedBy: 'src/marking',
    provoke: async (world) => {
      const cache = localCache(world)
      const folder = cache.from.split('src=')[1] ?? ''
      await world.build({ args: ['--cache-to', cache.to] })
      withUnknownKey(folder)
      const next = localCache(world)
      const seen = await world.build({ args: ['--cache-from', cache.from, '--cache-to', next.to] })
      const hasRun = /^#\d+ [\d.]+ built$/m.test(seen.log)
      const files = join(next.from.split('src=')[1] ?? '', 'blobs/sha256')
      const isThere = (at: string): boolean =>
        readdirSync(at).some((file) => readFileSync(join(at, file)).includes('vnd.example.unknown'))
      const holds = seen.ok && !hasRun && isThere(join(folder, 'blobs/sha256')) && !isThere(files)
      return { holds, seen: seen.log.slice(-600) }
    },
  },
  {
    name: 'du names each cache mount by its id, with parents where it has uid, gid, mode or from',
    usedBy: 'cache-mounts',
    only: 'newest',
    provoke: async (world) => {
      const { ok, log } = await world.build({ dockerfile: MOUNTS })
      if (!ok) throw new Error(log.slice(-400))
      const mounts = mountsIn((await duOfMounts(world)).log)
      const seen = shown(mounts)
      return {
        holds: seen === '//plain, /based with parents, /here, /named, /owned with parents',
        seen: seen || 'nothing',
      }
    },
  },
  {
    name: 'bake: a linked target (contexts: base=target:base) loses its own step with a cache each, the target before it does not',
    usedBy: 'docs (bake)',
    provoke: async (world) => {
      const folder = world.folder('bake')
      const [first, second] = [world.folder('cache'), world.folder('cache')]
      mkdirSync(folder)
      writeFileSync(join(folder, 'rootfs.tar'), readFileSync(join(world.machine.work, 'rootfs.tar')))
      writeFileSync(join(folder, 'source'), 'a\n')
      writeFileSync(join(folder, 'base.Dockerfile'), BASE)
      writeFileSync(join(folder, 'app.Dockerfile'), APP)
      const target = (dockerfile: string, cache: string): Record<string, unknown> => ({
        context: folder,
        dockerfile,
        'cache-from': [`type=local,src=${cache}`],
        'cache-to': [`type=local,dest=${cache},mode=max`],
        output: ['type=cacheonly'],
      })
      const file = join(folder, 'bake.json')
      const app = { ...target('app.Dockerfile', second), contexts: { base: 'target:base' } }
      const group = { default: { targets: ['base', 'app'] } }
      writeFileSync(file, JSON.stringify({ group, target: { base: target('base.Dockerfile', first), app } }))
      const bake = (): Promise<Seen> => {
        world.machine.prune()
        return world.buildx([
          'bake',
          '--progress=plain',
          ...(world.pair === newest ? ['--allow=fs=*'] : []),
          '--file',
          file,
        ])
      }
      const [cold, warm] = [await bake(), await bake()]
      const ran = /^#\d+ [\d.]+ ran$/m
      return {
        holds: cold.ok && warm.ok && ran.test(cold.log) && ran.test(warm.log),
        seen: warm.log.slice(-1500),
      }
    },
  },
]
