import { at, textAt } from '../lib/json-path.ts'
import type { Environment } from '../runner/environment.ts'
import { mergedByMessages, tellsItsMerge } from './merged.ts'
import { askOfPull } from './pulls.ts'
import { branchOfRef } from './ref-name.ts'
import { type Run, untrustedRun, withMerged } from './run.ts'

/**
 * merge_group: the queue builds on a ref that nothing else ever reads, so its cache goes by the base's name,
 * where the push that follows finds it. On gha GitHub would let nobody read it. Its pull request's branch is
 * told by the message of the merge that it builds; of a squash, by the API.
 */
export function mergeGroup({ payload, ref, repository }: Environment): Run {
  const group = textAt(payload, 'merge_group', 'head_ref') ?? ref
  const [, inRef, number] = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-(\d+)-[0-9a-f]+$/.exec(group) ?? []
  const inEvent = textAt(payload, 'merge_group', 'base_ref')
  const base = branchOfRef(inEvent ?? inRef ?? '')
  if (base === '') {
    return { ...untrustedRun, trust: 'trusted', known: false, ownWhy: 'the event names no base branch' }
  }
  const fullName = textAt(payload, 'repository', 'full_name') ?? repository
  const head = at(payload, 'merge_group', 'head_commit')
  const byEvent = mergedByMessages([head], base, fullName)
  return {
    ...withMerged(untrustedRun, { into: base, repository: fullName, byEvent, asks: 'pull' }),
    base,
    own: { kind: 'queue', base },
    ownWhy: inEvent === undefined ? "the queue's ref" : 'merge_group.base_ref',
    ask:
      number === undefined || tellsItsMerge(head, base, fullName) ? [] : askOfPull(Number(number), fullName),
    trust: 'trusted',
    writable: 'not-gha',
    writableWhy: 'on gha, no other run can read what the queue writes',
  }
}
