import { at, textAt } from '../lib/json-path.ts'
import { whyNotABranchName } from './ref-name.ts'

/** A merged branch of this repository, and how that is known. */
export type Merged = { name: string; why: string }

/** The most merged branches that are read; the newest count. */
const MOST = 3

/**
 * The branches of this repository that the event's commits (oldest first) merge into `pushed`, newest first, from the
 * merge commits' messages. A branch of another owner never counts, nor, on Gitea and Forgejo, one of another
 * repository. GitHub's message names only the owner: for a fork by the same owner, this repository's branch of that
 * name is read, if there is one (docs/threat-model.md).
 */
export function mergedByMessages(commits: readonly unknown[], pushed: string, repository: string): Merged[] {
  return commits.toReversed().flatMap((commit) => {
    const id = textAt(commit, 'id')?.slice(0, 7)
    const why = `the message of the merge commit${id ? ` ${id}` : ''}`
    return (oursIn(commit, pushed, repository) ?? []).map((name) => ({ name, why }))
  })
}

/** Whether a commit's message says what it merges, even if from elsewhere: then the API need not be asked. */
export function tellsItsMerge(commit: unknown, pushed: string, repository: string): boolean {
  return oursIn(commit, pushed, repository) !== undefined
}

/** Without duplicates, invalid names and the pushed branch; at most three. */
export function newest(merged: readonly Merged[], pushed: string): Merged[] {
  const good = merged.filter(({ name }) => name !== pushed && whyNotABranchName(name) === undefined)
  return good.filter(({ name }, i) => good.findIndex((it) => it.name === name) === i).slice(0, MOST)
}

/** The commits of a push, oldest first. GitHub leaves some out where they are very many; the head is there. */
export function commitsOf(payload: unknown): unknown[] {
  const commits = at(payload, 'commits')
  const head = at(payload, 'head_commit')
  const list = Array.isArray(commits) ? commits : []
  const hasHead = list.some((commit) => textAt(commit, 'id') === textAt(head, 'id'))
  return textAt(head, 'id') === undefined || hasHead ? list : [...list, head]
}

/**
 * The branches of this repository that a commit's title says it merges; none if they belong to others, undefined if the
 * title does not say. GitHub's own message (`Merge pull request #N from owner/branch`), Gitea's and Forgejo's, and
 * git's.
 */
function oursIn(commit: unknown, pushed: string, repository: string): string[] | undefined {
  const title = (textAt(commit, 'message') ?? '').split(/\r?\n/)[0] ?? ''
  const owner = repository.split('/')[0] ?? ''
  const [, login, head] = /^Merge pull request #\d+ from ([^/\s]+)\/(\S+)$/.exec(title) ?? []
  if (login !== undefined && head !== undefined) {
    return login.toLowerCase() === owner.toLowerCase() ? [head] : []
  }
  if (repository === '') return undefined
  // Gitea's and Forgejo's (services/pull/merge.go): `Merge pull request 'Title' (#5) from branch into base`, and
  // `owner/repository:branch` of a fork. The title can contain anything, so the last match counts.
  const [, theirs, target] = /^Merge pull request '.*' \([#!]\d+\) from (\S+) into (\S+)$/.exec(title) ?? []
  if (theirs !== undefined && target === pushed) return theirs.includes(':') ? [] : [theirs]
  return oursInGit(title, pushed)
}

// One or several (fmt-merge-msg.c): `branch 'a'`, `branches 'a' and 'b'`, `branches 'a', 'b' and 'c'`. Branch names
// contain no blanks, so a separator is never part of one.
const LIST = "(?: '\\S+'|es '\\S+'(?:, '\\S+')* and '\\S+')"
const BY_GIT = new RegExp(
  `^Merge (?:branch(${LIST})(?:, remote-tracking branch(${LIST}))?|remote-tracking branch(${LIST}))(?: into (\\S+))?$`,
)

/** The same for git's title: `Merge branch 'x'` and its variants, from `git merge` of one branch or several. */
function oursInGit(title: string, pushed: string): string[] | undefined {
  // A title with `of <url>` is a pull from anywhere, and is not used. A remote-tracking branch is merged after a fetch
  // without a checkout; `origin` is this repository if the clone was made from it, and otherwise a branch of the same
  // name is read in vain.
  const [, local, both, tracked, into] = BY_GIT.exec(title) ?? []
  const names = [...namesIn(local), ...namesIn(both ?? tracked).flatMap(fromOrigin)]
  // A merge into another branch came in with a later merge, which has a message of its own.
  return names.length > 0 && (into === undefined || into === pushed) ? names : undefined
}

function namesIn(list = ''): string[] {
  const [, names] = /^(?:es)? '(.*)'$/.exec(list) ?? []
  return names === undefined ? [] : names.split(/', '|' and '/)
}

function fromOrigin(name: string): string[] {
  const [, branch] = /^origin\/(.+)$/.exec(name) ?? []
  return branch === undefined ? [] : [branch]
}
