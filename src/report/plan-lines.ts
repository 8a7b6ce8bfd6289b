import { isOnGithub, type Spec } from '../backends/spec.ts'
import { describeBranch } from '../events/branch.ts'
import type { Entry } from '../plan/entries.ts'
import { writtenBefore } from '../plan/overwrite-check.ts'
import type { Plan } from '../plan/plan.ts'
import type { Planned } from '../plan/planned.ts'

const trust = {
  trusted: 'trusted',
  fork: "a fork's: it can write only what no trusted run reads",
  outsider: 'anyone can trigger it: it writes nothing',
  unverified: 'unverified: it writes nothing',
}

/** How the plan came to be, for the log: a miss can be understood from these lines alone. */
export function planLines(planned: Planned): string[] {
  const { environment, run, base, plan, specs, entries } = planned
  const { eventName } = environment
  const own = plan.own ? `${describeBranch(plan.own)} (from ${plan.ownWhy})` : `none: ${plan.ownWhy}`
  return [
    line('event', `${eventName || 'unknown'} (${trust[run.trust]})`),
    line('own branch', own),
    ...mergedLines(planned),
    ...(run.base === undefined ? [] : [line('base branch', run.base)]),
    line(
      'default branch',
      base.name === undefined
        ? `unknown: ${base.from}; specify it in cache-fallback`
        : `${base.name} (from ${base.from})`,
    ),
    ...plan.notes.map((note) => line('note', note)),
    ...scopeLines('read', entries.from),
    ...unreadable(planned).map((it) =>
      line('not read', `${it}: GitHub does not let this run read its cache`),
    ),
    ...scopeLines('write', entries.to),
    ...unwritten(plan, specs).map((it) => line('write', it)),
    ...writtenBefore(planned.earlier, planned.now).lines.map((it) => line('note', it)),
    ...usersOwn(planned).map((it) => line('note', it)),
  ]
}

/** The branches that the plan names and GitHub's cache service lets nobody here read, for people. */
export function unreadable({ plan, specs, entries }: Pick<Planned, 'plan' | 'specs' | 'entries'>): string[] {
  if (!specs.some(isOnGithub)) return []
  return plan.reads
    .filter(({ onGha, branch }) => !onGha && !entries.from.some((it) => it.branch === branch))
    .map(({ branch }) => describeBranch(branch))
}

/** The merged branches whose caches are read, and how each was learnt. */
function mergedLines({ plan, entries }: Planned): string[] {
  return plan.reads
    .filter(({ role, branch }) => role === 'merged' && entries.from.some((it) => it.branch === branch))
    .map(({ branch, why }) => line('merged branch', `${describeBranch(branch)} (from ${why})`))
}

/**
 * What there is to say where no cache of ours is in use. A notice where a builder is missing (`isForBuilder`): a step
 * that has just moved over and caches nothing should not have to be read about in the log.
 */
export function noPlanLines(planned: Planned, isForBuilder: boolean): { text: string; isNotice: boolean }[] {
  const why = planned.whyNone ? [{ text: planned.whyNone, isNotice: isForBuilder }] : []
  return [...why, ...usersOwn(planned).map((it) => ({ text: `${it}.`, isNotice: false }))]
}

/** What the user wrote for buildx is outside our promise: where outsiders can cause the run, it is named. */
function usersOwn({ run, inputs }: Planned): string[] {
  const inline = inputs['build-args'].some((arg) => arg.startsWith('BUILDKIT_INLINE_CACHE='))
  const own = [
    ...(inputs['cache-to'].length > 0 ? ['cache-to'] : []),
    ...(inline ? ['BUILDKIT_INLINE_CACHE'] : []),
  ]
  if (run.trust === 'trusted') return []
  return own.map(
    (it) => `${it} is your own entry and is passed on as written, in a run that outsiders can trigger`,
  )
}

/** Why nothing is written, once for gha and once for all others. */
export function unwritten(plan: Plan, specs: readonly Spec[]): string[] {
  const isGithubs = specs.map(isOnGithub)
  const where = specs.some(({ backend }) => backend.type === 'gha') ? 'on gha' : "by GitHub's cache service"
  return [
    ...(isGithubs.includes(true) && !plan.write.onGha.allowed
      ? [`nothing ${where}: ${plan.write.onGha.why}`]
      : []),
    ...(isGithubs.includes(false) && !plan.write.elsewhere.allowed
      ? [`nothing: ${plan.write.elsewhere.why}`]
      : []),
  ]
}

function scopeLines(title: string, entries: readonly Entry[]): string[] {
  return entries.map(({ backend, keys, role, branch }) => {
    const name = describeBranch(branch)
    return line(title, `${backend} ${keys.join(' and ')} (${keys[0] === name ? role : `${role}: ${name}`})`)
  })
}

function line(title: string, text: string): string {
  return `${title.padEnd(15)} ${text}`
}
