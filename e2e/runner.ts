import { spawn } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import type { GithubEvent } from './events/event.ts'
import { parseFileCommands } from './file-commands.ts'

/** A step of a workflow that uses this action. */
export type Step = {
  /** `with:` */
  inputs?: Record<string, string>
  event: GithubEvent
  /** Where the step runs, with the repository checked out. */
  workspace: string
  /** What else is in the step's environment: PATH above all. */
  env?: Record<string, string>
  /** The job's matrix and its number in it. */
  matrix?: Record<string, unknown>
  index?: number
  /** `signal` sends one to the action alone, as the runner does when a job is cancelled. */
  onOutput?: (text: string, signal: (name: NodeJS.Signals) => void) => void
  /** Gets what kills the action and all that it started, as a runner does that is shut down. */
  onStart?: (kill: () => void, signal: (name: NodeJS.Signals) => void) => void
  /** Where the runner keeps its files for the time of the step. */
  temp?: string
  /** The folder of the action; the build's if not given. */
  action?: string
}

/** What a step left. */
export type Outcome = {
  exitCode: number
  /** stdout and stderr in their order. */
  log: string
  outputs: Record<string, string>
  state: Record<string, string>
  summary: string
  milliseconds: number
}

const root = join(import.meta.dirname, '..')
const actionIn = (folder = '.') => parse(readFileSync(resolve(root, folder, 'action.yml'), 'utf8'))
const action = actionIn()

/** Runs the built action as the GitHub runner would. */
export function runStep(step: Step): Promise<Outcome> {
  return run(step, join(step.action ?? '.', actionIn(step.action).runs.main), {})
}

/** Runs what the action does after the job's other steps, if it has such a part. */
export async function runPost(step: Step, main: Outcome): Promise<Outcome | undefined> {
  if (!action.runs.post) return undefined
  const state = Object.entries(main.state).map(([name, value]) => [`STATE_${name}`, value])
  return run(step, action.runs.post, Object.fromEntries(state))
}

async function run(step: Step, script: string, state: Record<string, string>): Promise<Outcome> {
  const directory = mkdtempSync(join(step.temp ?? process.env.E2E_TEMP ?? tmpdir(), 'branch-cache-step-'))
  try {
    mkdirSync(join(directory, 'temp'))
    mkdirSync(join(directory, 'home'))
    const files = Object.fromEntries(
      ['OUTPUT', 'STATE', 'STEP_SUMMARY', 'ENV', 'PATH'].map((name) => [name, join(directory, name)]),
    ) as Record<string, string>
    for (const file of Object.values(files)) writeFileSync(file, '')
    const env = { ...environment(step, directory, files), ...inputVariables(step), ...state, ...step.env }
    const began = performance.now()
    const { exitCode, log } = await start(script, step, env, join(directory, 'log'))
    const milliseconds = performance.now() - began
    const text = (name: string): string => readFileSync(files[name] as string, 'utf8')
    return {
      exitCode,
      log,
      outputs: parseFileCommands(text('OUTPUT')),
      state: parseFileCommands(text('STATE')),
      summary: text('STEP_SUMMARY'),
      milliseconds,
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Only the runner's variables. */
function environment(
  { event, workspace }: Step,
  directory: string,
  files: Record<string, string>,
): Record<string, string> {
  const eventFile = join(directory, 'event.json')
  if (event.payload !== undefined) writeFileSync(eventFile, JSON.stringify(event.payload))
  return {
    PATH: process.env.PATH ?? '',
    HOME: join(directory, 'home'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'octo/app',
    GITHUB_SERVER_URL: 'https://github.com',
    // Port 9 discards: no test asks the real one.
    GITHUB_API_URL: 'http://127.0.0.1:9',
    RUNNER_TEMP: join(directory, 'temp'),
    RUNNER_OS: 'Linux',
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [`GITHUB_${name}`, file])),
    ...event.env,
  }
}

/** INPUT_… of action.yml's defaults and the step's `with:`, named as the runner names them. */
function inputVariables({ inputs = {}, matrix, index = 0, action: folder }: Step): Record<string, string> {
  const expressions: Record<string, string> = {
    '${{ toJSON(matrix) }}': matrix === undefined ? 'null' : JSON.stringify(matrix, null, 2),
    '${{ strategy.job-index }}': String(index),
    '${{ github.token }}': 'the-token-of-the-job',
  }
  const defaults = Object.entries(actionIn(folder).inputs as Record<string, { default?: string }>).map(
    ([name, { default: value = '' }]) => [name, expressions[value] ?? value],
  )
  const all = { ...Object.fromEntries(defaults), ...inputs } as Record<string, string>
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  )
}

async function start(
  script: string,
  { workspace, onOutput, onStart }: Step,
  env: Record<string, string>,
  file: string,
): Promise<{ exitCode: number; log: string }> {
  // One file for both streams, so that the log has their order. (A shell's 2>&1 would lose INPUT_BUILD-ARGS and
  // all the others that no shell takes for a variable.)
  const output = openSync(file, 'a')
  const child = spawn(process.execPath, [resolve(root, script)], {
    cwd: workspace,
    env,
    stdio: ['ignore', output, output],
    detached: onStart !== undefined, // a group of its own
  })
  closeSync(output)
  const { pid } = child
  onStart?.(
    () => {
      const runs = child.exitCode === null && child.signalCode === null
      if (pid !== undefined && runs) process.kill(-pid, 'SIGKILL')
    },
    (name) => child.kill(name),
  )
  let seen = 0
  const pass = (): void => {
    const log = readFileSync(file)
    onOutput?.(log.toString('utf8', seen), (name) => child.kill(name))
    seen = log.length
  }
  const watcher = onOutput && watch(file, pass)
  const kill = (): boolean => child.kill()
  process.once('exit', kill)
  try {
    const exitCode = await new Promise<number>((done, fail) => {
      child.on('error', fail).on('close', (code) => done(code ?? 1))
    })
    pass()
    return { exitCode, log: readFileSync(file, 'utf8') }
  } finally {
    watcher?.close()
    process.off('exit', kill)
  }
}
