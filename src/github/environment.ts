import { readFileSync } from 'node:fs'
import type { Payload } from './payload.ts'

/** What the runner tells us, as plain data. Texts are empty where the runner says nothing. */
export type Environment = {
  /** The value of an input, trimmed; empty where it was not given. */
  input: (name: string) => string
  eventName: string
  ref: string
  headRef: string
  baseRef: string
  sha: string
  /** owner/name */
  repository: string
  serverUrl: string
  workspace: string
  tempDir: string
  payload: Payload
  /** Why there is no payload, in words; undefined where there is one. */
  payloadProblem: string | undefined
  /** True: a git context of a pull request is its head, not its merge (a switch of Docker's). */
  contextIsPullHead: boolean
  /** The environment for docker: ours, without inputs and state, which may hold secrets. */
  forDocker: Record<string, string>
}

/** Reads the environment and the event file. The only place in the action that does. */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  const text = (name: string): string => env[name] ?? ''
  return {
    input: (name) => text(`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`).trim(),
    eventName: text('GITHUB_EVENT_NAME'),
    ref: text('GITHUB_REF'),
    headRef: text('GITHUB_HEAD_REF'),
    baseRef: text('GITHUB_BASE_REF'),
    sha: text('GITHUB_SHA'),
    repository: text('GITHUB_REPOSITORY'),
    serverUrl: text('GITHUB_SERVER_URL') || 'https://github.com',
    workspace: text('GITHUB_WORKSPACE') || process.cwd(),
    tempDir: text('RUNNER_TEMP'),
    ...readPayload(text('GITHUB_EVENT_PATH')),
    contextIsPullHead: /^(1|t|true)$/i.test(text('DOCKER_DEFAULT_GIT_CONTEXT_PR_HEAD_REF')),
    forDocker: Object.fromEntries(
      Object.entries(env).filter(
        (entry): entry is [string, string] => entry[1] !== undefined && !/^(INPUT|STATE)_/.test(entry[0]),
      ),
    ),
  }
}

function readPayload(path: string): Pick<Environment, 'payload' | 'payloadProblem'> {
  if (path === '') return { payload: undefined, payloadProblem: 'GITHUB_EVENT_PATH is not set' }
  try {
    return { payload: JSON.parse(readFileSync(path, 'utf8')), payloadProblem: undefined }
  } catch (error) {
    const why =
      error instanceof SyntaxError ? 'it is not JSON' : String((error as NodeJS.ErrnoException).code)
    return { payload: undefined, payloadProblem: `the event file ${path} could not be read: ${why}` }
  }
}
