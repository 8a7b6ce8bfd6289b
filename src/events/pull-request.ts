import { at, textAt } from '../lib/json-path.ts'
import type { Environment } from '../runner/environment.ts'
import { branch } from './branch.ts'
import { defaultBranch } from './default-branch.ts'
import { branchOfRef } from './ref-name.ts'
import { type Run, untrustedRun } from './run.ts'

/** pull_request: built as it would merge. A fork's is a branch of its own, `pr-N`, whatever its head is called. */
export function pullRequest(environment: Environment): Run {
  const { payload } = environment
  if (environment.payloadProblem !== undefined) return withoutPayload(environment)
  const read = { ...untrustedRun, base: baseOf(environment) }
  if (textAt(payload, 'action') === 'closed') {
    return { ...read, ownWhy: 'the pull request is closed', writableWhy: 'the pull request is closed' }
  }
  return isFork(environment) ? fromFork(environment, read) : fromHere(environment, read)
}

/** pull_request_review and its comments: read like the pull request; anyone may review, so nothing is written. */
export function pullRequestReview(environment: Environment): Run {
  const run = pullRequest(environment)
  const trust = run.trust === 'trusted' ? 'outsider' : run.trust
  return { ...run, trust, writable: 'nowhere', writableWhy: 'anyone can review a pull request' }
}

/** pull_request_target: runs with the base's rights on an event that any fork can cause. */
export function pullRequestTarget(environment: Environment): Run {
  return { ...untrustedRun, base: baseOf(environment) }
}

function fromFork(environment: Environment, read: Run): Run {
  const number = pullNumber(environment)
  const fork: Run = { ...read, trust: 'fork', writableWhy: "a fork's pull request writes only on gha" }
  if (number === undefined) return { ...fork, known: false, ownWhy: 'the event has no pull request number' }
  return {
    ...fork,
    own: { kind: 'pull', number },
    ownWhy: "the pull request's number, because its head is not in this repository",
    writable: 'gha-alone',
  }
}

function fromHere(environment: Environment, read: Run): Run {
  const head = branchOfRef(textAt(environment.payload, 'pull_request', 'head', 'ref') ?? '')
  if (head === '')
    return { ...read, trust: 'trusted', known: false, ownWhy: 'the event names no head branch' }
  const run: Run = { ...read, own: branch(head), ownWhy: 'pull_request.head.ref', trust: 'trusted' }
  if (head === defaultBranch(environment).name) {
    return { ...run, writableWhy: 'its head is the default branch, whose cache only its own pushes write' }
  }
  return {
    ...run,
    // If only pull requests and the merge queue are built, only the queue's cache has the base's steps.
    queue: run.base,
    writable: 'everywhere',
    writableWhy: 'a pull request of this repository writes its head branch',
  }
}

/**
 * Without a payload a fork cannot be recognized: the branches named in the environment are read, nothing is written.
 */
function withoutPayload(environment: Environment): Run {
  return {
    ...untrustedRun,
    trust: 'unverified',
    known: false,
    ownWhy: 'without the event, a fork cannot be told from a branch',
    writableWhy: 'the event could not be read',
    base: baseOf(environment),
    head: branchOfRef(environment.headRef) || undefined,
  }
}

/** A head belongs to this repository only if the event proves it (head.repo is null for a deleted fork). */
function isFork({ payload, repository }: Environment): boolean {
  const ours = textAt(payload, 'repository', 'full_name') ?? repository
  return ours === '' || textAt(payload, 'pull_request', 'head', 'repo', 'full_name') !== ours
}

function baseOf({ payload, baseRef }: Environment): string | undefined {
  return branchOfRef(textAt(payload, 'pull_request', 'base', 'ref') ?? baseRef) || undefined
}

function pullNumber({ payload, ref }: Environment): number | undefined {
  const fromRef = Number(/^refs\/pull\/(\d+)\//.exec(ref)?.[1])
  const candidates = [at(payload, 'number'), at(payload, 'pull_request', 'number'), fromRef]
  return candidates.find((it): it is number => Number.isSafeInteger(it) && (it as number) > 0)
}
