import { spawn } from 'node:child_process'
import { linkSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Azurite, startAzurite } from '../parts/azurite.ts'
import { type Machine, startBuildkitd } from '../parts/buildkitd.ts'
import { freePort } from '../parts/free-port.ts'
import { chosen, type Pair } from '../parts/pair.ts'
import { startRecorder } from '../parts/recorder.ts'
import { type Registry, startRegistry } from '../parts/registry.ts'
import { makeRootfs, tarRootfs } from '../parts/rootfs.ts'
import { startAll } from '../parts/start-all.ts'
import { type Bucket, startVersitygw } from '../parts/versitygw.ts'

/** What a build printed on stderr, and whether it succeeded. */
export type Seen = { ok: boolean; log: string }

/** A build: files of its context besides Dockerfile, the Dockerfile, and further arguments of buildx. */
export type Wanted = {
  dockerfile?: string
  files?: Record<string, string>
  args?: string[]
  /** Another builder than the world's own. */
  on?: Machine
  /** The builder keeps what it has; by default it forgets everything first. */
  keep?: boolean
  /** Called with all that was printed so far, whenever there is more. */
  onOutput?: (log: string, interrupt: () => void) => void
}

export type Reply = { status: number; headers?: Record<string, string>; body?: string }

/** A builder of a pair, and stores of each kind, to make BuildKit say things on. */
export type World = {
  pair: Pair
  machine: Machine
  registry: Registry
  bucket: Bucket
  azurite: Azurite
  /** Azurite behind a proxy that, once switched, finds no blob of a layer any more. */
  azure: { url: string; isLost: boolean }
  build: (wanted: Wanted) => Promise<Seen>
  /** `docker buildx …` and what it printed on stdout and stderr. */
  buildx: (args: string[]) => Promise<Seen>
  /** A folder that is not there yet. */
  folder: (name: string) => string
  /** A server with configured answers, and none by default: `host:port`. */
  answering: (answer: (request: IncomingMessage) => Reply | undefined) => Promise<string>
  /** A host and port where nothing listens. */
  dead: string
  stop: () => Promise<void>
}

/** A base of a megabyte, a file, and a step made of both. */
export const LINE = 'FROM scratch\nADD rootfs.tar /\nCOPY source /\nRUN cat /source > /a && echo built\n'

export async function startWorld(pair: Pair = chosen): Promise<World> {
  const [machine, registry, bucket, azurite] = await startAll(
    startBuildkitd('messages', pair),
    startRegistry({ anyIndex: true }),
    startVersitygw(),
    startAzurite(),
  )
  const servers: Server[] = []
  const azure = { url: '', isLost: false }
  const proxy = await startRecorder(new URL(azurite.account.url).origin, async ({ method, url }) =>
    azure.isLost && method === 'GET' && /blobs(\/|%2F)/i.test(url) ? 404 : undefined,
  )
  azure.url = `${proxy.url}/${azurite.account.name}`
  const root = join(machine.work, 'rootfs')
  makeRootfs(root, ['sh', 'cat', 'sleep', 'head', 'mkdir', 'stat', 'touch'])
  tarRootfs(root, `${root}.tar`)
  let count = 0
  const folder = (name: string): string => join(machine.work, `${name}-${count++}`)
  const buildx = (args: string[], wanted: Wanted = {}): Promise<Seen> =>
    run(
      pair.buildx,
      args,
      { PATH: process.env.PATH ?? '', HOME: machine.work, ...(wanted.on ?? machine).env },
      wanted,
    )
  const build = (wanted: Wanted): Promise<Seen> => {
    if (!wanted.keep) (wanted.on ?? machine).prune()
    const context = folder('context')
    mkdirSync(context)
    linkSync(`${root}.tar`, join(context, 'rootfs.tar'))
    writeFileSync(join(context, 'Dockerfile'), wanted.dockerfile ?? LINE)
    for (const [name, content] of Object.entries({ source: 'a\n', ...wanted.files })) {
      writeFileSync(join(context, name), content)
    }
    return buildx(
      ['build', '--progress=plain', '--provenance=false', ...(wanted.args ?? []), context],
      wanted,
    )
  }
  const answering: World['answering'] = async (answer) => {
    const server = createServer((request, response) => {
      request.resume()
      const { status, headers, body } = answer(request) ?? {}
      if (status !== undefined) response.writeHead(status, headers).end(body)
    })
    servers.push(server)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return `127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const stop = async (): Promise<void> => {
    for (const server of servers) {
      server.close()
      server.closeAllConnections()
    }
    for (const part of [proxy, machine, registry, bucket, azurite]) await part.stop()
  }
  const dead = `127.0.0.1:${await freePort()}`
  return { pair, machine, registry, bucket, azurite, azure, build, buildx, folder, answering, dead, stop }
}

function run(
  program: string,
  args: string[],
  env: Record<string, string>,
  { onOutput }: Wanted,
): Promise<Seen> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let log = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text
        onOutput?.(log, () => child.kill('SIGINT'))
      })
    }
    child.on('error', fail).on('close', (code) => done({ ok: code === 0, log }))
  })
}

/** Deletes the files that can be a layer, not one of the small ones that describe it; or writes something else into them. */
export function loseLayers(folder: string, how: 'gone' | 'other' | 'cut' = 'gone'): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((file) => join(file.parentPath, file.name))
    .filter((file) => statSync(file).isFile() && statSync(file).size > 100_000)
  if (files.length === 0) throw new Error(`no layer in ${folder}`)
  for (const file of files) {
    const { size } = statSync(file)
    if (how === 'gone') rmSync(file)
    else writeFileSync(file, Buffer.alloc(how === 'cut' ? size / 2 : size, 'x'))
  }
}
