// The runner's protocol, from the two files of @actions/core that implement it. Its index also loads an HTTP client of
// a megabyte for a feature that is not used here, which would more than double the action's start (script/bench shows
// it). The version is pinned, and the tests run the built dist.
import { appendFileSync, constants } from 'node:fs'
import { EOL } from 'node:os'
import { issue, issueCommand } from '../../node_modules/@actions/core/lib/command.js'
import { prepareKeyValueMessage } from '../../node_modules/@actions/core/lib/file-command.js'
import { type Hide, hider, pieces, withoutCredentials } from './hide.ts'
import { safeLine, safeLines } from './safe-line.ts'

/** The secrets to hide in everything that this file prints and writes. */
let hide: Hide = (text) => text

/**
 * Hides texts in what the action itself prints and writes: `masked` in all output of the job, `known` only here, since
 * it may contain a common word. Call it before the first line is printed.
 */
export function hideSecrets(masked: readonly string[], known: readonly string[] = []): void {
  hide = hider([...masked, ...known])
  for (const secret of new Set(masked.flatMap(pieces))) issueCommand('add-mask', {}, secret)
}

/** A text without the known secrets. Call it before shortening a text: no mask finds a part of a secret. */
export function hideKnown(text: string): string {
  return hide(text)
}

/** Makes a text of any origin safe to print: used for every line, message and title. */
function printable(text: string): string {
  return safeLines(withoutCredentials(hide(text)))
}

export function info(line: string): void {
  process.stdout.write(safeLine(printable(line)) + EOL)
}

let isDebugOn = false

/** The workflow's debug logging, `ACTIONS_STEP_DEBUG`: off until it is switched on here. */
export function showDebug(isOn: boolean): void {
  isDebugOn = isOn
}

export function isDebug(): boolean {
  return isDebugOn
}

/** A line of the debug log; without debug logging it is not computed. */
export function debug(line: () => string): void {
  if (isDebugOn) issueCommand('debug', {}, printable(line()))
}

export function notice(message: string): void {
  issueCommand('notice', {}, printable(message))
}

/** `place`: `title`, `file` and `line`, for an annotation beside the code. */
export function warning(message: string, place: Record<string, string | number> = {}): void {
  const shown = Object.entries(place).map(([name, value]) => [name, safeLine(printable(String(value)))])
  issueCommand('warning', Object.fromEntries(shown), printable(message))
}

/** Fails the step with a message when the action ends. */
export function fail(message: string): void {
  process.exitCode = 1
  issueCommand('error', {}, printable(message))
}

/** Lines that the log folds under a title. */
export function group(title: string, lines: readonly string[]): void {
  issue('group', safeLine(printable(title)))
  for (const line of lines) info(line)
  issue('endgroup')
}

/** The same for work that prints while it runs. */
export async function groupWork<T>(title: string, work: () => Promise<T>): Promise<T> {
  issue('group', safeLine(printable(title)))
  try {
    return await work()
  } finally {
    issue('endgroup')
  }
}

export function setOutputs(outputs: readonly (readonly [name: string, value: string])[]): void {
  for (const [name, value] of outputs) setOutput(name, value)
}

/** Results of the build itself are passed on unchanged (report/outputs.ts). */
const AS_IT_IS = ['imageid', 'digest', 'metadata']

function setOutput(name: string, given: string): void {
  const value = AS_IT_IS.includes(name) ? given : hide(given)
  // Runners since 2022 have the file; older ones, and old versions of act, read the command.
  if (!appendTo('GITHUB_OUTPUT', prepareKeyValueMessage(name, value))) {
    issueCommand('set-output', { name }, value)
  }
}

/** Keeps a value for the action's post step. */
export function writeState(name: string, value: string): void {
  if (!appendTo('GITHUB_STATE', prepareKeyValueMessage(name, value))) {
    issueCommand('save-state', { name }, value)
  }
}

/** Adds Markdown to the step's summary. Does nothing if the runner provides no file or writing fails. */
export function addSummary(file: string, markdown: string): void {
  if (file === '') return
  try {
    append(file, hide(markdown))
  } catch (error) {
    info(`The job summary could not be written: ${(error as NodeJS.ErrnoException).code}`)
  }
}

/** Appends a message to the file named by a runner variable; false if there is none or it cannot be written. */
function appendTo(variable: string, message: string): boolean {
  try {
    const file = process.env[variable]
    if (file) append(file, message + EOL)
    return Boolean(file)
  } catch {
    return false
  }
}

/** Throws if the file cannot be written; a FIFO without a reader would block. */
function append(file: string, text: string): void {
  const { O_APPEND, O_WRONLY, O_NONBLOCK = 0 } = constants
  appendFileSync(file, text, { flag: O_APPEND | O_WRONLY | O_NONBLOCK } as object)
}
