import { branch } from '../scope/branch.ts'
import { branchOfRef } from '../scope/ref-name.ts'
import { type Asked, nothingAsked } from './api.ts'
import type { Environment } from './environment.ts'
import { commitsOf, mergedByMessages } from './merged.ts'
import { at, textAt } from './payload.ts'
import { askOfPush, mergedByPulls } from './pulls.ts'
import { type Run, stranger, withMerged } from './run.ts'

/** The account by which GitHub's merge queue pushes what it has built. */
const QUEUE = 'github-merge-queue[bot]'

/** push: the branch that was pushed, and the branches that the push merges. A tag has no branch. */
export function push(environment: Environment, asked: Asked = nothingAsked): Run {
  const { payload, repository, sha } = environment
  if (at(payload, 'deleted') === true) return noBranch('the push deletes its branch')
  const run = onRef(environment, textAt(payload, 'ref'))
  const fullName = textAt(payload, 'repository', 'full_name') ?? repository
  if (run.own?.kind !== 'branch') return run
  const pushed = run.own.name
  const commits = commitsOf(payload)
  const found = [
    ...mergedByPulls(asked.answers, pushed, fullName),
    ...mergedByMessages(commits, pushed, fullName),
  ]
  return {
    ...withMerged(run, found, pushed, asked),
    // A branch that this push creates is the base of no pull request yet.
    ask: at(payload, 'created') === true ? [] : askOfPush(commits, sha, pushed, fullName),
    pushedByQueue: textAt(payload, 'sender', 'login') === QUEUE,
  }
}

/** create: its payload has the short name of what was created. */
export function create(environment: Environment): Run {
  const name = textAt(environment.payload, 'ref')
  const folder = textAt(environment.payload, 'ref_type') === 'tag' ? 'tags' : 'heads'
  return onRef(environment, name && `refs/${folder}/${name}`)
}

/** workflow_dispatch, schedule, repository_dispatch: the ref that the run is on. */
export function dispatch(environment: Environment): Run {
  return onRef(environment, textAt(environment.payload, 'ref'))
}

/** release: its tag has no branch; of a draft, the run has no ref at all. */
export function release(): Run {
  return noBranch('a release has no branch of its own')
}

/** delete: what is gone has no cache to keep. */
export function deletion(): Run {
  return noBranch('the event deletes a branch or tag')
}

function onRef(environment: Environment, refOfPayload: string | undefined): Run {
  const ref = environment.ref || refOfPayload || ''
  if (ref.startsWith('refs/tags/')) return noBranch('a tag has no branch of its own')
  if (!ref.startsWith('refs/heads/')) return { ...noBranch('the run names no branch'), known: false }
  const from = environment.ref === '' ? 'ref in the event' : 'GITHUB_REF'
  return {
    ...stranger,
    own: branch(branchOfRef(ref)),
    ownWhy: from,
    trust: 'trusted',
    writable: 'everywhere',
    writableWhy: 'a trusted run writes its own branch',
  }
}

function noBranch(why: string): Run {
  return { ...stranger, trust: 'trusted', ownWhy: why, writableWhy: why }
}
