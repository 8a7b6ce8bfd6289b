import { type Branch, branch } from '../events/branch.ts'
import { branchPart } from '../keys/key.ts'
import { type KeyParts, parseKey } from '../keys/parse-key.ts'
import { isHashed } from '../keys/sanitize.ts'
import type { ScopeRecord } from '../marking/scope-record.ts'

// Which scopes of a store are dead. Pure: whoever lists says what is there, whoever asks GitHub what is alive.

/** What GitHub says of the repository. */
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
  /** The name parts that are looked at; undefined for all. */
  names: ReadonlySet<string> | undefined
  /** Branches that are kept whatever happens: names with `*` for any text. */
  branches: readonly string[]
  /** Scopes that `cache-branch` made are judged like all others. */
  takesNamed: boolean
  /** Scopes without a record are taken for this repository's. */
  adopts: boolean
  /** How long a dead branch's scopes stay after they were last written, in milliseconds. */
  keep: number
  /** The branches that the event is about, and no others are looked at; undefined for all. */
  only: readonly Branch[] | undefined
  /** In milliseconds since 1970. */
  now: number
}

/** A scope as a store lists it. */
export type ListedScope = {
  key: string
  /** undefined: it has none that can be read. */
  record: ScopeRecord | undefined
  /** When it was last written, in milliseconds since 1970; undefined where the store does not say. */
  written: number | undefined
  /** In bytes; undefined where it is not known. */
  size: number | undefined
}

/**
 * `dead` goes. `kept` is ours and stays. `foreign` is not ours. `branch`: whose it is, as far as that is known; `why` in
 * words.
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
 * What is said of a scope by its key alone: what stays whatever its record says, so that nobody has to read it;
 * undefined where the record counts.
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

/** What becomes of a scope of a store that several repositories may share. */
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

/** Of a scope whose branch is gone: whether it stays nevertheless. */
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

/** Why what is gone is gone, for the table. */
export function whyDead(who: Branch | undefined): string {
  if (who?.kind === 'pull') return 'its pull request is closed'
  return who?.kind === 'queue' ? 'the branch of its queue is gone' : 'its branch is gone'
}

const foreign = (why: string): ScopeVerdict => ({ fate: 'foreign', why, branch: undefined })

/** The branch that a part of a key is spelled after; undefined for a hash. */
export function branchOf(part: string): Branch | undefined {
  const [, number] = /^pr-([0-9]+)$/.exec(part) ?? []
  if (number !== undefined) return { kind: 'pull', number: Number(number) }
  if (isHashed(part)) return undefined
  const [, base] = /^queue-(.+)$/.exec(part) ?? []
  return base === undefined ? branch(part) : { kind: 'queue', base }
}

/**
 * Whether a branch is one of those that stay whatever happens. Of a hashed part without a record the name is not known:
 * it stays where its words may be those of such a name.
 */
export function isProtected(part: string, who: Branch | undefined, patterns: readonly string[]): boolean {
  if (who?.kind === 'pull') return false
  if (who) return patterns.some((it) => matches(it, who.kind === 'queue' ? who.base : who.name))
  return patterns.some((it) => mayBe(it, part.replace(/^queue-/, '')))
}

/** `*` stands for any text, with `/` in it too: who means less keeps more. */
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

/** Whether a hashed part may be that of a name like the pattern: it begins with the words that the pattern begins with. */
function mayBe(pattern: string, part: string): boolean {
  if (!pattern.includes('*')) return part === branchPart(branch(pattern))
  const letters = (text: string): string =>
    text.replace(/[A-Z]/g, (it) => it.toLowerCase()).replace(/[^a-z0-9]/g, '')
  const [first = ''] = pattern.split('*').map(letters)
  const words = part.replace(/-[0-9a-f]{16}$/, '')
  // Words may have been cut, and may have an `x` in front that is not the name's (part.ts).
  return [words, words.replace(/^x-?/, '')]
    .map(letters)
    .some((it) => first.startsWith(it) || it.startsWith(first))
}
