import { textAt } from '../lib/json-path.ts'
import type { Environment } from '../runner/environment.ts'
import { branchOfRef, whyNotABranchName } from './ref-name.ts'

// Events whose GITHUB_REF is always the default branch (docs.github.com, "Events that trigger workflows").
// pull_request_target is not among them: before December 2025, and on older servers, it ran on the base.
const runOnDefault = new Set(
  `branch_protection_rule check_run check_suite delete discussion discussion_comment fork gollum image_version
  issue_comment issues label milestone page_build public repository_dispatch schedule status watch workflow_run`.split(
    /\s+/,
  ),
)

/** The default branch's name and its source; the name is undefined if unknown. */
export function defaultBranch(environment: Environment): { name: string | undefined; from: string } {
  const { payload, eventName, ref } = environment
  const sources: [string, string | undefined][] = [
    ['repository.default_branch', textAt(payload, 'repository', 'default_branch')],
    [
      'pull_request.base.repo.default_branch',
      textAt(payload, 'pull_request', 'base', 'repo', 'default_branch'),
    ],
    ['master_branch', textAt(payload, 'master_branch')],
    [
      `GITHUB_REF, which is the default branch on ${eventName}`,
      runOnDefault.has(eventName) && ref.startsWith('refs/heads/') ? ref : undefined,
    ],
  ]
  const [from, found] = sources.find(([, value]) => value !== undefined) ?? []
  const name = branchOfRef(found ?? '')
  return from === undefined || whyNotABranchName(name)
    ? { name: undefined, from: 'neither the event nor the environment names it' }
    : { name, from }
}
