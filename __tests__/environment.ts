import type { Environment, Switches } from '../src/runner/environment.ts'

type Given = Partial<Omit<Environment, 'input' | 'rawInput' | 'switches'>> & {
  inputs?: Record<string, string>
  switches?: Partial<Switches>
}

/** What the runner tells a step, as plain data: a push of this repository unless given otherwise. */
export function makeEnvironment({ inputs = {}, switches = {}, ...given }: Given = {}): Environment {
  const rawInput = (name: string): string => (Object.hasOwn(inputs, name) ? (inputs[name] ?? '') : '')
  return {
    input: (name) => rawInput(name).trim(),
    rawInput,
    inputNames: Object.keys(inputs),
    state: () => '',
    eventName: 'push',
    ref: '',
    headRef: '',
    baseRef: '',
    sha: '1234567890123456789012345678901234567890',
    repository: 'octo/app',
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    workspace: '/home/runner/work/app/app',
    tempDir: '',
    summaryFile: '',
    payload: {},
    payloadProblem: undefined,
    runUrl: 'https://github.com/octo/app/actions/runs/1/attempts/2',
    runName: '1-2',
    isDebug: false,
    switches: {
      contextIsPullHead: false,
      contextIsQuery: false,
      noDefaultAttestations: false,
      annotateChecks: true,
      mark: true,
      summary: true,
      ...switches,
    },
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

/** Who caused a run that may read all secrets. */
export const trusted = { trust: 'trusted' } as const
