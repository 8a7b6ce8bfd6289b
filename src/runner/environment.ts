import { readBounded } from '../lib/bounded-file.ts'
import { goBoolean } from '../lib/go-boolean.ts'
import type { Payload } from '../lib/json-path.ts'

/** Variables of the environment, by name. */
export type Variables = Readonly<Record<string, string | undefined>>

/** What the runner provides, as plain data. Texts are empty if it does not. */
export type Environment = {
  /** The value of an input, trimmed; empty if unset. */
  input: (name: string) => string
  /** The same with the blanks around it. */
  rawInput: (name: string) => string
  /** The names of all inputs of the step, unknown ones included; in lower case. */
  inputNames: string[]
  /** What main passed to post under a name (state.ts); empty if nothing. */
  state: (name: string) => string
  eventName: string
  ref: string
  headRef: string
  baseRef: string
  sha: string
  /** owner/name */
  repository: string
  serverUrl: string
  apiUrl: string
  workspace: string
  tempDir: string
  payload: Payload
  /** Why there is no payload, for the user; undefined if there is one. */
  payloadProblem: string | undefined
  /** The page of this run's attempt. */
  runUrl: string
  /** The numbers of the run and its attempt, from digits and `-`: unique in the repository. */
  runName: string
  /** The file of the job summary; empty if the runner has none. */
  summaryFile: string
  /** The workflow's debug logging is on (the secret or variable ACTIONS_STEP_DEBUG). */
  isDebug: boolean
  /** Switches of Docker's actions, and one of this action. */
  switches: Switches
  /** The environment for docker: the action's, without inputs and state, which may contain secrets. */
  forDocker: Record<string, string>
}

export type Switches = {
  /** A git context of a pull request is its head, not its merge. */
  contextIsPullHead: boolean
  /** A git context names its commit in a query. */
  contextIsQuery: boolean
  noDefaultAttestations: boolean
  /** Build checks become annotations. */
  annotateChecks: boolean
  /** The build gets a job summary. */
  summary: boolean
  /** BRANCH_CACHE_MARK: caches are marked, so that BuildKit loses no steps when it reads several. */
  mark: boolean
}

/** Reads the environment and the event file. The only place in the action that does. */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  const text = (name: string): string => env[name] ?? ''
  const rawInput = (name: string): string => text(`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`)
  const serverUrl = text('GITHUB_SERVER_URL') || 'https://github.com'
  const repository = text('GITHUB_REPOSITORY')
  return {
    input: (name) => rawInput(name).trim(),
    rawInput,
    inputNames: Object.keys(env).flatMap((name) =>
      name.startsWith('INPUT_') ? [name.slice('INPUT_'.length).toLowerCase()] : [],
    ),
    state: (name) => text(`STATE_${name}`),
    eventName: text('GITHUB_EVENT_NAME'),
    ref: text('GITHUB_REF'),
    headRef: text('GITHUB_HEAD_REF'),
    baseRef: text('GITHUB_BASE_REF'),
    sha: text('GITHUB_SHA'),
    repository,
    serverUrl,
    apiUrl: text('GITHUB_API_URL') || 'https://api.github.com',
    workspace: text('GITHUB_WORKSPACE') || process.cwd(),
    tempDir: text('RUNNER_TEMP'),
    ...readPayload(text('GITHUB_EVENT_PATH')),
    runUrl: `${serverUrl}/${repository}/actions/runs/${text('GITHUB_RUN_ID')}/attempts/${text('GITHUB_RUN_ATTEMPT') || 1}`,
    runName: `${text('GITHUB_RUN_ID') || 0}-${text('GITHUB_RUN_ATTEMPT') || 1}`,
    summaryFile: text('GITHUB_STEP_SUMMARY'),
    isDebug: text('RUNNER_DEBUG') === '1',
    switches: readSwitches(text),
    forDocker: Object.fromEntries(
      Object.entries(env).filter(
        (entry): entry is [string, string] => entry[1] !== undefined && !/^(INPUT|STATE)_/.test(entry[0]),
      ),
    ),
  }
}

function readSwitches(text: (name: string) => string): Switches {
  const is = (name: string): boolean => goBoolean(text(name)) === true
  return {
    contextIsPullHead: is('DOCKER_DEFAULT_GIT_CONTEXT_PR_HEAD_REF'),
    contextIsQuery: is('BUILDX_SEND_GIT_QUERY_AS_INPUT'),
    noDefaultAttestations: is('BUILDX_NO_DEFAULT_ATTESTATIONS'),
    summary: goBoolean(text('DOCKER_BUILD_SUMMARY')) !== false,
    mark: goBoolean(text('BRANCH_CACHE_MARK')) !== false,
    annotateChecks: text('DOCKER_BUILD_CHECKS_ANNOTATIONS') === '' || is('DOCKER_BUILD_CHECKS_ANNOTATIONS'),
  }
}

/** In bytes: GitHub sends none of more than 25 MB. */
const MOST = 128_000_000

function readPayload(path: string): Pick<Environment, 'payload' | 'payloadProblem'> {
  if (path === '') return { payload: undefined, payloadProblem: 'GITHUB_EVENT_PATH is not set' }
  try {
    return { payload: JSON.parse(readBounded(path, MOST)), payloadProblem: undefined }
  } catch (error) {
    const why =
      error instanceof SyntaxError
        ? 'it is not JSON'
        : ((error as NodeJS.ErrnoException).code ?? (error as Error).message)
    return { payload: undefined, payloadProblem: `the event file ${path} could not be read: ${why}` }
  }
}
