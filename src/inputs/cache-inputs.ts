import { readSpecs, type Spec } from '../backends/spec.ts'
import { getsNoSecrets } from '../events/no-secrets.ts'
import { branchOfRef, whyNotABranchName } from '../events/ref-name.ts'
import type { Run } from '../events/run.ts'
import type { Shard } from '../keys/shard.ts'
import { parseShard } from '../keys/shard.ts'
import { notOneOf } from '../lib/nearest.ts'
import { quote } from '../lib/quote.ts'
import type { Environment } from '../runner/environment.ts'
import { InputError } from '../runner/input-error.ts'
import { parseBoolean } from './boolean.ts'
import { numberedLines, parseLines } from './list.ts'
import { parseDuration, parseSize, parseSpan } from './measures.ts'
import { wellFormed } from './text.ts'

export const WRITE_MODES = ['auto', 'always', 'never', 'default-branch'] as const

/** The inputs that the plan depends on, checked. */
export type PlanInputs = {
  /** `cache-branch`; empty for the event's. */
  branch: string
  /** `cache-fallback`: undefined for base and default. */
  fallback: string[] | undefined
  write: (typeof WRITE_MODES)[number]
  readMerged: boolean
  /** The declared secrets that have no value in this run (missing-secrets.ts): its own scope is then another. */
  without: readonly string[]
  shard: Shard
  /** `cache-shard-index`: undefined where the runner gives none. */
  shardIndex: number | undefined
}

/**
 * How long a scope is kept after its last use, in milliseconds, and how large all may be together, in bytes; undefined:
 * no limit.
 */
export type Limits = { keep: number; maxSize: number | undefined }

/** Which cache mounts are carried from run to run: their ids or targets. */
export type MountInputs = {
  wanted: 'none' | 'all' | readonly string[]
  /** In bytes, before compression: the most that the mounts of a scope may contain. */
  maxSize: number
  /** The helper's image; empty for the helper that comes with the action. */
  image: string
}

/** The cache's inputs. */
export type CacheInputs = {
  /** True: the inputs neither specify a cache nor turn it off, so GitHub's is used if possible. */
  isEmpty: boolean
  specs: Spec[]
  /** The caches that are skipped because a secret or variable is empty in this run; a sentence each. */
  leftOut: string[]
  cacheName: string
  /** How long a store may keep the build waiting, in milliseconds; 0: no limit. */
  timeout: number
  /** Cache trouble fails the step. */
  strict: boolean
  planOnly: boolean
  plan: Omit<PlanInputs, 'without'>
  /** For a cache in a directory. */
  limits: Limits
  mounts: MountInputs
}

/** The cache's inputs as typed values; throws InputError. */
export function readCacheInputs(environment: Environment, run: Pick<Run, 'trust'>): CacheInputs {
  const input = (name: string): string => evaluated(name, environment.input(name))
  // Including leading blank lines, since line numbers are reported.
  const numbered = numberedLines(wellFormed('cache', environment.rawInput('cache')))
  const cache = numbered.map(({ line }) => line)
  return {
    isEmpty: cache.length === 0,
    ...(cache.length === 1 && cache[0] === 'none'
      ? { specs: [], leftOut: [] }
      : readSpecs(
          cache,
          environment.forDocker,
          getsNoSecrets(environment, run),
          numbered.map(({ number }) => number),
        )),
    cacheName: wellFormed('cache-name', input('cache-name')),
    timeout: parseDuration('cache-timeout', input('cache-timeout'), 120_000),
    strict: parseBoolean('cache-strict', input('cache-strict'), false),
    planOnly: parseBoolean('plan-only', input('plan-only'), false),
    plan: {
      branch: ownBranch(input('cache-branch')),
      fallback: fallback(parseLines(input('cache-fallback'), false)),
      write: writeMode(input('cache-write')),
      readMerged: parseBoolean('cache-read-merged', input('cache-read-merged'), true),
      shard: parseShard(wellFormed('cache-shard', input('cache-shard'))),
      shardIndex: shardIndex(input('cache-shard-index')),
    },
    limits: {
      keep: parseSpan('cache-keep', input('cache-keep') || '14d'),
      maxSize:
        input('cache-max-size') === '' ? undefined : parseSize('cache-max-size', input('cache-max-size')),
    },
    mounts: {
      wanted: wantedMounts(input('cache-mounts')),
      maxSize: parseSize('cache-mounts-max-size', input('cache-mounts-max-size') || '2GB'),
      image: helperImage(input('cache-mounts-image')),
    },
  }
}

function wantedMounts(text: string): MountInputs['wanted'] {
  const lines = parseLines(text, false)
  const [only = 'false'] = lines
  if (lines.length < 2 && /^(true|false|True|False|TRUE|FALSE)$/.test(only))
    return /^t/i.test(only) ? 'all' : 'none'
  const odd = lines.find((line) => SWITCH.test(line) || !/^[\w./:@+~-]{1,512}$/.test(line))
  if (odd !== undefined) {
    throw new InputError(
      'cache-mounts',
      `${quote(odd)} is not an id or target of a cache mount; write true, false, or ids and targets, one a line.`,
    )
  }
  return lines
}

function helperImage(text: string): string {
  if (/^[\w.-]+(?::\d+)?(?:\/[\w.-]+)*(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?$/.test(text) || text === '')
    return text
  throw new InputError(
    'cache-mounts-image',
    `${quote(text)} is not an image reference such as ghcr.io/owner/mounts:1.`,
  )
}

/** An expression where GitHub does not evaluate it would become a literal name. */
function evaluated(input: string, text: string): string {
  if (text.includes('${{')) {
    throw new InputError(
      input,
      'it contains "${{", an expression that was not evaluated; write it in the workflow file.',
    )
  }
  return text
}

// What an expression without a value, or a habit from other inputs, leaves; `refs/heads/` says that it is a branch.
const SWITCH = /^(true|false|on|off|yes|no|none|null)$/i

function branchName(input: string, text: string, orLeaveOut: string): string {
  if (SWITCH.test(text)) {
    throw new InputError(
      input,
      `"${text}" reads as a switch, not as a branch; ${orLeaveOut}, or write refs/heads/${text} for that branch.`,
    )
  }
  const name = branchOfRef(text)
  if (/^refs\/(pull|tags|remotes)\//.test(name)) {
    throw new InputError(input, `"${text}" is not a branch; write the name of one, such as main.`)
  }
  const why = whyNotABranchName(name)
  if (why) throw new InputError(input, `"${text}" is not a valid branch name: ${why}.`)
  return name
}

function ownBranch(text: string): string {
  return text === '' ? '' : branchName('cache-branch', text, "omit the input to use the event's branch")
}

function fallback(lines: string[]): string[] | undefined {
  if (lines.length === 0) return undefined
  if (lines.length === 1 && lines[0] === 'none') return []
  if (lines.some((line) => /,\s/.test(line))) {
    throw new InputError('cache-fallback', 'write one branch a line, without commas.')
  }
  const orLeaveOut =
    lines.length === 1 ? 'write none to read no other branch' : '"none" must be the only line'
  return lines.map((line) => branchName('cache-fallback', line, orLeaveOut))
}

function writeMode(text: string): PlanInputs['write'] {
  const mode = WRITE_MODES.find((it) => it === (text || 'auto'))
  if (mode) return mode
  // For these words the intended mode is not the one with the most similar spelling.
  const meant = /^(false|off|no|none)$/i.test(text) ? 'never' : /^(true|on|yes)$/i.test(text) ? 'auto' : ''
  const sentence = meant
    ? `${quote(text)} is not one of ${WRITE_MODES.join(', ')}. Did you mean "${meant}"?`
    : notOneOf(text, WRITE_MODES)
  throw new InputError('cache-write', sentence)
}

function shardIndex(text: string): number | undefined {
  if (text === '') return undefined
  if (!/^\d{1,9}$/.test(text)) {
    throw new InputError(
      'cache-shard-index',
      `"${text}" is not a number; write the job's index, counted from 0.`,
    )
  }
  return Number(text)
}
