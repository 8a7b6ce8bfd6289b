import { at, textAt } from '../lib/json-path.ts'
import type { Environment } from '../runner/environment.ts'
import { branch } from './branch.ts'
import { isByQueue, pushedGroup } from './merge-queue.ts'
import { commitsOf, mergedByMessages } from './merged.ts'
import { askOfPush } from './pulls.ts'
import { branchOfRef } from './ref-name.ts'
import { type Run, untrustedRun, withMerged } from './run.ts'

/** push: the branch that was pushed, and the branches that the push merges. A tag has the branch it was created on. */
export function push(environment: Environment): Run {
  const { payload, repository, sha, apiUrl } = environment
  if (at(payload, 'deleted') === true) return noBranch('the push deletes its branch')
  const group = pushedGroup(environment, environment.ref || (textAt(payload, 'ref') ?? ''))
  if (group) return group
  const run = onRef(environment, textAt(payload, 'ref'))
  const fullName = textAt(payload, 'repository', 'full_name') ?? repository
  // GitHub names in base_ref the branch whose head was tagged.
  if (run.own?.kind !== 'branch') return run.known ? madeFrom(run, textAt(payload, 'base_ref')) : run
  const pushed = run.own.name
  const commits = commitsOf(payload)
  const byEvent = mergedByMessages(commits, pushed, fullName)
  return {
    ...withMerged(run, { into: pushed, repository: fullName, byEvent, asks: 'commits' }),
    // A branch that this push creates is not the base of any pull request yet.
    ask: at(payload, 'created') === true ? [] : askOfPush(commits, sha, pushed, fullName, apiUrl),
    queue: isByQueue(payload) ? pushed : undefined,
  }
}

/** create: its payload has the short name of what was created. */
export function create(environment: Environment): Run {
  const name = textAt(environment.payload, 'ref')
  const folder = textAt(environment.payload, 'ref_type') === 'tag' ? 'tags' : 'heads'
  const ref = name && `refs/${folder}/${name}`
  return pushedGroup(environment, environment.ref || (ref ?? '')) ?? onRef(environment, ref)
}

/** workflow_dispatch, schedule, repository_dispatch: the ref that the run is on. */
export function dispatch(environment: Environment): Run {
  return onRef(environment, textAt(environment.payload, 'ref'))
}

/**
 * release: its tag has no branch, but was created from a branch or a commit; for a draft, the run has no ref at all.
 */
export function release({ payload }: Environment): Run {
  const target = textAt(payload, 'release', 'target_commitish')
  const isBranch = target !== undefined && !/^([0-9a-f]{40}|[0-9a-f]{64}|refs\/(?!heads\/).*)$/i.test(target)
  const ref = isBranch ? `refs/heads/${branchOfRef(target)}` : undefined
  return madeFrom(noBranch('a release has no branch of its own'), ref)
}

/** delete: a deleted branch needs no cache. */
export function deletion(): Run {
  return noBranch('the event deletes a branch or tag')
}

function onRef(environment: Environment, refOfPayload: string | undefined): Run {
  const ref = environment.ref || refOfPayload || ''
  if (ref.startsWith('refs/tags/')) return noBranch('a tag has no branch of its own')
  if (!ref.startsWith('refs/heads/')) return { ...noBranch('the run names no branch'), known: false }
  const from = environment.ref === '' ? 'ref in the event' : 'GITHUB_REF'
  return {
    ...untrustedRun,
    own: branch(branchOfRef(ref)),
    ownWhy: from,
    trust: 'trusted',
    writable: 'everywhere',
    writableWhy: 'a trusted run writes its own branch',
  }
}

/** A tag's run reads the branch of its commit; GitHub's own cache lets it read only the default branch. */
function madeFrom(run: Run, ref: string | undefined): Run {
  return ref?.startsWith('refs/heads/') ? { ...run, base: branchOfRef(ref), baseOnGha: false } : run
}

function noBranch(why: string): Run {
  return { ...untrustedRun, trust: 'trusted', ownWhy: why, writableWhy: why }
}
