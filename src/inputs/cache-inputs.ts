import { readSpecs, type Spec } from '../cache/spec.ts'
import type { Environment } from '../github/environment.ts'
import { getsNoSecrets } from '../github/no-secrets.ts'
import type { Limits } from '../local/choose.ts'
import { type PlanInputs, WRITE_MODES } from '../scope/plan.ts'
import { branchOfRef, whyNotABranchName } from '../scope/ref-name.ts'
import { parseShard } from '../scope/shard.ts'
import { parseBoolean } from './boolean.ts'
import { parseDuration } from './duration.ts'
import { InputError } from './error.ts'
import { parseLines } from './list.ts'
import { parseSize, parseSpan } from './measures.ts'
import { notOneOf } from './nearest.ts'
import { wellFormed } from './text.ts'

/** The cache's inputs. */
export type CacheInputs = {
  /** True: no cache is asked for or turned off, so that GitHub's is used where it can be. */
  isEmpty: boolean
  specs: Spec[]
  /** What is left out, since a secret or variable is empty in this run; a sentence each. */
  leftOut: string[]
  cacheName: string
  /** How long a store may keep the build waiting, in milliseconds; 0 for as long as it likes. */
  timeout: number
  /** Cache trouble fails the step. */
  strict: boolean
  planOnly: boolean
  plan: Omit<PlanInputs, 'without'>
  /** Of a cache in a directory. */
  limits: Limits
}

/** The cache's inputs as typed values; throws InputError. */
export function readCacheInputs(environment: Environment): CacheInputs {
  const input = (name: string): string => evaluated(name, environment.input(name))
  const cache = parseLines(wellFormed('cache', input('cache')))
  return {
    isEmpty: cache.length === 0,
    ...(cache.length === 1 && cache[0] === 'none'
      ? { specs: [], leftOut: [] }
      : readSpecs(cache, environment.forDocker, getsNoSecrets(environment))),
    cacheName: wellFormed('cache-name', input('cache-name')),
    timeout: parseDuration('cache-timeout', input('cache-timeout'), 120_000),
    strict: parseBoolean('cache-strict', input('cache-strict'), false),
    planOnly: parseBoolean('plan-only', input('plan-only'), false),
    plan: {
      branch: input('cache-branch') === '' ? '' : branchName('cache-branch', input('cache-branch')),
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
  }
}

/** An expression that stands where GitHub does not evaluate it would be a name like any other. */
function evaluated(input: string, text: string): string {
  if (input !== 'cache' && text.includes('${{')) {
    throw new InputError(
      input,
      'it holds "${{", an expression that was not evaluated; write it in the workflow.',
    )
  }
  return text
}

function branchName(input: string, text: string): string {
  const name = branchOfRef(text)
  if (/^refs\/(pull|tags|remotes)\//.test(name)) {
    throw new InputError(input, `"${text}" is no branch; write the name of one, such as main.`)
  }
  const why = whyNotABranchName(name)
  if (why) throw new InputError(input, `"${text}" is not a valid branch name: ${why}.`)
  return name
}

function fallback(lines: string[]): string[] | undefined {
  if (lines.length === 0) return undefined
  if (lines.length === 1 && lines[0] === 'none') return []
  if (lines.some((line) => /,\s/.test(line))) {
    throw new InputError('cache-fallback', 'write one branch a line, without commas.')
  }
  return lines.map((line) => branchName('cache-fallback', line))
}

function writeMode(text: string): PlanInputs['write'] {
  const mode = WRITE_MODES.find((it) => it === (text || 'auto'))
  if (!mode && /^(false|off|no|none)$/i.test(text)) {
    throw new InputError(
      'cache-write',
      `"${text}" is not one of ${WRITE_MODES.join(', ')}; never writes nothing.`,
    )
  }
  if (!mode) throw new InputError('cache-write', notOneOf(text, WRITE_MODES))
  return mode
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
