import type { Entries, Entry } from '../cache/entries.ts'
import type { Run } from '../github/run.ts'
import { describeBranch } from '../scope/branch.ts'
import type { DefaultBranch, Plan } from '../scope/plan.ts'

const trust = {
  trusted: 'trusted',
  fork: "a fork's: it may write only what no trusted run reads",
  outsider: 'anyone can cause it: it writes nothing',
  unverified: 'unverified: it writes nothing',
}

/** How the plan came to be, for the log: a miss can be understood from these lines alone. */
export function planLines(
  eventName: string,
  run: Run,
  base: DefaultBranch,
  plan: Plan,
  entries: Entries,
): string[] {
  const own = plan.own ? `${describeBranch(plan.own)} (from ${plan.ownWhy})` : `none: ${plan.ownWhy}`
  return [
    line('event', `${eventName || 'unknown'} (${trust[run.trust]})`),
    line('own branch', own),
    ...(run.base === undefined ? [] : [line('base branch', run.base)]),
    line(
      'default branch',
      base.name === undefined ? `unknown: ${base.from}` : `${base.name} (from ${base.from})`,
    ),
    ...plan.notes.map((note) => line('note', note)),
    ...scopeLines('read', entries.from),
    ...scopeLines('write', entries.to),
    ...(entries.to.length === 0 ? [line('write', `nothing: ${plan.write.why}`)] : []),
  ]
}

function scopeLines(title: string, entries: readonly Entry[]): string[] {
  return entries.map(({ backend, key, role, branch }) => {
    const name = describeBranch(branch)
    return line(title, `${backend} ${key} (${name === key ? role : `${role}: ${name}`})`)
  })
}

function line(title: string, text: string): string {
  return `${title.padEnd(15)} ${text}`
}
