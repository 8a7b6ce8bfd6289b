import type { Environment } from '../runner/environment.ts'
import { type Asked, nothingAsked } from '../runner/rest-api.ts'
import { mergeGroup } from './merge-queue.ts'
import { pullRequest, pullRequestReview, pullRequestTarget } from './pull-request.ts'
import { create, deletion, dispatch, push, release } from './push.ts'
import { whyNotABranchName } from './ref-name.ts'
import { type Run, stranger } from './run.ts'

// The rows of the table "What a run reads and writes" in the README. An event that is not here can be caused by
// anyone, or nobody has thought about it yet: it reads the default branch and writes nothing.
const rows: Record<string, (environment: Environment, asked: Asked) => Run> = {
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

/**
 * Who we are: what the event and the environment say of this run, and the API, where it was asked (`ask` of an
 * earlier answer). Never throws.
 */
export function identify(environment: Environment, asked = nothingAsked): Run {
  const { eventName } = environment
  const row = Object.hasOwn(rows, eventName) ? rows[eventName] : undefined
  if (row) return withoutBadNames(withoutTrust(environment, row(environment, asked)))
  if (eventName === '') return { ...stranger, known: false, ownWhy: 'GITHUB_EVENT_NAME is not set' }
  return { ...stranger, ownWhy: `${eventName} belongs to no branch` }
}

/** Nothing is written, whatever the inputs say, where the event that would tell who caused it is not known. */
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

/** An event comes from GitHub, but a payload can be anything: a name that git refuses is no branch. */
function withoutBadNames(run: Run): Run {
  const good = (name: string | undefined): string | undefined =>
    name === undefined || whyNotABranchName(name) ? undefined : name
  const { own } = run
  const ownName = own?.kind === 'branch' ? own.name : own?.kind === 'queue' ? own.base : 'pull'
  const named = { ...run, base: good(run.base), head: good(run.head), queue: good(run.queue) }
  const why = whyNotABranchName(ownName)
  return why
    ? { ...named, own: undefined, known: false, ownWhy: `git takes no branch of its name: ${why}` }
    : named
}
