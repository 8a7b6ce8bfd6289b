import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A running program of tools/bin. Its directory goes with it. */
export type Part = {
  directory: string
  /** The process to end for the part to end, as the user that runs it. */
  keeper: number
  log: () => string
  stop: () => Promise<void>
  /** The part outlives this process. */
  stay: () => void
}

export const bin = join(import.meta.dirname, '../../tools/bin')

/** Only root can run containers; a test as an ordinary user needs a sudo that does not ask. */
const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']

/** A fresh directory that goes when its part does. */
export function partDirectory(name: string): string {
  return mkdtempSync(join(tmpdir(), `branch-cache-${name}-`))
}

/** Starts a program and waits until `ready` finds it so; throws with the end of its log where it does not get there. */
export async function startPart<T>(
  {
    name,
    directory,
    command,
    root = false,
    env = {},
  }: {
    name: string
    directory: string
    command: string[]
    root?: boolean
    env?: Record<string, string>
  },
  ready: (log: string) => Promise<T | undefined>,
): Promise<Part & { ready: T }> {
  const settings = { PATH: `${bin}:${process.env.PATH}`, ...env }
  const words = [
    ...(root ? asRoot : []),
    'env',
    ...Object.entries(settings).map(([key, value]) => `${key}=${value}`),
    join(import.meta.dirname, 'keeper'),
    directory,
    ...command,
  ]
  // Not this process's stderr: its reader would wait for a part that keeps running.
  const log = openSync(join(directory, 'log'), 'a')
  const keeper = spawn(words[0] as string, words.slice(1), { stdio: ['pipe', log, log] })
  closeSync(log)
  const part = handle(directory, keeper)
  try {
    return { ...part, ready: await waitFor(name, part, keeper, ready) }
  } catch (error) {
    await part.stop()
    throw error
  }
}

function handle(directory: string, keeper: ChildProcess): Part {
  const ended = new Promise((done) => keeper.on('close', done).on('error', done))
  const file = join(directory, 'log')
  return {
    directory,
    keeper: keeper.pid ?? 0,
    log: () => readFileSync(file, 'utf8'),
    stop: async () => {
      keeper.stdin?.end()
      await ended
    },
    stay: () => {
      keeper.stdin?.end('stay\n')
      keeper.unref()
    },
  }
}

async function waitFor<T>(
  name: string,
  part: Part,
  keeper: ChildProcess,
  ready: (log: string) => Promise<T | undefined>,
): Promise<T> {
  for (let i = 0; i < 600; i++) {
    const value = await ready(part.log())
    if (value !== undefined) return value
    if (keeper.exitCode !== null || existsSync(join(part.directory, 'ended'))) break
    await sleep(50)
  }
  const why = part.log().split('\n').slice(-15).join('\n')
  throw new Error(`${name} did not start. The end of what it printed:\n${why}`)
}
