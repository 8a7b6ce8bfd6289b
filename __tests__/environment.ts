import type { Environment } from '../src/github/environment.ts'

type Given = Partial<Omit<Environment, 'input'>> & { inputs?: Record<string, string> }

/** What the runner tells a step, as plain data: a push of this repository unless given otherwise. */
export function makeEnvironment({ inputs = {}, ...given }: Given = {}): Environment {
  return {
    input: (name) => (Object.hasOwn(inputs, name) ? (inputs[name] ?? '') : ''),
    eventName: 'push',
    ref: '',
    headRef: '',
    baseRef: '',
    sha: '1234567890123456789012345678901234567890',
    repository: 'octo/app',
    serverUrl: 'https://github.com',
    workspace: '/home/runner/work/app/app',
    tempDir: '',
    payload: {},
    payloadProblem: undefined,
    contextIsPullHead: false,
    forDocker: {},
    ...given,
  }
}

/** The repository as payloads have it, its default branch `main`. */
export const repository = { full_name: 'octo/app', default_branch: 'main' }

type Pull = { head?: unknown; base?: string; number?: number; action?: string; merged?: boolean }

/** A pull request's payload; `head` is of this repository unless given as an object of its own. */
export function pullPayload({ head = 'feature', base = 'main', number = 7, action, merged }: Pull = {}) {
  return {
    action: action ?? 'synchronize',
    number,
    pull_request: {
      number,
      merged: merged ?? false,
      head: typeof head === 'string' ? { ref: head, sha: 'abc', repo: { full_name: 'octo/app' } } : head,
      base: { ref: base, repo: repository },
    },
    repository,
  }
}

/** A head in another repository. */
export const forkHead = (ref: string, fullName = 'mallory/app') => ({
  ref,
  sha: 'abc',
  repo: { full_name: fullName, fork: true },
})
