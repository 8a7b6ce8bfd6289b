import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A small file system of its own. */
export type Disk = {
  path: string
  /** Fills it up but for so many kilobytes. */
  fill: (but?: number) => void
  setReadOnly: () => void
  /** Room to write again. */
  mend: () => void
  unmount: () => void
}

/** Only root may mount; an ordinary user needs a sudo that does not ask. */
const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']

/** Creates a folder and mounts one there. The owner of the folder, or `unmount`, unmounts it. */
export function mountDisk(path: string): Disk {
  const run = (...words: string[]): void => {
    const [program = '', ...args] = [...sudo, ...words]
    execFileSync(program, args, { stdio: 'pipe' })
  }
  mkdirSync(path, { recursive: true })
  run('mount', '-t', 'tmpfs', '-o', `size=64m,mode=777`, 'tmpfs', path)
  const filler = join(path, '.filler')
  return {
    path,
    fill: (but = 0) => {
      const { bavail, bsize } = statfsSync(path)
      writeFileSync(filler, Buffer.alloc(bavail * bsize - but * 1024))
    },
    setReadOnly: () => run('mount', '-o', 'remount,ro', path),
    mend: () => {
      run('mount', '-o', 'remount,rw', path)
      rmSync(filler, { force: true })
    },
    unmount: () => run('umount', '-l', path),
  }
}
