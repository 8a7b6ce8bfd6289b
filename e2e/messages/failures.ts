import { writeFileSync } from 'node:fs'
import { messages } from '../../src/buildkit/messages.ts'
import { parseRecord } from '../../src/buildkit/record.ts'
import { finalError } from '../../src/retry/classify-failure.ts'
import { killPart } from '../faults/kill.ts'
import { type Machine, startBuildkitd } from '../parts/buildkitd.ts'
import type { Row } from './rows.ts'
import { caches } from './stores.ts'
import type { Seen, World } from './world.ts'

type Message = keyof typeof messages

/** How a message is provoked: the texts that it must be found in, all of them. */
type Provoked =
  | { only?: Row['only']; texts: (world: World) => Promise<string[]>; test?: (text: string) => boolean }
  | { unprovoked: string }

const causeOf = ({ log }: Seen): string => finalError(log)
/** A cause as the rules of a layer see it. */
const layerCause = (seen: Seen): string =>
  causeOf(seen).replace(messages.beforeReadFailure, '').replace(messages.push, '')

type Loss = { kind: keyof typeof caches; output: string; how?: 'gone' | 'other' | 'cut' }

/**
 * Builds with a cache whose layers have gone meanwhile, on a builder of its own, since that may be of no use any more;
 * `again` builds on it once more.
 */
async function losing(
  world: World,
  { kind, output, how = 'gone' }: Loss,
  again?: (on: Machine) => Promise<Seen>,
): Promise<Seen> {
  const cache = caches[kind](world)
  const on = await startBuildkitd('loses', world.pair)
  try {
    const cold = await world.build({ on, args: ['--cache-to', cache.to] })
    if (!cold.ok) throw new Error(causeOf(cold))
    await cache.lose(how)
    // A step that runs reads the layers below it; a push reads them all, and there is nothing to run.
    const source = output.includes('push=true') ? 'a\n' : 'b\n'
    const args = ['--cache-from', cache.from, '--output', output]
    const seen = await world.build({ on, files: { source }, args })
    return again ? await again(on) : seen
  } finally {
    world.azure.isLost = false
    // The registry takes no layer again that it has under this name.
    if (how !== 'gone') await cache.lose()
    await on.stop()
  }
}

const here = (world: World): string => `type=local,dest=${world.folder('out')}`
const pushed = (host: string): string => `type=image,name=${host}/pushed:1,push=true`
const step = (world: World): Promise<Seen> =>
  world.build({ dockerfile: 'FROM scratch\nADD rootfs.tar /\nRUN false\n' })
const exported = (world: World, ...to: string[]): Promise<Seen> =>
  world.build({ args: to.flatMap((csv) => ['--cache-to', csv]) })
const azureAt = (host: string): string =>
  `type=azblob,account_url=http://${host}/a,account_name=a,container=c,secret_access_key=QUFBQQ==,mode=max`

/** One for each of `messages`: the types say when one is missing. */
const provoked: Record<Message, Provoked> = {
  finalError: {
    texts: async (world) => [(await step(world)).log],
    test: (log) => finalError(log).startsWith('process "'),
  },
  beforeCause: {
    texts: async (world) => [(await step(world)).log],
    test: (log) =>
      finalError(log).startsWith('process "') &&
      messages.beforeCause.exec(log.slice(log.lastIndexOf('ERROR: ')))?.[2] !== undefined,
  },
  exporterNotConfigured: { texts: async (world) => [causeOf(await exported(world, 'type=s3'))] },
  exporterUnknown: { texts: async (world) => [causeOf(await exported(world, 'type=nothing'))] },
  exporterTwice: {
    only: 'newest',
    texts: async (world) => {
      const { to } = caches.registry(world)
      return [causeOf(await exported(world, to, to))]
    },
  },
  neverBegan: {
    only: 'newest',
    texts: async (world) => [causeOf(await exported(world, azureAt(await world.answering(() => undefined))))],
  },
  directoryNotWritten: {
    texts: async (world) => {
      const file = world.folder('file')
      writeFileSync(file, '')
      return [causeOf(await exported(world, `type=local,dest=${file}/cache`))]
    },
  },
  containerIsThere: {
    only: 'newest',
    texts: async (world) => {
      const host = await world.answering(({ method }) =>
        method === 'PUT'
          ? { status: 409, headers: { 'x-ms-error-code': 'ContainerAlreadyExists' } }
          : { status: 404, headers: { 'x-ms-error-code': 'ContainerNotFound' } },
      )
      return [causeOf(await exported(world, azureAt(host)))]
    },
  },
  beforeReadFailure: {
    texts: async (world) => [causeOf(await losing(world, { kind: 'registry', output: here(world) }))],
  },
  s3Layer: { texts: async (world) => [layerCause(await losing(world, { kind: 's3', output: here(world) }))] },
  registryLayer: {
    texts: async (world) => [layerCause(await losing(world, { kind: 'registry', output: here(world) }))],
  },
  azureLayer: {
    only: 'newest',
    texts: async (world) => [
      layerCause(await losing(world, { kind: 'azblob', output: pushed(world.registry.host) })).replace(
        messages.anyLayer,
        '',
      ),
    ],
  },
  localLayer: {
    texts: async (world) => [
      layerCause(await losing(world, { kind: 'local', output: pushed(world.registry.host) })),
    ],
  },
  anyLayer: {
    texts: async (world) => [
      layerCause(await losing(world, { kind: 'registry', output: here(world), how: 'other' })),
    ],
  },
  push: {
    only: 'newest',
    texts: async (world) => [
      causeOf(await losing(world, { kind: 'azblob', output: pushed(world.registry.host) })),
    ],
  },
  // 0.11 says less, and nothing that is taken for a layer's.
  pushTarget: {
    only: 'newest',
    texts: (world) =>
      Promise.all(
        [401, 403, 500].map(async (status) => {
          const host = await world.answering(() => ({ status }))
          return layerCause(await world.build({ keep: true, args: ['--output', pushed(host)] }))
        }),
      ),
  },
  ownFailure: {
    texts: async (world) => [
      layerCause(await step(world)),
      layerCause(await world.build({ dockerfile: 'FROM scratch\nCOPY nothing /\n' })),
      layerCause(await world.build({ args: ['--file', 'nothing'] })),
      layerCause(await world.build({ dockerfile: 'FROM scratch\nRUM echo\n' })),
    ],
  },
  builderSpoilt: { unprovoked: 'it comes by chance, in the builds after one that lost a layer' },
  builderDied: {
    texts: async (world) => {
      const machine = await startBuildkitd('dies', world.pair)
      let dying: Promise<void> | undefined
      const seen = await world.build({
        on: machine,
        dockerfile: 'FROM scratch\nADD rootfs.tar /\nRUN echo begun && sleep 30\n',
        onOutput: (log) => {
          if (/^#\d+ [\d.]+ begun$/m.test(log)) dying ??= killPart(machine)
        },
      })
      await dying
      await machine.stop()
      return [causeOf(seen)]
    },
  },
  cancelled: {
    only: 'newest',
    texts: async (world) => {
      const { log } = await world.build({
        dockerfile: 'FROM scratch\nADD rootfs.tar /\nRUN echo begun && sleep 30\n',
        args: ['--progress=rawjson'],
        onOutput: (text, interrupt) => {
          if (text.includes(Buffer.from('begun\n').toString('base64'))) interrupt()
        },
      })
      const errors = parseRecord(log).flatMap(({ error }) => (error === '' ? [] : [error]))
      return errors.length === 0 ? [''] : errors
    },
  },
  registryMissing: {
    texts: async (world) => {
      const { log } = await world.build({ args: ['--cache-from', caches.registry(world).from] })
      return [/^#\d+ ERROR: (.*)$/m.exec(log)?.[1] ?? '']
    },
  },
  layersFound: {
    only: 'newest',
    texts: async (world) => {
      const cache = caches.azblob(world)
      await exported(world, cache.to)
      const { log } = await world.build({ args: ['--cache-from', cache.from] })
      return [/^#\d+ (found \d+ layers in cache)/m.exec(log)?.[1] ?? '']
    },
  },
  localImport: {
    only: 'newest',
    texts: async (world) => {
      const { log } = await world.build({
        args: ['--cache-from', `type=local,src=${world.folder('none')},tag=main`],
      })
      return [log.split('\n').find((line) => line.includes('local cache import')) ?? '']
    },
  },
}

export const failures: Row[] = Object.entries(provoked).map(([name, it]): Row => {
  const row = { name: `message ${name}`, usedBy: 'src/buildkit/messages.ts' }
  if ('unprovoked' in it) return { ...row, unprovoked: it.unprovoked }
  const test = it.test ?? ((text: string) => messages[name as Message].test(text))
  return {
    ...row,
    ...(it.only ? { only: it.only } : {}),
    provoke: async (world) => {
      const texts = await it.texts(world)
      return {
        holds: texts.every(test),
        seen: (texts.find((text) => !test(text)) ?? texts[0] ?? '').slice(-600),
      }
    },
  }
})
