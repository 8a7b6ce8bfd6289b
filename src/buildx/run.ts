import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { type ExecOutput, getExecOutput } from '@actions/exec'
import { which } from '@actions/io'

/** How buildx is called here: a docker plugin, or standalone. */
export type Buildx = { program: string; prefix: string[] }

/** docker with its plugin, else `buildx` alone; throws where neither is on PATH. */
export async function findBuildx(): Promise<Buildx> {
  const [docker, alone] = await Promise.all([which('docker'), which('buildx')])
  if (docker !== '') return { program: docker, prefix: ['buildx'] }
  if (alone !== '') return { program: alone, prefix: [] }
  throw new Error('neither docker nor buildx is on PATH; run docker/setup-buildx-action before this step')
}

/** Runs a query of buildx in silence and gives back what it printed; a failure is an exit code, never thrown. */
export function query(buildx: Buildx, args: string[], env: Record<string, string>): Promise<ExecOutput> {
  return getExecOutput(quoteProgram(buildx.program), [...buildx.prefix, ...args], {
    env,
    silent: true,
    ignoreReturnCode: true,
  })
}

/** The same, ended after `limitMs` milliseconds, which is a failure too. */
export function queryWithin(
  limitMs: number,
  { program, prefix }: Buildx,
  args: string[],
  env: Record<string, string>,
): Promise<ExecOutput> {
  // A manifest with its layers, and some.
  const options = { env, timeout: limitMs, maxBuffer: 10_000_000 }
  return new Promise((done) => {
    execFile(program, [...prefix, ...args], options, (error, stdout, stderr) => {
      done({ exitCode: error ? 1 : 0, stdout, stderr })
    })
  })
}

/** @actions/exec splits its first argument at blanks. */
function quoteProgram(program: string): string {
  return `"${program}"`
}

/** In milliseconds: how long buildx has to end after it was interrupted; it needs 5 s where its builder hangs. */
const GRACE = 15_000

/**
 * Runs a build, or what else takes long. What it prints goes to the user untouched and, as text, to `onOutput`; both
 * its streams go to our stdout, so that the log keeps their order. The result is the exit code. Where the job is
 * cancelled meanwhile, it throws when buildx has ended: nothing that follows is begun. `cut` interrupts it.
 */
export async function stream(
  buildx: Buildx,
  args: string[],
  env: Record<string, string>,
  onOutput: (text: string, isStdout: boolean) => void,
  cut?: AbortSignal,
): Promise<number> {
  const child = spawn(buildx.program, [...buildx.prefix, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const output of [child.stdout, child.stderr]) {
    const decoder = new StringDecoder() // a letter of several bytes may arrive in two pieces
    output.on('data', (bytes: Buffer) => {
      process.stdout.write(bytes)
      onOutput(decoder.write(bytes), output === child.stdout)
    })
  }
  // A cancelled job interrupts us alone: buildx has to hear of it to stop its build.
  let cancelled: NodeJS.Signals | undefined
  const forward = (signal: NodeJS.Signals): void => {
    cancelled = signal
    child.kill(signal)
  }
  process.on('SIGINT', forward).on('SIGTERM', forward)
  const stopCutting = onCut(child, cut)
  try {
    const exitCode = await new Promise<number>((done, fail) => {
      child.on('error', fail).on('close', (code) => done(code ?? 1))
    })
    if (cancelled) throw new Error(`cancelled by ${cancelled}`)
    return exitCode
  } finally {
    stopCutting()
    process.off('SIGINT', forward).off('SIGTERM', forward)
  }
}

/** Interrupts a process when `cut` says so, and ends it for good where that is not enough. */
function onCut(
  child: ChildProcessByStdio<null, Readable, Readable>,
  cut: AbortSignal | undefined,
): () => void {
  let timer: NodeJS.Timeout | undefined
  const interrupt = (): void => {
    child.kill('SIGINT')
    timer = setTimeout(() => {
      child.kill('SIGKILL')
      // Its plugin may live on and hold them.
      child.stdout.destroy()
      child.stderr.destroy()
    }, GRACE)
  }
  cut?.addEventListener('abort', interrupt, { once: true })
  return () => {
    clearTimeout(timer)
    cut?.removeEventListener('abort', interrupt)
  }
}

/**
 * Takes a flock(2) on an open file, which is ours for as long as its descriptor is open: the lock belongs to the open
 * file and not to the process that asked for it, and Node itself cannot ask. Nobody waits: false where another has it;
 * undefined where that cannot be told, for want of util-linux' or BusyBox' `flock`.
 */
export function flockNow(fd: number, mode: 'shared' | 'exclusive'): Promise<boolean | undefined> {
  const flag = mode === 'shared' ? '-s' : '-x'
  return new Promise((done) => {
    spawn('flock', [flag, '-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', fd] })
      .on('error', () => done(undefined))
      .on('close', (code) => done(code === 0 ? true : code === 1 ? false : undefined))
  })
}
