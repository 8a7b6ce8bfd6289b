import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { makeClient } from './client.ts'
import { chosen, type Pair } from './pair.ts'
import { bin, type Part, partDirectory, startPart } from './part.ts'

/** A BuildKit of its own and the settings of a docker client that uses it: in effect, a machine. */
export type Machine = Part & {
  socket: string
  /** What makes `docker buildx` in a process use this machine. */
  env: Record<string, string>
  /** A folder to work in, which goes with the machine. */
  work: string
  /** Forgets all it has built: a new machine, without the wait. */
  prune: () => void
}

export async function startBuildkitd(name = 'machine', pair: Pair = chosen): Promise<Machine> {
  const directory = partDirectory(name)
  const socket = join(directory, 'buildkitd.sock')
  const config = join(directory, 'buildkitd.toml')
  writeFileSync(config, '')
  const part = await startPart(
    {
      name: 'buildkitd',
      directory,
      root: true,
      command: [
        pair.buildkitd,
        // An empty file, so that the machine's own settings are not used.
        ...['--config', config, '--root', join(directory, 'root'), '--addr', `unix://${socket}`],
        // By default all on a machine have one, and of two that start at once only one gets it.
        ...(pair.otelSocket ? ['--otel-socket-path', join(directory, 'otel.sock')] : []),
        ...['--group', String(process.getgid?.() ?? 0), '--containerd-worker=false', '--oci-worker=true'],
        ...['--oci-worker-binary', join(bin, 'runc'), '--oci-worker-net=host', '--oci-worker-gc=false'],
      ],
      // Otherwise an S3 cache without credentials asks the cloud's metadata service for some.
      env: { AWS_EC2_METADATA_DISABLED: 'true' },
    },
    () => answers(socket),
  )
  const env = clientOf(directory, name, socket, pair)
  const work = join(directory, 'work')
  mkdirSync(work)
  const prune = (): void => {
    execFileSync(pair.buildctl, ['--addr', `unix://${socket}`, 'prune', '--all'])
  }
  return { ...part, socket, env, work, prune }
}

/** A docker configuration with buildx as its plugin and one builder, the socket, chosen. */
function clientOf(directory: string, name: string, socket: string, { buildx }: Pair): Record<string, string> {
  const { env, plugins } = makeClient(directory)
  symlinkSync(buildx, join(plugins, 'docker-buildx'))
  const create = ['create', '--name', name, '--driver', 'remote', '--use', `unix://${socket}`]
  // Not in our environment: buildx remembers what is in use by the DOCKER_HOST it sees.
  const mine = { PATH: process.env.PATH, HOME: directory }
  execFileSync(buildx, create, { env: { ...mine, ...env }, stdio: 'pipe' })
  return env
}

function answers(socket: string): Promise<true | undefined> {
  return new Promise((done) => {
    const connection = connect(socket)
    connection.on('connect', () => done(true)).on('error', () => done(undefined))
    connection.on('connect', () => connection.destroy())
  })
}
