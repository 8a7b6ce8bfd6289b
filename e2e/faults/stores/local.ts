import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, constants, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from '../../project.ts'
import { type Disk, mountDisk } from '../disk.ts'
import type { Observer } from '../observe.ts'
import type { Subject } from '../subject.ts'

/** A directory that a machine keeps its caches in, on a disk of its own. */
export type FaultyDirectory = Subject & {
  directory: string
  disk: Disk
  /** Another process holds the lock of its index. */
  lock: () => void
  /** Ends buildx, which does the writing, at once. */
  kill: () => void
}

export function faultyDirectory({ machine }: Pick<Observer, 'machine'>): FaultyDirectory {
  const disk = mountDisk(join(tempFolder('disk'), 'disk'))
  const directory = join(disk.path, 'cache')
  let holder: ChildProcess | undefined
  return {
    name: 'local',
    step: { inputs: { cache: `type=local,dest=${directory}` } },
    directory,
    disk,
    lock: () => {
      holder = spawn('flock', ['--no-fork', join(directory, 'index.json.lock'), 'sleep', '600'])
    },
    kill: () => killBuildx(machine().env.DOCKER_CONFIG ?? ''),
    mend: async () => {
      holder?.kill()
      disk.mend()
      for (const file of readdirSync(disk.path, { withFileTypes: true, recursive: true })) {
        if (file.isFIFO()) endPipe(join(file.parentPath, file.name))
      }
    },
    clear: () => {
      rmSync(directory, { recursive: true, force: true })
      mkdirSync(directory)
    },
    stop: async () => {
      holder?.kill()
      disk.unmount()
    },
  }
}

/** Removes a named pipe; a process blocked on it continues, and reads nothing. */
function endPipe(file: string): void {
  closeSync(openSync(file, constants.O_RDWR | constants.O_NONBLOCK))
  rmSync(file)
}

/** A build is known by the docker configuration that it uses, which is one machine's own. */
function killBuildx(config: string): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const argv = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      const environ = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
      const isBuild = argv.includes('buildx') && argv.includes('build')
      if (isBuild && environ.includes(`DOCKER_CONFIG=${config}`)) process.kill(Number(pid), 'SIGKILL')
    } catch {
      // It has ended.
    }
  }
}
