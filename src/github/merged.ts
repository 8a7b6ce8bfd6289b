import { whyNotABranchName } from '../scope/ref-name.ts'
import { textAt } from './payload.ts'

/** How many merged branches are read at most, the newest. */
const MOST = 3

/**
 * The branches of this repository that the event's commits merge into `pushed`, newest first, from the merge
 * commits' messages: GitHub's own (`Merge pull request #N from owner/branch`) and git's (`Merge branch 'x'`).
 * A branch of another owner, or of another repository, never counts.
 */
export function mergedBranches(commits: unknown, pushed: string, repository: string): string[] {
  const messages = (Array.isArray(commits) ? commits : []).map((commit) => textAt(commit, 'message') ?? '')
  const owner = repository.split('/')[0] ?? ''
  const names = messages
    .reverse()
    .map((message) => mergedBranch(message.split(/\r?\n/)[0] ?? '', pushed, owner))
    .filter((name) => name !== undefined && name !== pushed && whyNotABranchName(name) === undefined)
  return [...new Set(names as string[])].slice(0, MOST)
}

function mergedBranch(title: string, pushed: string, owner: string): string | undefined {
  const pull = /^Merge pull request #\d+ from ([^/\s]+)\/(\S+)$/.exec(title)
  if (pull) return pull[1]?.toLowerCase() === owner.toLowerCase() ? pull[2] : undefined
  const local = /^Merge branch '(\S+)'(?: into (\S+))?$/.exec(title)
  // A merge into another branch came in with a later merge, which has a message of its own.
  return local && (local[2] === undefined || local[2] === pushed) ? local[1] : undefined
}
