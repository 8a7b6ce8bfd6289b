// The runner's protocol, from the two files of @actions/core that speak it. Its index also loads an HTTP client
// of a megabyte for a feature that is not used here, which would more than double the action's start
// (script/bench shows it). The version is pinned, and the tests run the built dist.
import { appendFileSync, constants } from 'node:fs'
import { EOL } from 'node:os'
import { issue, issueCommand } from '../../node_modules/@actions/core/lib/command.js'
import { prepareKeyValueMessage } from '../../node_modules/@actions/core/lib/file-command.js'
import { type Hide, hider, pieces, withoutCredentials } from './hide.ts'
import { safeLine, safeLines } from './safe-line.ts'

/** What is hidden in all that this file prints and writes from now on. */
let hide: Hide = (text) => text

/**
 * Hides texts in what the action itself prints and writes: `masked` also in all else that the job prints, `known` only
 * here, since a common word may be among them. To be called before the first line.
 */
export function hideSecrets(masked: readonly string[], known: readonly string[] = []): void {
  hide = hider([...masked, ...known])
  for (const secret of new Set(masked.flatMap(pieces))) issueCommand('add-mask', {}, secret)
}

/** A text without the secrets that are known, for whoever shortens it before it is printed: a rest would not be found. */
export function hideKnown(text: string): string {
  return hide(text)
}

/** A text of whatever origin, fit to be printed: the one way of every line, message and title. */
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

/** A line of the debug log; without debug logging it is not even made. */
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

/** The step fails, when the action ends, and says why. */
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

/** The same for work that prints while it goes on. */
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

/** What the build itself left is passed on as it is (report/outputs.ts). */
const AS_IT_IS = ['imageid', 'digest', 'metadata']

function setOutput(name: string, given: string): void {
  const value = AS_IT_IS.includes(name) ? given : hide(given)
  // Runners have the file since 2022; act and others of that age read the command.
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

/** Adds Markdown to the step's summary. The runner says where; without that, or where it fails, there is none. */
export function addSummary(file: string, markdown: string): void {
  if (file === '') return
  try {
    append(file, hide(markdown))
  } catch (error) {
    info(`The job summary could not be written: ${(error as NodeJS.ErrnoException).code}`)
  }
}

/** Adds a message to the file that a variable of the runner's names; false where there is none or it cannot be written. */
function appendTo(variable: string, message: string): boolean {
  try {
    const file = process.env[variable]
    if (file) append(file, message + EOL)
    return Boolean(file)
  } catch {
    return false
  }
}

/** Throws where the file does not take it; a FIFO that nobody reads would keep us waiting. */
function append(file: string, text: string): void {
  const { O_APPEND, O_WRONLY, O_NONBLOCK = 0 } = constants
  appendFileSync(file, text, { flag: O_APPEND | O_WRONLY | O_NONBLOCK } as object)
}
