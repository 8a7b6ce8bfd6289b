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

/** The plan and its reasons, for the log: these lines are enough to understand a miss. */
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

/** The branches in the plan that GitHub's cache service does not let this run read, for people. */
export function unreadable({ plan, specs, entries }: Pick<Planned, 'plan' | 'specs' | 'entries'>): string[] {
  if (!specs.some(isOnGithub)) return []
  return plan.reads
    .filter(({ onGha, branch }) => !onGha && !entries.from.some((it) => it.branch === branch))
    .map(({ branch }) => describeBranch(branch))
}

/** The merged branches whose caches are read, and how each is known. */
function mergedLines({ plan, entries }: Planned): string[] {
  return plan.reads
    .filter(({ role, branch }) => role === 'merged' && entries.from.some((it) => it.branch === branch))
    .map(({ branch, why }) => line('merged branch', `${describeBranch(branch)} (from ${why})`))
}

/**
 * The line for a step that the action does not cache. A notice if a builder is missing (`isForBuilder`): someone who
 * has just switched to this action should not need the log to learn that nothing is cached.
 */
export function noPlanLines(planned: Planned, isForBuilder: boolean): { text: string; isNotice: boolean }[] {
  const why = planned.whyNone ? [{ text: planned.whyNone, isNotice: isForBuilder }] : []
  return [...why, ...usersOwn(planned).map((it) => ({ text: `${it}.`, isNotice: false }))]
}

/**
 * The action does not protect caches that the user wrote for buildx: they are named if outsiders can trigger the run.
 */
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

/** Why nothing is written, one line for gha and one for all others. */
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
