import { type Branch, branch } from '../events/branch.ts'
import { branchPart } from '../keys/key.ts'
import { type KeyParts, parseKey } from '../keys/parse-key.ts'
import { isHashed } from '../keys/sanitize.ts'
import type { ScopeRecord } from '../marking/scope-record.ts'

// Which scopes of a store are dead. Pure: the callers list the store and ask GitHub.

/** What GitHub knows about the repository. */
export type Living = {
  branches: readonly string[]
  /** The numbers of its open pull requests. */
  pulls: readonly number[]
}

export type Rules = {
  /** owner/name */
  repository: string
  /** The branch parts of keys that are alive (livingParts). */
  living: ReadonlySet<string>
  /** The name parts to consider; undefined for all. */
  names: ReadonlySet<string> | undefined
  /** Branches that are always kept: names with `*` for any text. */
  branches: readonly string[]
  /** Scopes created with `cache-branch` are treated like all others. */
  takesNamed: boolean
  /** Scopes without a record count as this repository's. */
  adopts: boolean
  /** How long a dead branch's scopes are kept after they were last written, in milliseconds. */
  keep: number
  /** Only these branches are considered, those of the event; undefined for all. */
  only: readonly Branch[] | undefined
  /** In milliseconds since 1970. */
  now: number
}

/** A scope as a store lists it. */
export type ListedScope = {
  key: string
  /** undefined: missing or unreadable. */
  record: ScopeRecord | undefined
  /** When it was last written, in milliseconds since 1970; undefined if the store does not say. */
  written: number | undefined
  /** In bytes; undefined if unknown. */
  size: number | undefined
}

/**
 * `dead` is deleted. `kept` is the repository's and is kept. `foreign` belongs to others. `branch`: its branch, if
 * known; `why`: the reason, for the user.
 */
export type ScopeVerdict = {
  fate: 'dead' | 'kept' | 'foreign'
  why: string
  branch: Branch | undefined
}

/** The branch parts of all keys that a run of this repository may still read. */
export function livingParts({ branches, pulls }: Living): Set<string> {
  return new Set([
    ...branches.flatMap((name) => partsOfBranch(name)),
    ...pulls.map((number) => branchPart({ kind: 'pull', number })),
  ])
}

const partsOfBranch = (name: string): string[] => [
  branchPart(branch(name)),
  branchPart({ kind: 'queue', base: name }),
]

/** The branch parts that the event is about. */
export function partsOf(only: readonly Branch[]): string[] {
  return only.flatMap((it) => (it.kind === 'branch' ? partsOfBranch(it.name) : branchPart(it)))
}

/**
 * The verdict on a scope by its key alone, if it is kept whatever its record says, so that the record need not be read;
 * undefined if the record decides.
 */
export function judgeKey(key: string, rules: Rules): ScopeVerdict | undefined {
  const parts = parseKey(key)
  if (!parts) return foreign('its name is not a key')
  const who = branchOf(parts.branch)
  if (rules.living.has(parts.branch)) {
    const why = who?.kind === 'pull' ? 'its pull request is open' : 'its branch exists'
    return { fate: 'kept', why, branch: who }
  }
  if (rules.names && !rules.names.has(parts.name))
    return { fate: 'kept', why: 'of an image that is not in `images`', branch: who }
  if (rules.only && !partsOf(rules.only).includes(parts.branch))
    return { fate: 'kept', why: 'not of the branch in the event', branch: who }
  return undefined
}

/** The verdict on a scope of a store that several repositories may share. */
export function judgeScope(scope: ListedScope, rules: Rules): ScopeVerdict {
  const parts = parseKey(scope.key)
  const early = judgeKey(scope.key, rules)
  if (!parts || early) return early ?? foreign('its name is not a key')
  const { record } = scope
  if (!record) {
    const who = branchOf(parts.branch)
    if (!rules.adopts) return { fate: 'kept', why: 'no scope record: see `adopt`', branch: who }
    return whyStays(parts, who, scope.written, rules)
  }
  if (record.repository !== rules.repository) return foreign(`of the repository ${record.repository}`)
  if (branchPart(record.branch) !== parts.branch) return foreign('its record belongs to another scope')
  if (record.isNamed && !rules.takesNamed)
    return { fate: 'kept', why: 'made by cache-branch', branch: record.branch }
  return whyStays(parts, record.branch, scope.written, rules)
}

/** Whether a scope whose branch is gone is still kept. */
function whyStays(
  parts: KeyParts,
  who: Branch | undefined,
  written: number | undefined,
  { branches, keep, now }: Rules,
): ScopeVerdict {
  const kept = (why: string): ScopeVerdict => ({ fate: 'kept', why, branch: who })
  if (isProtected(parts.branch, who, branches)) return kept('named in `branches`')
  if (keep > 0 && written === undefined) return kept('the store does not report its age')
  if (keep > 0 && (written ?? 0) > now - keep) return kept('written within `keep`')
  return { fate: 'dead', why: whyDead(who), branch: who }
}

/** Why a branch counts as gone, for the table. */
export function whyDead(who: Branch | undefined): string {
  if (who?.kind === 'pull') return 'its pull request is closed'
  return who?.kind === 'queue' ? 'the branch of its queue is gone' : 'its branch is gone'
}

const foreign = (why: string): ScopeVerdict => ({ fate: 'foreign', why, branch: undefined })

/** The branch that a part of a key stands for; undefined for a hash. */
export function branchOf(part: string): Branch | undefined {
  const [, number] = /^pr-([0-9]+)$/.exec(part) ?? []
  if (number !== undefined) return { kind: 'pull', number: Number(number) }
  if (isHashed(part)) return undefined
  const [, base] = /^queue-(.+)$/.exec(part) ?? []
  return base === undefined ? branch(part) : { kind: 'queue', base }
}

/**
 * Whether a branch is always kept. The name of a hashed part without a record is unknown: it is kept if its words may
 * be those of such a name.
 */
export function isProtected(part: string, who: Branch | undefined, patterns: readonly string[]): boolean {
  if (who?.kind === 'pull') return false
  if (who) return patterns.some((it) => matches(it, who.kind === 'queue' ? who.base : who.name))
  return patterns.some((it) => mayBe(it, part.replace(/^queue-/, '')))
}

/** `*` matches any text, `/` included, which can only keep more. */
function matches(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return name === pattern
  if (!name.startsWith(first) || name.length < first.length + last.length || !name.endsWith(last))
    return false
  let at = first.length
  for (const text of rest) {
    const found = name.indexOf(text, at)
    if (found < 0) return false
    at = found + text.length
  }
  return at <= name.length - last.length
}

/** Whether a hashed part may stand for a name that matches the pattern: both begin with the same words. */
function mayBe(pattern: string, part: string): boolean {
  if (!pattern.includes('*')) return part === branchPart(branch(pattern))
  const letters = (text: string): string =>
    text.replace(/[A-Z]/g, (it) => it.toLowerCase()).replace(/[^a-z0-9]/g, '')
  const [first = ''] = pattern.split('*').map(letters)
  const words = part.replace(/-[0-9a-f]{16}$/, '')
  // Words may have been cut, and may begin with an `x` that is not in the name (keys/sanitize.ts).
  return [words, words.replace(/^x-?/, '')]
    .map(letters)
    .some((it) => first.startsWith(it) || it.startsWith(first))
}
