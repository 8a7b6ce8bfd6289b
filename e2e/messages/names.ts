import { nothingYet, type Progress, readLine } from '../../src/buildkit/plain-log.ts'
import { parseRecord } from '../../src/buildkit/record.ts'
import {
  exportNames,
  importedKey,
  olderExportNames,
  outsideOf,
  parseStepName,
} from '../../src/buildkit/vertex-names.ts'
import { parseBuilder } from '../../src/buildx/builder.ts'
import { parseListedBuilds } from '../../src/buildx/history.ts'
import { findExports } from '../../src/report/exports.ts'
import { newest } from '../parts/pair.ts'
import type { Row } from './rows.ts'
import { caches } from './stores.ts'
import type { Seen, World } from './world.ts'

/** The names of vertices that a plain log shows. */
const namesIn = ({ log }: Seen): string[] => [...log.matchAll(/^#\d+ (.*)$/gm)].map(([, text = '']) => text)

/** What the watch over the log sees, one line at a time. */
function watched({ log }: Seen): Progress[] {
  let progress = nothingYet
  return log.split('\n').map((line, i) => {
    progress = readLine(progress, line, i)
    return progress
  })
}

const beganAndEnded = (all: Progress[], kind: string): boolean =>
  all.some(({ open }) => [...open.values()].some((work) => work.kind === kind)) &&
  ![...(all.at(-1)?.open.values() ?? [])].some((work) => work.kind === kind)

const exportTo = (world: World, to: string): Promise<Seen> => world.build({ args: ['--cache-to', to] })

function exportRow(backend: keyof typeof caches): Row {
  return {
    name: `name of an export to ${backend}; it prepares, sends and ends`,
    usedBy: 'src/buildkit/vertex-names.ts, src/buildkit/plain-log.ts',
    // The older azblob knows an account by its host name alone.
    ...(backend === 'azblob' ? { only: 'newest' as const } : {}),
    provoke: async (world) => {
      const seen = await exportTo(world, caches[backend](world).to)
      const names = world.pair.buildkitd === newest.buildkitd ? exportNames : olderExportNames
      const name = names[backend] ?? ''
      const all = watched(seen)
      const isSending = all.some(({ open }) =>
        [...open.values()].some(({ kind, isPreparing }) => kind === 'export' && isPreparing === false),
      )
      const holds = namesIn(seen).includes(name) && beganAndEnded(all, 'export') && isSending
      return {
        holds,
        seen: namesIn(seen)
          .filter((it) => /export|writing|preparing/.test(it))
          .join('\n'),
      }
    },
  }
}

export const nameRows: Row[] = [
  {
    name: 'names of steps, of one stage and of several',
    usedBy: 'src/buildkit/vertex-names.ts',
    provoke: async (world) => {
      const one = await world.build({})
      const dockerfile =
        'FROM scratch AS base\nADD rootfs.tar /\nFROM base\nCOPY source /\nCOPY --from=base /bin/sh /sh\nRUN echo built\n'
      const several = await world.build({ dockerfile, keep: true })
      const steps = [one, several].map((seen) => namesIn(seen).flatMap((name) => parseStepName(name) ?? []))
      const stages = steps.map((list) => list.map(({ stage, index, of }) => `${stage} ${index}/${of}`).sort())
      const holds =
        String(stages[0]) === ' 1/3, 2/3, 3/3' &&
        String(stages[1]) === 'base 1/1,stage-1 1/3,stage-1 2/3,stage-1 3/3'
      return { holds, seen: stages.map(String).join('\n') }
    },
  },
  {
    name: 'names of the build context, and that its files come from outside',
    usedBy: 'src/buildkit/vertex-names.ts',
    provoke: async (world) => {
      const seen = namesIn(await world.build({}))
      return {
        holds: seen.some((name) => outsideOf(name)?.kind === 'context'),
        seen: seen.slice(0, 12).join('\n'),
      }
    },
  },
  ...(['registry', 'local', 's3', 'azblob'] as const).map(exportRow),
  {
    name: 'name of an import, its end, and CACHED of each step',
    usedBy: 'src/buildkit/plain-log.ts',
    provoke: async (world) => {
      const cache = caches.registry(world)
      await exportTo(world, cache.to)
      const seen = await world.build({ args: ['--cache-from', cache.from] })
      const key = cache.from.split('ref=')[1] ?? ''
      const all = watched(seen)
      const cached = seen.log.match(/^#\d+ CACHED$/gm)?.length ?? 0
      const holds =
        namesIn(seen).some((name) => importedKey(name) === key) &&
        beganAndEnded(all, 'import') &&
        all.at(-1)?.answered.has(key) === true &&
        cached >= 2
      return { holds, seen: seen.log.slice(0, 600) }
    },
  },
  {
    name: 'a layer that is on its way, and its end',
    usedBy: 'src/buildkit/plain-log.ts',
    provoke: async (world) => {
      const cache = caches.registry(world)
      await exportTo(world, cache.to)
      const seen = await world.build({
        args: ['--cache-from', cache.from, '--output', `type=local,dest=${world.folder('out')}`],
      })
      const layers = seen.log.match(/^#\d+ sha256:[0-9a-f]{64} .* done$/gm) ?? []
      const left = [...(watched(seen).at(-1)?.open.values() ?? [])]
      return {
        holds: layers.length > 0 && left.length === 0,
        seen: layers.join('\n') || seen.log.slice(-600),
      }
    },
  },
  {
    name: 'the record: what an export prepared and sent',
    usedBy: 'src/report/exports.ts',
    only: 'newest',
    provoke: async (world) => {
      const { log } = await world.build({
        args: ['--progress=rawjson', '--cache-to', caches.registry(world).to],
      })
      const [found] = findExports(parseRecord(log), [])
      return {
        holds: found?.state === 'written' && found.tellsSending && found.preparing > 0,
        seen: JSON.stringify(found ?? log.slice(-600)),
      }
    },
  },
  {
    name: 'buildx version and inspect',
    usedBy: 'src/buildx/builder.ts',
    provoke: async ({ buildx }) => {
      const [version, inspection] = await Promise.all([buildx(['version']), buildx(['inspect'])])
      const { driver, buildx: own, buildkits, endpoints } = parseBuilder(version.log, inspection.log)
      const holds =
        driver === 'remote' && /^\d/.test(own) && /^v\d/.test(buildkits[0] ?? '') && endpoints.length === 1
      return { holds, seen: `${version.log}\n${inspection.log.slice(0, 400)}` }
    },
  },
  {
    name: 'buildx history ls --format json',
    usedBy: 'src/buildx/history.ts',
    only: 'newest',
    provoke: async (world) => {
      await world.build({})
      const { log } = await world.buildx(['history', 'ls', '--format', 'json'])
      const [first] = parseListedBuilds(log)
      return {
        holds: first?.status === 'Completed' && !Number.isNaN(Date.parse(first.created)),
        seen: log.slice(0, 400),
      }
    },
  },
  {
    name: 'buildx du --filter type=regular --format json: nothing of an empty builder, something after a build',
    usedBy: 'src/buildx/usage.ts',
    only: 'newest',
    provoke: async (world) => {
      world.machine.prune()
      const args = ['du', '--filter', 'type=regular', '--format', 'json']
      const [before] = [await world.buildx(args)]
      await world.build({})
      const after = await world.buildx(args)
      return {
        holds: before.ok && before.log.trim() === '' && after.log.includes('{'),
        seen: `${before.log}\n${after.log.slice(0, 300)}`,
      }
    },
  },
]
