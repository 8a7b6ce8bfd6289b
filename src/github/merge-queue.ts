import { branchOfRef } from '../scope/ref-name.ts'
import type { Environment } from './environment.ts'
import { mergedBranches } from './merged.ts'
import { at, textAt } from './payload.ts'
import { type Run, stranger } from './run.ts'

/**
 * merge_group: the queue builds on a ref that nothing else ever reads, so its cache goes by the base's name,
 * where the push that follows finds it. On gha GitHub would let nobody read it. Its pull request's branch is
 * told by the message of the merge that it builds.
 */
export function mergeGroup({ payload, ref, repository }: Environment): Run {
  const group = textAt(payload, 'merge_group', 'head_ref') ?? ref
  const inRef = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]+$/.exec(group)?.[1]
  const inEvent = textAt(payload, 'merge_group', 'base_ref')
  const base = branchOfRef(inEvent ?? inRef ?? '')
  if (base === '') {
    return { ...stranger, trust: 'trusted', known: false, ownWhy: 'the event names no base branch' }
  }
  const fullName = textAt(payload, 'repository', 'full_name') ?? repository
  return {
    ...stranger,
    base,
    own: { kind: 'queue', base },
    ownWhy: inEvent === undefined ? "the queue's ref" : 'merge_group.base_ref',
    merged: mergedBranches([at(payload, 'merge_group', 'head_commit')], base, fullName),
    trust: 'trusted',
    writable: 'not-gha',
    writableWhy: 'on gha GitHub lets no other run read what the queue writes',
  }
}
