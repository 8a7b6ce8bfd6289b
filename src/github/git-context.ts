import type { Environment } from './environment.ts'
import { textAt } from './payload.ts'

/** The build context where none is given, as upstream: this repository's git URL, pinned to the event's commit. */
export function gitContext(environment: Environment): string {
  const { serverUrl, repository, sha, ref, payload, contextIsPullHead } = environment
  const url = `${serverUrl}/${repository}.git`
  if (contextIsPullHead && ref.startsWith('refs/pull/')) {
    return `${url}#${textAt(payload, 'pull_request', 'head', 'sha') ?? ref.replace(/\/merge$/, '/head')}`
  }
  return `${url}#${sha || (ref.startsWith('refs/') ? ref : `refs/heads/${ref}`)}`
}
