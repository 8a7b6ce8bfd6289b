import { type Branch, branch } from '../events/branch.ts'
import { branchOfRef } from '../events/ref-name.ts'
import { at, textAt } from '../lib/json-path.ts'
import type { Environment } from '../runner/environment.ts'

/** What to look at for an event: `only` these branches, or all (undefined); or nothing, and `why`. */
export type Aim = { only: readonly Branch[] | undefined } | { why: string }

/**
 * The quick way: an event that ends a branch or a pull request only looks at its scopes. GitHub does not always send
 * these events (none if one push deletes more than three refs), so all other events look at everything.
 */
export function aimOf({ eventName, payload, repository }: Environment): Aim {
  if (eventName === 'delete') {
    const name = textAt(payload, 'ref')
    if (textAt(payload, 'ref_type') === 'tag') return { why: 'a tag was deleted, and tags have no scope' }
    if (name === undefined) return { why: 'the event does not say which branch was deleted' }
    return { only: [branch(branchOfRef(name))] }
  }
  if (eventName === 'pull_request' || eventName === 'pull_request_target') {
    const action = textAt(payload, 'action')
    if (action !== 'closed')
      return {
        why: `on ${eventName} only the type closed is handled, not ${action ?? 'one without a name'}`,
      }
    const number = at(payload, 'pull_request', 'number') ?? at(payload, 'number')
    if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1)
      return { why: 'the event does not say which pull request was closed' }
    const home = textAt(payload, 'pull_request', 'head', 'repo', 'full_name')
    const isOurs = home === (textAt(payload, 'repository', 'full_name') ?? repository)
    if (!isOurs && eventName === 'pull_request')
      return {
        why: `pull request #${number} comes from a fork, and its token is read-only; the scheduled run deletes its scopes`,
      }
    const head = textAt(payload, 'pull_request', 'head', 'ref')
    const heads = isOurs && head !== undefined ? [branch(head)] : []
    return { only: [{ kind: 'pull', number }, ...heads] }
  }
  return { only: undefined }
}
