import type { Environment } from './environment.ts'
import { textAt } from './payload.ts'

/**
 * The build context where none is given, as upstream: this repository's git URL, pinned to the event's commit.
 * `asQuery`: the commit stands in a query, which buildx 0.29 and newer understand.
 */
export function gitContext(environment: Environment, asQuery: boolean): string {
  const { serverUrl, repository } = environment
  return `${serverUrl}/${repository}.git${asQuery ? '?ref=' : '#'}${pinnedRef(environment)}`
}

function pinnedRef({ sha, ref, payload, switches }: Environment): string {
  const full = ref.startsWith('refs/') ? ref : `refs/heads/${ref}`
  const isPull = full.startsWith('refs/pull/')
  const wanted = isPull && switches.contextIsPullHead ? full.replace(/\/merge$/, '/head') : full
  if (isPull && wanted.endsWith('/head')) return textAt(payload, 'pull_request', 'head', 'sha') ?? wanted
  return sha || wanted
}

/** A context as written, `{{defaultContext}}` in it filled in; the default where it is empty. */
export function fillContext(written: string, defaultContext: string): string {
  return written === ''
    ? defaultContext
    : written.replaceAll(/\{{2,3}\s*defaultContext\s*\}{2,3}/g, () => defaultContext)
}
