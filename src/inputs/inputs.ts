import { parseSpecs, type Spec } from '../cache/spec.ts'
import type { Environment } from '../github/environment.ts'
import { gitContext } from '../github/git-context.ts'
import { type PlanInputs, WRITE_MODES } from '../scope/plan.ts'
import { branchOfRef, whyNotABranchName } from '../scope/ref-name.ts'
import { parseShard } from '../scope/shard.ts'
import { parseBoolean } from './boolean.ts'
import { InputError } from './error.ts'
import { parseLines, parseList } from './list.ts'
import { notOneOf } from './nearest.ts'

/** The build's own inputs: names and meaning of docker/build-push-action. */
export type BuildInputs = {
  'build-args': string[]
  builder: string
  'cache-from': string[]
  'cache-to': string[]
  context: string
  file: string
  load: boolean
  platforms: string[]
  push: boolean
  tags: string[]
  target: string
}

/** The cache's inputs. */
export type CacheInputs = { specs: Spec[]; cacheName: string; planOnly: boolean; plan: PlanInputs }

/** The build's inputs as typed values; throws InputError: one sentence, before anything runs. */
export function readBuildInputs(environment: Environment): BuildInputs {
  const { input } = environment
  const boolean = (name: string): boolean => parseBoolean(name, input(name), false)
  const list = (name: string, wholeLines = false): string[] => {
    try {
      return parseList(input(name), wholeLines)
    } catch (error) {
      throw new InputError(name, `${(error as Error).message}.`)
    }
  }
  const notAFlag = (name: string, value: string): string => {
    if (value.startsWith('-'))
      throw new InputError(name, `"${value}" begins with "-", which docker takes for an option.`)
    return wellFormed(name, value)
  }
  return {
    'build-args': list('build-args', true),
    builder: notAFlag('builder', input('builder')),
    'cache-from': list('cache-from', true),
    'cache-to': list('cache-to', true),
    context: notAFlag('context', defaultContext(input('context'), environment)),
    file: notAFlag('file', input('file')),
    load: boolean('load'),
    platforms: list('platforms'),
    push: boolean('push'),
    tags: list('tags'),
    target: notAFlag('target', input('target')),
  }
}

/** The cache's inputs as typed values; throws InputError. */
export function readCacheInputs({ input }: Environment): CacheInputs {
  const cache = parseLines(wellFormed('cache', input('cache')))
  return {
    specs: cache.length === 1 && cache[0] === 'none' ? [] : parseSpecs(cache),
    cacheName: wellFormed('cache-name', input('cache-name')),
    planOnly: parseBoolean('plan-only', input('plan-only'), false),
    plan: {
      branch: input('cache-branch') === '' ? '' : branchName('cache-branch', input('cache-branch')),
      fallback: fallback(parseLines(input('cache-fallback'), false)),
      write: writeMode(input('cache-write')),
      readMerged: parseBoolean('cache-read-merged', input('cache-read-merged'), true),
      shard: parseShard(wellFormed('cache-shard', input('cache-shard'))),
      shardIndex: shardIndex(input('cache-shard-index')),
    },
  }
}

function defaultContext(context: string, environment: Environment): string {
  const ours = gitContext(environment)
  return context === '' ? ours : context.replaceAll(/\{\{\s*defaultContext\s*\}\}/g, () => ours)
}

function branchName(input: string, text: string): string {
  const name = branchOfRef(text)
  const why = whyNotABranchName(name)
  if (why) throw new InputError(input, `"${text}" is no branch that git would take: ${why}.`)
  return name
}

function fallback(lines: string[]): string[] | undefined {
  if (lines.length === 0) return undefined
  if (lines.length === 1 && lines[0] === 'none') return []
  return lines.map((line) => branchName('cache-fallback', line))
}

function writeMode(text: string): PlanInputs['write'] {
  const mode = WRITE_MODES.find((it) => it === (text || 'auto'))
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

function wellFormed(input: string, text: string): string {
  // What is not UTF-8 reaches us as U+FFFD: two names would become one.
  if (!text.isWellFormed() || text.includes('\ufffd'))
    throw new InputError(input, 'it is not well-formed Unicode.')
  return text
}
