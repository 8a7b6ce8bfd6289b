import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process'
import { constants, EOL } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { setTimeout as wait } from 'node:timers/promises'
import { which } from '@actions/io'
import { atEnd, onCancel } from '../runner/cancel.ts'
import { debug, hideKnown, isDebug } from '../runner/commands.ts'

/** How to call buildx: as a docker plugin or standalone. */
export type Buildx = { program: string; prefix: string[] }

/** How to reach a builder: buildx, the input `builder`, and the environment of docker. */
export type BuilderAccess = { buildx: Buildx; builder: string; env: Record<string, string> }

/** docker with its plugin, else standalone `buildx`; throws if neither is on PATH. */
export async function findBuildx(): Promise<Buildx> {
  const [docker, alone] = await Promise.all([which('docker'), which('buildx')])
  if (docker !== '') return { program: docker, prefix: ['buildx'] }
  if (alone !== '') return { program: alone, prefix: [] }
  throw new Error('neither docker nor buildx is on PATH; run docker/setup-buildx-action before this step')
}

/** The result of a docker call; a failure is an exit code, never thrown. */
export type Completed = {
  exitCode: number
  stdout: string
  stderr: string
  /** It was killed because it timed out. */
  isLate: boolean
}

/** The time limit in milliseconds, the lines to keep (default: all), and the input of the call. */
export type Bounds = { limitMs?: number; keep?: (line: string) => boolean; input?: string }

/** In milliseconds: docker normally answers within two seconds; buildx gives up a remote builder after 20 s. */
const LIMIT = 30_000

/** In characters: the most that is kept of an answer. */
const MOST = 64_000_000

/** In milliseconds: how long the children of a process that exited may keep its streams open. */
const LINGER = 2_000

/**
 * Calls docker without printing anything. Every call ends: the process and all its children are killed after the limit,
 * on an answer that is too long, or when the action ends.
 */
export function query(
  buildx: Buildx,
  args: string[],
  env: Record<string, string>,
  bounds: Bounds = {},
): Promise<Completed> {
  return timed(
    buildx,
    args,
    () => ask(buildx, args, env, bounds),
    ({ exitCode, isLate }) => (isLate ? 'killed since it took too long' : `exit code ${exitCode}`),
  )
}

/** Makes a call, and with debug logging logs it with its result and its duration. */
async function timed<T>(
  { program, prefix }: Buildx,
  args: readonly string[],
  call: () => Promise<T>,
  outcome: (result: T) => string,
): Promise<T> {
  if (!isDebug()) return call()
  const { formatCommand } = await import('./command-line.ts')
  const begin = performance.now()
  let came = 'failed'
  try {
    const result = await call()
    came = outcome(result)
    return result
  } finally {
    debug(() => {
      const words = [program, ...prefix, ...args].map(hideKnown)
      return `${formatCommand(words)}: ${came} after ${Math.round(performance.now() - begin)} ms`
    })
  }
}

function ask(
  { program, prefix }: Buildx,
  args: string[],
  env: Record<string, string>,
  { limitMs = LIMIT, keep = () => true, input }: Bounds,
): Promise<Completed> {
  // docker starts buildx, which starts others: as one process group they can be killed together. Windows has no groups.
  const detached = process.platform !== 'win32'
  const [out, err] = [collector(keep), collector(() => true)]
  const answer = (exitCode: number, isLate = false): Completed => ({
    exitCode,
    isLate,
    stdout: out.text(),
    stderr: err.text(),
  })
  let child: Piped
  try {
    child = spawnPiped(program, [...prefix, ...args], { env, detached }, input)
  } catch {
    return Promise.resolve(answer(127)) // an environment that the system refuses
  }
  const kill = (): void => killGroup(child, detached)
  const forget = atEnd(kill)
  const timers: NodeJS.Timeout[] = []
  return new Promise<Completed>((done) => {
    const give = (text: string, to: Collector): void => {
      if (to.add(text)) return
      kill()
      done(answer(1))
    }
    child.stdout.setEncoding('utf8').on('data', (text: string) => give(text, out))
    child.stderr.setEncoding('utf8').on('data', (text: string) => give(text, err))
    child
      .on('error', () => done(answer(127)))
      .on('exit', (code) => timers.push(setTimeout(() => done(answer(code ?? 1)), LINGER)))
      .on('close', (code) => done(answer(code ?? 1)))
    const late = (): void => {
      kill()
      done(answer(1, true))
    }
    timers.push(setTimeout(late, limitMs))
  }).finally(() => {
    child.removeAllListeners('exit')
    timers.forEach(clearTimeout)
    forget()
    closeStreams(child)
  })
}

/**
 * Runs, without printing anything, what must not be killed half-way, such as a removal. After `limitMs` milliseconds
 * the result is undefined and the process continues, even after the action's end.
 */
export function runToItsEnd(
  buildx: Buildx,
  args: string[],
  env: Record<string, string>,
  limitMs: number,
): Promise<{ exitCode: number; stderr: string } | undefined> {
  return timed(
    buildx,
    args,
    () => waitFor(buildx, args, env, limitMs),
    (result) => (result ? `exit code ${result.exitCode}` : 'still running'),
  )
}

async function waitFor(
  { program, prefix }: Buildx,
  args: string[],
  env: Record<string, string>,
  limitMs: number,
): Promise<{ exitCode: number; stderr: string } | undefined> {
  const { getExecOutput } = await import('@actions/exec')
  const limit = new AbortController()
  const late = wait(limitMs, undefined, { signal: limit.signal }).catch(() => undefined)
  // It splits its first argument at blanks.
  const running = getExecOutput(`"${program}"`, [...prefix, ...args], {
    env,
    silent: true,
    ignoreReturnCode: true,
  })
  return Promise.race([running, late]).finally(() => limit.abort())
}

type Piped = ChildProcessByStdio<Writable | null, Readable, Readable>

function spawnPiped(
  program: string,
  args: string[],
  options: { env: Record<string, string>; detached?: boolean },
  input?: string,
): Piped {
  const stdin = input === undefined ? 'ignore' : 'pipe'
  const child = spawn(program, args, { ...options, stdio: [stdin, 'pipe', 'pipe'] }) as Piped
  // A process that does not read its input closes the pipe, which is no error.
  child.stdin?.on('error', () => {}).end(input)
  return child
}

type Collector = { add: (text: string) => boolean; text: () => string }

/** Collects a text in pieces; `add` is false once more would be kept than allowed. */
function collector(keep: (line: string) => boolean): Collector {
  const kept: string[] = []
  let [length, rest] = [0, '']
  const take = (line: string): void => {
    if (!keep(line)) return
    length += line.length + 1
    kept.push(line)
  }
  return {
    add: (text) => {
      const lines = text.split('\n')
      lines[0] = rest + lines[0]
      rest = lines.pop() ?? ''
      lines.forEach(take)
      return length + rest.length <= MOST
    },
    text: () => [...kept, ...(keep(rest) ? [rest] : [])].join('\n'),
  }
}

function killGroup(child: ChildProcess, isGroup: boolean): void {
  try {
    if (isGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    return // it has ended
  }
}

/** In milliseconds: how long buildx may take to end after an interrupt; it needs 5 s if its builder hangs. */
const GRACE = 15_000

/** In milliseconds: the same after the job was cancelled, when the runner allows 10 s in total. */
const GRACE_OF_RUNNER = 9_000

/** Options of a long-running process. */
export type Streamed = {
  /** Gets its output as text. */
  onOutput: (text: string, isStdout: boolean) => void
  /** Interrupts it. */
  cut?: AbortSignal | undefined
}

/**
 * Runs a build, or another long process. Its output goes unchanged to the user and, as text, to `onOutput`; both
 * streams go to the action's stdout, so that the log keeps their order. The result is the exit code; for a killed
 * process the one that a shell would return. If the job is cancelled, it throws once buildx has ended, so that nothing
 * else is started. `cut` interrupts it.
 */
export function stream(
  buildx: Buildx,
  args: string[],
  env: Record<string, string>,
  streamed: Streamed,
): Promise<number> {
  return timed(
    buildx,
    args,
    () => passOn(buildx, args, env, streamed),
    (exitCode) => `exit code ${exitCode}`,
  )
}

async function passOn(
  buildx: Buildx,
  args: string[],
  env: Record<string, string>,
  { onOutput, cut }: Streamed,
): Promise<number> {
  const child = spawnPiped(buildx.program, [...buildx.prefix, ...args], { env })
  let isLineOpen = false
  for (const output of [child.stdout, child.stderr]) {
    const decoder = new StringDecoder() // a multi-byte character may arrive in two pieces
    output.on('data', (bytes: Buffer) => {
      process.stdout.write(bytes)
      isLineOpen = bytes.at(-1) !== 0x0a
      onOutput(decoder.write(bytes), output === child.stdout)
    })
  }
  // The runner signals only the action: it must interrupt buildx to stop the build.
  let by: NodeJS.Signals | undefined
  const endFor = ender(child)
  const release = onCancel((signal) => {
    by = signal
    endFor(signal, GRACE_OF_RUNNER)
  })
  const forget = atEnd(() => child.kill('SIGKILL'))
  const interrupt = (): void => endFor('SIGINT', GRACE)
  if (cut?.aborted) interrupt()
  cut?.addEventListener('abort', interrupt, { once: true })
  try {
    const exitCode = await new Promise<number>((done, fail) => {
      child
        .on('error', fail)
        .on('exit', () => setTimeout(() => closeStreams(child), LINGER * 5).unref())
        .on('close', (code, signal) => done(code ?? 128 + (signal ? constants.signals[signal] : 0)))
    })
    if (by) throw new Error(`cancelled by ${by}`)
    return exitCode
  } finally {
    // The runner parses commands at the beginning of a line.
    if (isLineOpen) process.stdout.write(EOL)
    endFor.stop()
    forget()
    release()
    cut?.removeEventListener('abort', interrupt)
  }
}

type Ender = ((signal: NodeJS.Signals, graceMs: number) => void) & { stop: () => void }

/** Sends a process a signal, and kills it if that is not enough. */
function ender(child: Piped): Ender {
  let timer: NodeJS.Timeout | undefined
  const end = (signal: NodeJS.Signals, graceMs: number): void => {
    child.kill(signal)
    timer ??= setTimeout(() => {
      child.kill('SIGKILL')
      closeStreams(child) // its plugin may still hold them
    }, graceMs)
  }
  return Object.assign(end, { stop: () => clearTimeout(timer) })
}

function closeStreams({ stdout, stderr }: Piped): void {
  stdout.destroy()
  stderr.destroy()
}

/**
 * Takes a flock(2) on an open file, held for as long as its descriptor is open: the lock belongs to the open file, not
 * to the process that requested it, and Node has no flock. Does not block: false if another process has the lock;
 * undefined if unknown, because `flock` of util-linux or BusyBox is missing.
 */
export function flockNow(fd: number, mode: 'shared' | 'exclusive'): Promise<boolean | undefined> {
  const flag = mode === 'shared' ? '-s' : '-x'
  return new Promise((done) => {
    spawn('flock', [flag, '-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', fd] })
      .on('error', () => done(undefined))
      .on('close', (code) => done(code === 0 ? true : code === 1 ? false : undefined))
  })
}
