import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { installBuildx, loadBuildkitImage } from './buildkit-image.ts'
import { makeClient } from './client.ts'
import { bin, type Part, partDirectory, startPart } from './part.ts'

/** A Docker Engine of its own, and the settings of a docker client that uses it. */
export type Engine = Part & {
  /** What makes `docker` and `docker buildx` in a process use this engine. */
  env: Record<string, string>
  /** Runs docker on it and gives back its stdout; throws an Error with its stderr where it fails. */
  docker: (...args: string[]) => Promise<string>
  /** Makes a docker-container builder and starts it; `more` are arguments of `buildx create`. */
  createBuilder: (name: string, ...more: string[]) => Promise<void>
  /** The names of what lies in it, sorted. */
  containers: () => Promise<string[]>
  volumes: () => Promise<string[]>
}

/**
 * Starts dockerd as root, with images in a containerd store as Docker 29 has them, or in a graphdriver's as before.
 * It has no bridge and changes nothing about the machine's network: with the docker driver RUN needs `network: host`,
 * and a builder in a container needs the driver option `network=host`.
 */
export async function startEngine({ name = 'engine', containerdStore = true } = {}): Promise<Engine> {
  const directory = partDirectory(name)
  const socket = `unix://${join(directory, 'docker.sock')}`
  const { env: client, plugins } = makeClient(directory)
  const env = { ...client, DOCKER_HOST: socket }
  installBuildx(join(plugins, 'docker-buildx'))
  const config = join(directory, 'daemon.json')
  writeFileSync(config, JSON.stringify({ features: { 'containerd-snapshotter': containerdStore } }))

  const docker = runner({ ...env, PATH: `${bin}:/usr/bin:/bin`, HOME: directory })
  const part = await startPart(
    {
      name: 'dockerd',
      directory,
      root: true,
      command: [
        ...[join(bin, 'dockerd'), '--config-file', config, '--host', socket],
        ...['--data-root', join(directory, 'data'), '--exec-root', join(directory, 'exec')],
        ...['--pidfile', join(directory, 'pid'), '--group', String(process.getgid?.() ?? 0)],
        ...['--iptables=false', '--ip6tables=false', '--ip-forward=false', '--bridge=none'],
        ...(containerdStore ? [] : ['--storage-driver', 'overlay2']),
      ],
      // Pulls from a hub fail at once: nobody listens on port 9.
      env: { HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' },
    },
    () =>
      docker('version').then(
        () => true,
        () => undefined,
      ),
  )
  const names = async (...args: string[]): Promise<string[]> =>
    (await docker(...args)).split('\n').filter(Boolean).sort()
  const containers = (): Promise<string[]> => names('ps', '--all', '--format', '{{.Names}}')
  const stop = async (): Promise<void> => {
    // A hanging builder takes longer to exit than dockerd may.
    const left = await containers().catch(() => [])
    if (left.length > 0) await docker('rm', '--force', ...left).catch(() => '')
    await part.stop()
  }
  try {
    await loadBuildkitImage(env)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    ...part,
    env,
    docker,
    containers,
    stop,
    volumes: () => names('volume', 'ls', '--format', '{{.Name}}'),
    createBuilder: async (builder, ...more) => {
      await docker('buildx', 'create', '--name', builder, ...container, ...more)
    },
  }
}

// buildx's own default would be a bridge, which the engine has not.
const container = ['--driver', 'docker-container', '--driver-opt', 'network=host', '--bootstrap']

function runner(env: Record<string, string>): Engine['docker'] {
  return async (...args) => (await promisify(execFile)(join(bin, 'docker'), args, { env })).stdout
}
