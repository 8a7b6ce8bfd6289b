import { count, formatBytes, formatSeconds, list } from '../lib/format.ts'
import type { Missed } from './advice.ts'
import type { Export } from './exports.ts'
import type { Outcome } from './outcome.ts'
import type { Source } from './sources.ts'

// The sentences of the log and of the summary. `show` escapes a name for its destination.
type Show = (text: string) => string

/** Why nothing is known about a build that buildx refused: an invalid tag, no such builder. */
export const NOT_BEGUN = 'the build did not start'

/** `12 of 15 steps cached`. */
export function headline({ count: steps, unknown }: Outcome): string {
  if (steps)
    return steps.total === 0 ? 'no steps to cache' : `${steps.cached} of ${count(steps.total, 'step')} cached`
  if (unknown === NOT_BEGUN) return unknown
  return unknown === undefined ? 'the build failed before its first step' : 'what was cached is not known'
}

/** The steps that were not cached, by how they ended: `█ 1 ran, 1 failed, 1 cancelled`. */
export function tally({ steps }: Outcome): string {
  const ended = ['ran', 'failed', 'cancelled'].map((state) => {
    const number = steps.filter((step) => step.state === state).length
    return number > 0 || state === 'ran' ? [`${number} ${state}`] : []
  })
  return `█ ${ended.flat().join(', ')}`
}

/** Whose cache a source is: `main (default)`. */
function nameSource({ branch, role, scope, isCommon, backend }: Source, show: Show): string {
  if (role === 'yours') return scope === '' ? `your ${backend} cache` : `your ${show(scope)}`
  if (scope === '') return `the ${backend} cache`
  return `${show(branch)} (${role}${isCommon ? ', common' : ''})`
}

/** Where the cached steps came from; empty if there are none. */
export function originSentence(outcome: Outcome, show: Show): string {
  const { origin, count: steps } = outcome
  if (!steps || steps.total === 0) return ''
  if (origin.steps === 0) return noneSentence(outcome)
  const names = [...new Set(origin.sources.map((source) => nameSource(source, show)))]
  const who = steps.cached === steps.total ? 'They' : 'The cached ones'
  if (names.length === 0) return origin.maybeBuilder ? `${who} were in the builder itself.` : ''
  if (origin.maybeBuilder) return `${who} were in the builder itself or came from ${list(names, 'or')}.`
  const which = names.length > 1 ? '; BuildKit merges what it reads and does not report which' : ''
  return `${who} came from ${list(names, 'or')}${which}.`
}

/** Why no step was cached, as far as that is certain. */
function noneSentence({ sources, withoutCache, steps }: Outcome): string {
  if (withoutCache) return 'The build was asked not to use a cache.'
  if (steps.some(({ loadError }) => loadError !== '')) {
    return 'Steps were found in a cache, but their layers could not be loaded.'
  }
  if (sources.length === 0) return ''
  if (sources.every(({ state }) => state === 'missing')) return 'No cache was there yet.'
  return sources.some(({ state }) => state === 'found')
    ? 'None of the steps was found in the caches that were read.'
    : ''
}

/** Which caches have the fetched layers; empty if not looked up. */
export function heldSentence({ held, cost }: Outcome, show: Show): string {
  const all = cost.layers.length
  const parts = held.map(({ source, layers, bytes }) => {
    const where = `in the cache of ${nameSource(source, show)}`
    const many = layers === all ? 'all' : String(layers)
    return layers === 0
      ? `none of them is ${where}`
      : `${many} of them (${formatBytes(bytes)}) ${layers === 1 ? 'is' : 'are'} ${where}`
  })
  const sentence = list(parts)
  return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

/** The branches whose caches could not be read, so that their steps ran again; empty for none. */
export function unreadableSentence({ unreadable }: Outcome, show: Show): string {
  if (unreadable.length === 0) return ''
  const [its, only] = unreadable.length === 1 ? ['cache', 'that cache has'] : ['caches', 'those caches have']
  return `GitHub does not let this run read the ${its} of ${list(unreadable.map(show))}: steps that only ${only} ran again.`
}

/** The result of reading a cache. */
export function describeState({ state, why }: Source, { origin }: Outcome, show: Show): string {
  const words = {
    found: 'found',
    missing: 'not there yet',
    failed: `failed: ${show(why)}`,
    read: origin.steps === 0 ? 'read, nothing taken' : 'read; BuildKit does not report whether it existed',
    unread: 'not read: the build stopped before it',
  }
  return words[state]
}

/** What was fetched; empty for nothing. */
export function costSentence({ cost }: Outcome): string {
  if (cost.layers.length === 0) return ''
  return `Downloaded ${count(cost.layers.length, 'layer')} (${formatBytes(cost.bytes)}, base images included) in ${formatSeconds(cost.fetching)}.`
}

/** The result of writing a cache. */
export function describeExport({ state, why, seconds }: Export, show: Show): string {
  return state === 'written' ? `written in ${formatSeconds(seconds)}` : `not written: ${show(why)}`
}

/** What ran again because of a missed step. */
export function missedSentence({ after, seconds, loadError, platforms, heldBy }: Missed, show: Show): string {
  const where = platforms.length > 1 ? ` on ${platforms.length} platforms` : ''
  const missing = heldBy
    ? `is in the cache of ${nameSource(heldBy, show)}, but BuildKit lost it among the caches that it read`
    : 'was not found in the caches'
  const it = loadError === '' ? missing : 'was in a cache, whose layers could not be loaded'
  const ran = after === 0 ? 'it ran' : `it ran, and so did the ${count(after, 'step')} made from it`
  return `${it}${where}: ${ran}, ${formatSeconds(seconds)}`
}

/** Everything that may have changed; empty if the cause is reported already. */
export function causeSentence({ causes, loadError, heldBy }: Missed, show: Show): string {
  if (heldBy)
    return 'BuildKit loses no step among caches that this action marked (docs/buildkit-two-caches.md)'
  if (loadError !== '' || causes.length === 0) return ''
  const all = causes.map(({ what, names }) => {
    const few = names.slice(0, MOST_NAMES).map(show)
    const more = names.length - few.length
    const listed = more > 0 ? `${few.join(', ')} and ${more} more` : list(few, 'or')
    return listed === '' ? what : `${what} ${listed}`
  })
  return `Possible causes: ${list(all, 'or')}`
}

const MOST_NAMES = 5

/** The first step that ran only because of its position, according to the graph; empty if there is none. */
export function orderHint(missed: readonly Missed[], show: Show): string {
  const first = missed.find(({ movable, loadError }) => movable.length > 0 && loadError === '')
  const [step] = first?.movable ?? []
  if (!first || !step) return ''
  const name = (it: { instruction: string; line: number | undefined }): string =>
    `${show(it.instruction)}${it.line === undefined ? '' : ` (line ${it.line})`}`
  return `${name(step)} does not depend on ${name(first)}: placed before it, it would have stayed cached.`
}

/** What zstd would gain, and what it costs, as measured by script/compression; empty if it would not help. */
export function zstdSentence({ advice: { zstd } }: Outcome): string {
  if (!zstd) return ''
  return (
    `The export to ${zstd.backend} spent ${formatSeconds(zstd.seconds)} of its ${formatSeconds(zstd.of)} preparing layers, ` +
    'mostly compressing them with gzip. `compression=zstd` in the cache spec takes about half of the CPU time; the ' +
    'builder needs about 10 MB more memory per layer, and an image that is built from such a cache later is pushed with ' +
    'these layers in zstd (docs/compression.md).'
  )
}
