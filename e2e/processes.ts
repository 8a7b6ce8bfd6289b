import { readdirSync, readFileSync } from 'node:fs'

/** A process as anybody on the machine sees it, and its environment as its owner does. */
export type Process = { argv: string[]; environ: string[] }

/** Keeps looking at all processes until `stop`, which gives back each that was seen. */
export function watchProcesses(): { stop: () => Process[] } {
  const seen = new Map<string, Process>()
  const look = (): void => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
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

/** The `docker buildx build` of this test among them: others may be at work on the same machine. */
export function builds(processes: readonly Process[]): Process[] {
  const isOurs = (file: string | undefined): boolean => file?.startsWith(`${process.env.E2E_TEMP}/`) ?? false
  return processes.filter(
    ({ argv }) => argv.includes('buildx') && isOurs(argv[argv.indexOf('--metadata-file') + 1]),
  )
}

function read(pid: string, file: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0').filter(Boolean)
  } catch {
    return [] // it has ended
  }
}
