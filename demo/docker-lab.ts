import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Lab, LabMachine } from './lab.ts'

const docker = (...args: string[]): string => execFileSync('docker', args, { encoding: 'utf8' }).trim()

/** True where the user has a Docker with buildx that works. */
export function hasDocker(): boolean {
  return [['info'], ['buildx', 'inspect']].every(
    (args) => spawnSync('docker', args, { stdio: 'ignore', timeout: 15_000 }).status === 0,
  )
}

/** The lab of the user's own Docker: two builders in containers and a registry, all of it new and removed at the end. */
export async function startDockerLab(say: (line: string) => void): Promise<Lab> {
  const name = `branch-cache-demo-${process.pid}`
  const builders = [`${name}-one`, `${name}-two`]
  const folder = mkdtempSync(join(tmpdir(), 'branch-cache-demo-'))
  const undo: string[][] = [
    ...builders.map((it) => ['buildx', 'rm', '--force', it]),
    ['rm', '--force', '--volumes', name],
  ]
  const clean = (): void => {
    for (const args of undo) spawnSync('docker', args, { stdio: 'ignore' })
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', clean)
  say('starting two docker-container builders and a registry in your Docker')
  docker('run', '--detach', '--name', name, '--publish', '127.0.0.1::5000', 'registry:3')
  const registry = docker('port', name, '5000/tcp').split('\n')[0] as string
  for (const builder of builders) {
    // The network of the machine, so that 127.0.0.1 is the same registry for it as for us.
    docker('buildx', 'create', '--name', builder, '--driver-opt', 'network=host', '--bootstrap')
  }
  await answers(registry)
  return {
    about: 'two docker-container builders (two machines, in effect) and a registry, in your Docker',
    machines: builders.map((builder) => machine(builder, folder)) as [LabMachine, LabMachine],
    registry,
    base: undefined,
    reach: () => [`docker buildx inspect ${builders[1]}; docker buildx du --builder ${builders[1]}`],
    stay: () => {
      process.off('exit', clean)
      return [...undo.map((args) => `docker ${args.join(' ')}`), `rm -r ${folder}`]
    },
    stop: async () => {
      process.off('exit', clean)
      clean()
    },
  }
}

function machine(builder: string, folder: string): LabMachine {
  return {
    // The user's own settings: where its Docker is, and how to log in to a hub.
    env: { ...(process.env as Record<string, string>), BUILDX_BUILDER: builder },
    work: mkdtempSync(join(folder, `${builder}-`)),
    empty: () => {
      docker('buildx', 'prune', '--builder', builder, '--all', '--force')
    },
  }
}

async function answers(registry: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (
      await fetch(`http://${registry}/v2/`)
        .then(({ ok }) => ok)
        .catch(() => false)
    )
      return
    await sleep(100)
  }
  throw new Error(`the registry at ${registry} does not answer`)
}
