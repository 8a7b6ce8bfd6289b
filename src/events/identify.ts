import type { Environment } from '../runner/environment.ts'
import type { Asked } from '../runner/rest-api.ts'
import { mergeGroup } from './merge-queue.ts'
import { pullRequest, pullRequestReview, pullRequestTarget } from './pull-request.ts'
import { headByPull, mergedByPulls } from './pulls.ts'
import { create, deletion, dispatch, push, release } from './push.ts'
import { whyNotABranchName } from './ref-name.ts'
import { type Run, untrustedRun, withMerged } from './run.ts'

// The rows of the table "What a run reads and writes" in the README. An event that is missing here can be triggered by
// anyone, or was not considered: it reads the default branch and writes nothing.
const rows: Record<string, (environment: Environment) => Run> = {
  push,
  create,
  workflow_dispatch: dispatch,
  schedule: dispatch,
  repository_dispatch: dispatch,
  release,
  delete: deletion,
  pull_request: pullRequest,
  pull_request_review: pullRequestReview,
  pull_request_review_comment: pullRequestReview,
  pull_request_target: pullRequestTarget,
  merge_group: mergeGroup,
}

/** Identifies the run from the event and the environment, and returns what to `ask` the API. Never throws. */
export function identify(environment: Environment): Run {
  const { eventName } = environment
  const row = Object.hasOwn(rows, eventName) ? rows[eventName] : undefined
  if (row) return withoutBadNames(withoutTrust(environment, row(environment)))
  if (eventName === '') return { ...untrustedRun, known: false, ownWhy: 'GITHUB_EVENT_NAME is not set' }
  return { ...untrustedRun, ownWhy: `${eventName} belongs to no branch` }
}

/** The run completed with the answers of the API at `apiUrl`. Never throws. */
export function withAnswers(run: Run, { answers, notes }: Asked, apiUrl: string): Run {
  const { merging } = run
  if (!merging) return run
  const { into, repository, asks } = merging
  const byApi =
    asks === 'pull' ? headByPull(answers, into, repository) : mergedByPulls(answers, into, repository, apiUrl)
  return { ...withMerged(run, merging, byApi), notes: [...run.notes, ...notes] }
}

/** Without the event that shows who caused the run nothing is written, whatever the inputs say. */
function withoutTrust({ payloadProblem }: Environment, run: Run): Run {
  if (payloadProblem === undefined || run.trust === 'outsider') return run
  return {
    ...run,
    ask: [],
    trust: 'unverified',
    writable: 'nowhere',
    writableWhy: 'the event could not be read',
  }
}

/** A payload can contain anything: a name that git refuses is not a branch. */
function withoutBadNames(run: Run): Run {
  const good = (name: string | undefined): string | undefined =>
    name === undefined || whyNotABranchName(name) ? undefined : name
  const { own } = run
  const ownName = own?.kind === 'branch' ? own.name : own?.kind === 'queue' ? own.base : 'pull'
  const named = { ...run, base: good(run.base), head: good(run.head), queue: good(run.queue) }
  const why = whyNotABranchName(ownName)
  return why
    ? { ...named, own: undefined, known: false, ownWhy: `its name is not a valid branch name: ${why}` }
    : named
}
