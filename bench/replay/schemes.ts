import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultBranch } from '../../src/events/default-branch.ts'
import { identify, withAnswers } from '../../src/events/identify.ts'
import { readInputs } from '../../src/inputs/inputs.ts'
import { commandOrder } from '../../src/plan/command-order.ts'
import { flagOf, makeEntries } from '../../src/plan/entries.ts'
import { questions } from '../../src/plan/merge-questions.ts'
import { makePlan } from '../../src/plan/plan.ts'
import { readEnvironment } from '../../src/runner/environment.ts'
import { nothingAsked } from '../../src/runner/rest-api.ts'
import { pullsOfCommit, toGithubEvent } from './events.ts'
import type { Merge, Trace, TraceEvent } from './trace.ts'

/** A cache that a build reads or writes: its key, and the value of --cache-from or --cache-to. */
export type Cache = { key: string; csv: string }
export type Caches = { from: Cache[]; to: Cache[] }

/** A way to give each run its caches, below a repository of a registry. */
export type Scheme = {
  name: string
  /** In the table's captions and file names. */
  id: string
  cachesOf: (event: TraceEvent, repository: string) => Caches
  /** True: caches are marked once they are written, as the action does. */
  marks?: true
  /** True: one builder for all runs, never emptied. */
  keepsBuilder?: true
}

/** The schemes that are compared. `method`: how pull requests are merged where the trace does not say. */
export function makeSchemes(trace: Trace, method: Merge['method'] = 'merge'): Scheme[] {
  const { defaultBranch } = trace
  // Away from GitHub's own cache a fork's run has no credentials to write with, whatever the scheme.
  const mayWrite = ({ fork = false }: TraceEvent): boolean => !fork
  const action = (inputs: Record<string, string>): Scheme['cachesOf'] => {
    return (event, repository) => planByAction(trace, event, method, repository, inputs)
  }
  return [
    { id: 'none', name: 'no cache', cachesOf: () => ({ from: [], to: [] }) },
    {
      id: 'one-scope',
      name: 'one scope for all',
      cachesOf: (event, repository) => plain(repository, ['cache'], mayWrite(event) ? ['cache'] : []),
    },
    {
      id: 'own-only',
      name: 'own branch only',
      cachesOf: action({ 'cache-fallback': 'none', 'cache-read-merged': 'false' }),
      marks: true,
    },
    {
      id: 'default-only',
      name: 'default branch only',
      cachesOf: (event, repository) => {
        const writes = event.event !== 'pull_request' && event.branch === defaultBranch
        return plain(repository, ['cache'], writes ? ['cache'] : [])
      },
    },
    {
      id: 'without-merged',
      name: 'this action, no merged branches',
      cachesOf: action({ 'cache-read-merged': 'false' }),
      marks: true,
    },
    { id: 'ours', name: '**this action**', cachesOf: action({}), marks: true },
    {
      id: 'kept',
      name: 'a builder that is never emptied',
      cachesOf: () => ({ from: [], to: [] }),
      keepsBuilder: true,
    },
  ]
}

function plain(repository: string, read: string[], write: string[]): Caches {
  const csv = (key: string): string => `type=registry,ref=${repository}:${key}`
  return {
    from: read.map((key) => ({ key, csv: csv(key) })),
    to: write.map((key) => ({ key, csv: `${csv(key)},mode=max,ignore-error=true` })),
  }
}

/** The caches of a run as the action plans them: its own code, from the event file to the flags. */
function planByAction(
  trace: Trace,
  event: TraceEvent,
  method: Merge['method'],
  repository: string,
  inputs: Record<string, string>,
): Caches {
  const folder = mkdtempSync(join(tmpdir(), 'replay-event-'))
  try {
    const { name, payload, env = {} } = toGithubEvent(trace, event, method)
    const file = join(folder, 'event.json')
    writeFileSync(file, JSON.stringify(payload))
    const given = {
      cache: `type=registry,ref=${repository}`,
      context: '.',
      'github-token': 'token',
      ...inputs,
    }
    const environment = readEnvironment({
      ...env,
      ...Object.fromEntries(
        Object.entries(given).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value]),
      ),
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: file,
    })
    const identified = identify(environment)
    const { plan, specs, cacheName, ...rest } = readInputs(environment, identified)
    // Answers like the API; it is not asked if the event already says it.
    const asked = questions(identified, { plan, specs, cacheName, ...rest })
    const answers = asked.map(() => ({ body: pullsOfCommit(trace, event) }))
    const run = withAnswers(identified, { ...nothingAsked, answers }, environment.apiUrl)
    const entries = makeEntries(makePlan(run, defaultBranch(environment), plan), specs, cacheName)
    const toCaches = (list: typeof entries.from): Cache[] =>
      list.map((entry) => ({ key: entry.keys[0] as string, csv: flagOf(entry) }))
    return { from: toCaches(commandOrder(entries.from)), to: toCaches(entries.to) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
