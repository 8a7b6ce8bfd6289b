import { isOnGithub, type Spec } from '../backends/spec.ts'
import type { Run } from '../events/run.ts'
import type { BuildInputs } from '../inputs/build-inputs.ts'
import { looksLikeCredential } from '../inputs/credential-names.ts'
import { list } from '../lib/format.ts'
import type { CacheService } from '../runner/cache-service.ts'
import type { Environment } from '../runner/environment.ts'
import type { Entries } from './entries.ts'
import { type Written, writtenBefore } from './overwrite-check.ts'
import type { DefaultBranch, Plan } from './plan.ts'

/** Everything that is known before the build. */
export type Planned = {
  environment: Environment
  run: Run
  base: DefaultBranch
  plan: Plan
  service: CacheService
  specs: readonly Spec[]
  entries: Entries
  inputs: BuildInputs
  /** Another step builds. */
  planOnly?: boolean
  /** What earlier steps of this job wrote, and what this one will write. */
  earlier: readonly Written[]
  now: Written
  /** Why the step has no cache though it did not write `cache: none`, a sentence; empty where it has one. */
  whyNone?: string
}

/** What the user should know before the build, a sentence each. */
export function planWarnings(planned: Planned): string[] {
  const { environment, run, plan, specs } = planned
  if (specs.length === 0) return credentialWarnings(planned)
  const event = environment.payloadProblem
  return [
    ...(event ? [`The event is unknown: ${event}. No cache is written.`] : []),
    ...(!event && !run.known && !plan.own
      ? [`The branch is unknown: ${run.ownWhy}. No cache is written.`]
      : []),
    ...serviceWarnings(planned),
    ...inlineWarnings(planned),
    ...credentialWarnings(planned),
    ...writtenBefore(planned.earlier, planned.now).warnings,
  ]
}

/** The most names that are listed. */
const FEW = 10

/** Notes for the log that are not warnings. */
export function planNotices({ plan, entries }: Pick<Planned, 'plan' | 'entries'>): string[] {
  const { without } = plan
  const isUsed = [...entries.from, ...entries.to].some(({ role }) => role === 'own')
  if (without.length === 0 || !isUsed) return []
  const more = without.length - FEW
  const names = [...without.slice(0, FEW), ...(more > 0 ? [`${more} more`] : [])]
  const hasInline = (list: readonly { backend: string }[]): boolean =>
    list.some(({ backend }) => backend === 'inline')
  const isCut =
    plan.write.elsewhere.allowed && hasInline(entries.from) && !hasInline(entries.to)
      ? [
          'The image gets no inline cache: runs that have these secrets read its tag. Tag it with the output cache-scope.',
        ]
      : []
  return [
    `This run has no value for ${list(names)}: its own cache is kept separate, so that no run with a value reuses a step from it (docs/secrets.md).`,
    ...isCut,
  ]
}

function serviceWarnings(planned: Planned): string[] {
  const denied = whatIsDenied(planned)
  return denied === undefined ? [] : [`GitHub's cache is not ${denied}: ${planned.service.why}.`]
}

/** What the inputs require of GitHub's cache service but is not allowed, as a participle; undefined for nothing. */
export function whatIsDenied({
  service,
  specs,
}: Pick<Planned, 'service' | 'specs'>): 'read' | 'used' | undefined {
  if (!specs.some(isOnGithub) || service.canRead) return undefined
  return service.canWrite ? 'read' : 'used'
}

/** An inline cache is found only by the image's tag. */
function inlineWarnings({ entries, planOnly, inputs: { tags } }: Planned): string[] {
  if (planOnly) return []
  const own = entries.from.filter(({ backend, role }) => backend === 'inline' && role === 'own')
  const refs = own.map(({ attributes }) => attributes.ref ?? '')
  if (refs.length === 0 || refs.some((ref) => tags.includes(ref))) return []
  return [`The inline cache will not be found again: none of tags is ${refs.join(' or ')}.`]
}

/**
 * Build arguments are in the cache, readable by everyone who can read it (Docker warns about this in "Cache storage
 * backends").
 */
function credentialWarnings({ entries, inputs }: Planned): string[] {
  const names = inputs['build-args'].filter(looksLikeCredential).map((arg) => arg.split('=')[0])
  const exported = entries.to.length + inputs['cache-to'].length
  if (exported === 0 || names.length === 0) return []
  return [
    `build-args: ${names.join(', ')} will be in the exported cache, visible to everyone who can read it; use secrets.`,
  ]
}
