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
  /** False: buildx refused it before sending it to BuildKit. */
  hasBegun: boolean
  /** Why it failed; undefined if it succeeded. */
  failure: string | undefined
  results: Results
  /** How to get its record from the builder. */
  wanted: Wanted
  /** buildx's warnings about local caches that it skipped. */
  warnings: string[]
}

// In characters: enough for the error that ends a build, which repeats the step's script several times.
const TAIL = 131_072

/** How to run the build: the command, buildx's environment, the secrets to hide, where the results go. */
export type Command = {
  args: string[]
  env: Record<string, string>
  secrets: readonly string[]
  isCheck: boolean
  /** The input `builder`. */
  builder: string
  nodes: number
  /** Whether there are imports that only the builder can distinguish. */
  withImports: boolean
  files: { imageIdFile: string; metadataFile: string }
}

/** One run of the command. */
export type BuildRun = {
  exitCode: number
  /** The end of its output, and of its stderr. */
  tail: string
  errors: string
  stdout: string
  warnings: string[]
  /** In milliseconds since 1970. */
  began: number
  ended: number
}

/** An observer of a running build: gets each line of its stderr; `cut` interrupts the build. */
export type Watch = { read: (line: string) => void; cut: AbortSignal }

/**
 * Runs the build once, after removing the results of an earlier run. `onCommand` gets the command as it may be printed;
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

/** The results of a build's last run; its builder is not asked yet. */
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

/** If the beginning was cut off, the first line may be incomplete. */
function wholeLines(tail: string): string {
  return tail.length < TAIL ? tail : tail.slice(tail.indexOf('\n') + 1 || tail.length)
}

/**
 * Runs `work` with a new directory in the first of `parents` that is writable, which is created if missing. The
 * directory contains secrets: it is removed afterwards, on cancellation too, and by post at the latest.
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

/** Removes a directory that `withDirectory` created, and no other; never throws, since post tries again. */
export function removeDirectory(directory: string): void {
  if (!basename(directory).startsWith(NAME)) return
  try {
    rmSync(directory, { recursive: true, force: true })
  } catch {
    return
  }
}
