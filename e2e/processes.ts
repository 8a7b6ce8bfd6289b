import { readdirSync, readFileSync } from 'node:fs'

/** A process as anybody on the machine sees it, and its environment as its owner does. */
export type Process = { argv: string[]; environ: string[] }

/** Keeps looking at all processes that come from this one until `stop`, which gives back each that was seen. */
export function watchProcesses(): { stop: () => Process[] } {
  const seen = new Map<string, Process>()
  const look = (): void => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isOurs(name))) {
      const argv = read(pid, 'cmdline')
      const id = `${pid} ${argv.join(' ')}`
      // Between fork and exec a process has its parent's argv: the environment may come a moment later.
      if (argv.length > 0 && !seen.get(id)?.environ.length)
        seen.set(id, { argv, environ: read(pid, 'environ') })
    }
  }
  const timer = setInterval(look, 15)
  return {
    stop: () => {
      clearInterval(timer)
      return [...seen.values()]
    },
  }
}

/** The `docker buildx build` among them. */
export function builds(processes: readonly Process[]): Process[] {
  return processes.filter(({ argv }) => argv.includes('buildx') && argv.includes('--metadata-file'))
}

function read(pid: string, file: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0').filter(Boolean)
  } catch {
    return [] // it has ended
  }
}

/** The machine may run other tests beside this one. */
function isOurs(pid: string): boolean {
  let at = pid
  for (let i = 0; i < 20 && at !== '' && at !== '0'; i++) {
    if (at === String(process.pid)) return true
    at = /^PPid:\s*(\d+)$/m.exec(read(at, 'status').join(''))?.[1] ?? ''
  }
  return false
}
