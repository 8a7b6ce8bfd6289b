import { mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { messages } from '../buildkit/messages.ts'
import { lineFilter, lineReader } from '../lib/lines.ts'
import { makeFolder } from '../lib/make-folder.ts'
import { atEnd } from '../runner/cancel.ts'
import { saveState } from '../runner/state.ts'
import { formatCommand } from './command-line.ts'
import { whatChecksFound, whyFailed } from './failure.ts'
import type { Wanted } from './history.ts'
import { type Results, readResults } from './results.ts'
import { type Buildx, stream } from './run.ts'

/** A finished build. */
export type Build = {
  /** False: buildx refused it before BuildKit had it. */
  hasBegun: boolean
  /** Why it failed; undefined where it did not. */
  failure: string | undefined
  results: Results
  /** How to ask its builder what it kept of it. */
  wanted: Wanted
  /** What buildx said of local caches that it left out. */
  warnings: string[]
}

// In characters: enough for the error that ends a build, which repeats the step's script several times.
const TAIL = 131_072

/** How to run the build: the command, buildx's environment, what must not be shown, where the results go. */
export type Command = {
  args: string[]
  env: Record<string, string>
  secrets: readonly string[]
  isCheck: boolean
  /** The input `builder`. */
  builder: string
  nodes: number
  /** Whether there are imports that only the builder can tell apart. */
  withImports: boolean
  files: { imageIdFile: string; metadataFile: string }
}

/** One run of the command. */
export type BuildRun = {
  exitCode: number
  /** The end of what it printed, and of that what it printed on stderr. */
  tail: string
  errors: string
  stdout: string
  warnings: string[]
  /** In milliseconds since 1970. */
  began: number
  ended: number
}

/** What may look at a run while it goes on: each line of its stderr; `cut` interrupts it. */
export type Watch = { read: (line: string) => void; cut: AbortSignal }

/**
 * Runs the build once, with no results of an earlier run in its place. `onCommand` gets the command, fit to be printed;
 * `start` starts the process.
 */
export async function runBuild(
  buildx: Buildx,
  { args, env, secrets, files }: Command,
  onCommand: (command: string) => void,
  watch?: Watch,
  start = stream,
): Promise<BuildRun> {
  for (const file of [files.imageIdFile, files.metadataFile]) rmSync(file, { force: true })
  onCommand(formatCommand([buildx.program, ...buildx.prefix, ...args], secrets))
  let [tail, errors, stdout] = ['', '', '']
  const warnings = lineFilter(messages.localImport)
  const lines = lineReader((line) => watch?.read(line))
  const onOutput = (text: string, isStdout: boolean): void => {
    tail = (tail + text).slice(-TAIL)
    if (isStdout) {
      stdout = (stdout + text).slice(0, TAIL)
      return
    }
    errors = (errors + text).slice(-TAIL)
    warnings.read(text)
    lines(text)
  }
  const began = Date.now()
  const exitCode = await start(
    buildx,
    args,
    { ...env, BUILDX_METADATA_WARNINGS: 'true' },
    { onOutput, cut: watch?.cut },
  )
  return { exitCode, tail, errors, stdout, warnings: warnings.end(), began, ended: Date.now() }
}

/** What the last run of a build left; its builder is not asked yet. */
export function finishBuild(
  { isCheck, builder, nodes, withImports, files }: Command,
  { exitCode, tail, stdout, warnings, began, ended }: BuildRun,
): Build {
  const results = readResults(files)
  const named = results.metadata?.['buildx.build.ref']
  const ref = typeof named === 'string' ? named : undefined
  const checks = isCheck ? whatChecksFound(stdout) : ''
  return {
    hasBegun: exitCode === 0 || /^#\d+ |failed to solve/m.test(tail),
    failure: exitCode === 0 ? undefined : whyFailed(wholeLines(tail), exitCode, checks),
    results,
    wanted: { ref, builder, nodes, began, ended, withImports },
    warnings,
  }
}

/** The first line of what was cut off at its beginning may be half a line. */
function wholeLines(tail: string): string {
  return tail.length < TAIL ? tail : tail.slice(tail.indexOf('\n') + 1 || tail.length)
}

/**
 * Runs `work` with a directory of its own in one of `parents`, the first that can be written, which is made where it
 * is missing. It holds secrets: it is gone afterwards, also where the job is cancelled, and at the latest with post.
 */
export async function withDirectory<T>(
  parents: readonly string[],
  work: (directory: string) => Promise<T>,
): Promise<T> {
  const directory = makeDirectory(parents)
  saveState('directory', directory)
  const forget = atEnd(() => removeDirectory(directory))
  try {
    return await work(directory)
  } finally {
    forget()
    removeDirectory(directory)
  }
}

const NAME = 'buildx-branch-cache-'

function makeDirectory([parent = '', ...others]: readonly string[]): string {
  try {
    makeFolder(parent)
    return mkdtempSync(join(parent, NAME))
  } catch (error) {
    if (others.length > 0) return makeDirectory(others)
    throw new Error(
      `the secrets and results of the build need a writable folder: ${(error as Error).message}`,
    )
  }
}

/** Removes a directory of `withDirectory`, and no other; never throws, since post tries again. */
export function removeDirectory(directory: string): void {
  if (!basename(directory).startsWith(NAME)) return
  try {
    rmSync(directory, { recursive: true, force: true })
  } catch {
    return
  }
}
