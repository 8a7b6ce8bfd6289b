import { at, textAt } from '../lib/json-path.ts'
import type { Environment } from '../runner/environment.ts'
import { mergedByMessages, tellsItsMerge } from './merged.ts'
import { askOfPull } from './pulls.ts'
import { branchOfRef } from './ref-name.ts'
import { type Run, untrustedRun, withMerged } from './run.ts'

/** The account by which GitHub's merge queue pushes what it has built, and what it is about to build. */
const QUEUE = 'github-merge-queue[bot]'

/** What a merge group builds: onto which base, and for which pull request. */
type Group = { base: string; baseWhy: string; number: number | undefined; head: unknown }

/**
 * merge_group: the queue builds on a ref that nothing else reads, so its cache is named after the base, where the
 * following push finds it. On gha no other run could read it. The branch of its pull request is in the message of the
 * merge that it builds; for a squash, the API knows it.
 */
export function mergeGroup(environment: Environment): Run {
  const { payload, ref } = environment
  const inRef = groupOfRef(textAt(payload, 'merge_group', 'head_ref') ?? ref)
  const inEvent = textAt(payload, 'merge_group', 'base_ref')
  const base = branchOfRef(inEvent ?? inRef?.base ?? '')
  if (base === '') {
    return { ...untrustedRun, trust: 'trusted', known: false, ownWhy: 'the event names no base branch' }
  }
  return ofGroup(environment, {
    base,
    baseWhy: inEvent === undefined ? "the queue's ref" : 'merge_group.base_ref',
    number: inRef?.number,
    head: at(payload, 'merge_group', 'head_commit'),
  })
}

/**
 * push and create of the branch that the queue makes for a merge group: the same run as merge_group's, for workflows
 * that listen to these. Undefined where another one pushed: then it is a branch like any other, whatever it is called.
 */
export function pushedGroup(environment: Environment, ref: string): Run | undefined {
  const { payload } = environment
  const inRef = isByQueue(payload) ? groupOfRef(ref) : undefined
  return (
    inRef && ofGroup(environment, { ...inRef, baseWhy: "the queue's ref", head: at(payload, 'head_commit') })
  )
}

/** Whether GitHub's merge queue pushed: GitHub itself sets sender and pusher, and no other account has this name. */
export function isByQueue(payload: unknown): boolean {
  return [textAt(payload, 'sender', 'login'), textAt(payload, 'pusher', 'name')].includes(QUEUE)
}

function ofGroup({ payload, repository }: Environment, { base, baseWhy, number, head }: Group): Run {
  const fullName = textAt(payload, 'repository', 'full_name') ?? repository
  const byEvent = mergedByMessages([head], base, fullName)
  return {
    ...withMerged(untrustedRun, { into: base, repository: fullName, byEvent, asks: 'pull' }),
    base,
    own: { kind: 'queue', base },
    ownWhy: baseWhy,
    ask: number === undefined || tellsItsMerge(head, base, fullName) ? [] : askOfPull(number, fullName),
    trust: 'trusted',
    writable: 'not-gha',
    writableWhy: 'on gha, no other run can read what the queue writes',
  }
}

/** Base and pull request in the name of a ref that GitHub's merge queue builds on. */
function groupOfRef(ref: string): { base: string; number: number } | undefined {
  const [, base, number] = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-(\d+)-[0-9a-f]+$/.exec(ref) ?? []
  return base === undefined ? undefined : { base, number: Number(number) }
}
