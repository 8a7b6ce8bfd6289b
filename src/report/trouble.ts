import { whyShort } from '../buildkit/error-messages.ts'
import { list } from '../lib/format.ts'
import { type Planned, whatIsDenied } from '../plan/planned.ts'
import type { Outcome } from './outcome.ts'

/**
 * What was wrong with the caches, for the user. A scope that does not exist yet, or that the plan does not write, is
 * not trouble.
 */
export function troublesOf(
  { sources, exports, unknown }: Pick<Outcome, 'sources' | 'exports' | 'unknown'>,
  planned: Pick<Planned, 'entries' | 'service' | 'specs'>,
): string[] {
  const { entries, service } = planned
  const denied = whatIsDenied(planned)
  const hasCache = entries.from.length + entries.to.length > 0
  const nameOf = (backend: string, scopes: readonly string[]): string =>
    ['the', backend, 'cache', scopes.join(' and ')].filter((it) => it !== '').join(' ')
  return [
    ...(denied === undefined ? [] : [`GitHub's cache was not ${denied}: ${service.why}`]),
    ...(hasCache && unknown !== undefined ? [`what the caches did is not known: ${unknown}`] : []),
    ...sources
      .filter(({ state }) => state === 'failed')
      .map(({ backend, scope, why }) => `${nameOf(backend, [scope])} was not read: ${why}`),
    ...exports
      .filter(({ state }) => state === 'failed')
      .map(({ backend, keys, why }) => `${nameOf(backend, keys)} was not written: ${whyShort(why)}`),
  ]
}

/** The error with which `cache-strict` fails the step; empty if nothing was wrong. */
export function strictSentence(troubles: readonly string[]): string {
  if (troubles.length === 0) return ''
  return `cache-strict: ${list([...new Set(troubles)].map((it) => it.replace(/\.$/, '')))}.`
}
