import { branch } from '../scope/branch.ts'
import { branchOfRef } from '../scope/ref-name.ts'
import type { Environment } from './environment.ts'
import { mergedBranches } from './merged.ts'
import { at, textAt } from './payload.ts'
import { type Run, stranger } from './run.ts'

/** The account by which GitHub's merge queue pushes what it has built. */
const QUEUE = 'github-merge-queue[bot]'

/** push: the branch that was pushed, and the branches that the push merges. A tag has no branch. */
export function push(environment: Environment): Run {
  const { payload, repository } = environment
  if (at(payload, 'deleted') === true) return noBranch('the push deletes its branch')
  const run = onRef(environment, textAt(payload, 'ref'))
  const fullName = textAt(payload, 'repository', 'full_name') ?? repository
  if (run.own?.kind !== 'branch') return run
  return {
    ...run,
    merged: mergedBranches(at(payload, 'commits'), run.own.name, fullName),
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
