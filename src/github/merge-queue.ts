import { branchOfRef } from '../scope/ref-name.ts'
import type { Environment } from './environment.ts'
import { textAt } from './payload.ts'
import { type Run, stranger } from './run.ts'

/**
 * merge_group: the queue builds on a ref that nothing else ever reads, so its cache goes by the base's name,
 * where the push that follows finds it. On gha GitHub would let nobody read it.
 */
export function mergeGroup({ payload, payloadProblem, ref }: Environment): Run {
  const group = textAt(payload, 'merge_group', 'head_ref') ?? ref
  const inRef = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]+$/.exec(group)?.[1]
  const base = branchOfRef(textAt(payload, 'merge_group', 'base_ref') ?? inRef ?? '') || undefined
  if (base === undefined) {
    return { ...stranger, trust: 'trusted', known: false, ownWhy: 'the event names no base branch' }
  }
  const run: Run = { ...stranger, base, own: { kind: 'queue', base }, ownWhy: 'merge_group.base_ref' }
  if (payloadProblem !== undefined) {
    return { ...run, trust: 'unverified', ownWhy: 'GITHUB_REF', writableWhy: 'the event could not be read' }
  }
  const why = 'on gha GitHub lets no other run read what the queue writes'
  return { ...run, trust: 'trusted', writable: 'not-gha', writableWhy: why }
}
