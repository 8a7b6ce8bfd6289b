import { withoutSecrets } from '../backends/credentials.ts'
import { describeBranch } from '../events/branch.ts'
import { type Entry, shownFlag } from '../plan/entries.ts'
import type { Planned } from '../plan/planned.ts'

/** How the plan was decided, for the debug log: all the facts it is based on, a line each, without credentials. */
export function decisionLines({ environment, run, base, plan, service, specs, entries }: Planned): string[] {
  const ifAny = (name: string | undefined): string => name ?? 'none'
  return [
    `event: ${environment.eventName || 'unknown'}, ref: ${environment.ref || 'none'}`,
    `own branch: ${plan.own ? describeBranch(plan.own) : 'none'} (${plan.ownWhy})`,
    `trust: ${run.trust}; may write: ${run.writable} (${run.writableWhy})`,
    `base branch: ${ifAny(run.base)}; head: ${ifAny(run.head)}; merge queue of: ${ifAny(run.queue)}`,
    ...run.merged.map((name) => `merged branch: ${name} (${run.mergedWhy[name] ?? 'the event'})`),
    `default branch: ${base.name ?? 'unknown'} (${base.from})`,
    `GitHub's cache service: ${service.offered ? 'offered' : 'not offered'}, read: ${service.canRead}, write: ${service.canWrite} (${service.why})`,
    ...specs.map((spec) => {
      const shown = Object.fromEntries(withoutSecrets(spec, spec.given))
      const name = spec.name === '' ? '' : `; name: ${spec.name}`
      return `spec: ${shownFlag({ type: spec.backend.type, shown })}${name}`
    }),
    ...plan.reads.map(
      ({ branch, role, onGha, why }) =>
        `branch to read: ${describeBranch(branch)} (${role}${why ? `, from ${why}` : ''}${onGha ? '' : ", not by GitHub's cache service"})`,
    ),
    ...entries.from.map((entry) => `read: ${entryText(entry)}`),
    `write by GitHub's cache service: ${plan.write.onGha.allowed} (${plan.write.onGha.why})`,
    `write elsewhere: ${plan.write.elsewhere.allowed} (${plan.write.elsewhere.why})`,
    ...entries.to.map((entry) => `write: ${entryText(entry)}`),
    ...plan.notes.map((note) => `note: ${note}`),
  ]
}

const entryText = (entry: Entry): string =>
  `${shownFlag(entry)} (${entry.role}: ${describeBranch(entry.branch)})`
