import { attribute } from '../backends/backend.ts'
import type { Spec } from '../backends/spec.ts'
import { locator } from '../buildkit/locate-step.ts'
import { type Interval, joinIntervals, parseRecord, type Vertex } from '../buildkit/record.ts'
import { importedKey, isCacheExport } from '../buildkit/vertex-names.ts'
import type { History } from '../buildx/history.ts'
import type { Unkept } from '../plan/dropped-caches.ts'
import { type Lost, without } from '../plan/dropped-caches.ts'
import type { Entries } from '../plan/entries.ts'
import { cutCredentials, hider } from '../runner/hide.ts'
import type { There } from '../stores/there.ts'
import { type Advice, findCompression, findMissed } from './advice.ts'
import { type Cost, findCost } from './cost.ts'
import { type Export, findExports } from './exports.ts'
import type { Held } from './layer-attribution.ts'
import { lostExports, lostSources, withUnkept } from './lost-caches.ts'
import { findOrigin, type Origin } from './origin.ts'
import { findSources, type Source } from './sources.ts'
import { type Count, countSteps, findSteps, type Step } from './steps.ts'

/** What is known of a build besides its record. */
export type About = {
  entries: Entries
  specs: readonly Spec[]
  /** buildx's warnings about local caches that it skipped. */
  warnings: readonly string[]
  /** The caches that the last run omitted. */
  lost: readonly Lost[]
  /** The exports that no build will find. */
  unkept: readonly Unkept[]
  failed: boolean
  builderWasEmpty: boolean
  /** The user asked for steps to be built without cache. */
  withoutCache: boolean
  dockerfile: string | undefined
  /** The build has named contexts (`build-contexts`). */
  hasContexts?: boolean
  /** The stores' answers for imports whose existence BuildKit does not report. */
  there?: There
  /** The branches that the plan would read but this run may not, for people. */
  unreadable?: readonly string[]
  /** Texts that must not be shown. */
  secrets: readonly string[]
}

/** What the cache did in one build. */
export type Outcome = {
  /** Why nothing more is known, for the user; undefined if there is a record. */
  unknown: string | undefined
  steps: Step[]
  /** Undefined without a record. */
  count: Count | undefined
  sources: Source[]
  origin: Origin
  cost: Cost
  exports: Export[]
  /** Imports and exports, for the time line. */
  others: { name: string; times: Interval[] }[]
  /** What failed or hung, so that the build ran again without it. */
  lost: readonly Lost[]
  /** True: every planned export succeeded, and there was one. */
  written: boolean
  advice: Advice
  /** The user asked for steps to be built without cache. */
  withoutCache: boolean
  /** The branches whose caches this run may not read, if steps ran. */
  unreadable: readonly string[]
  /** Which sources have the fetched layers, if looked up. */
  held: Held[]
}

const EMPTY = 'the record that the builder keeps of this build is empty'

/** The history of a build, or why there is none, and the plan -> the outcome. */
export function judgeOutcome(history: History | string, about: About): Outcome {
  const { entries, specs, secrets, lost } = about
  const left = without(entries, lost)
  const vertices = typeof history === 'string' ? [] : parseRecords(history.records)
  // Every build has vertices, at least to load its Dockerfile.
  const isKnown = typeof history !== 'string' && vertices.length > 0
  const hideSecrets = hider(secrets)
  const hide = (text: string): string => cutCredentials(hideSecrets(text))
  const shown = (step: Step): Step => ({ ...step, instruction: hide(step.instruction) })
  const steps = findSteps(vertices)
  const read = isKnown ? findSources(vertices, left.from, history.imports, about.warnings, about.there) : []
  const clean = <T extends { why: string }>(it: T): T => ({
    ...it,
    why: hide(it.why),
  })
  const { origin, sources } = findOrigin(
    steps,
    [...read, ...lostSources(lost, entries.from)].map(clean),
    about.builderWasEmpty,
  )
  const found = withUnkept(findExports(vertices, left.to), about.unkept)
  const exports = [...found, ...lostExports(lost)].map(clean)
  const missed = findMissed(vertices, steps, sources, {
    isAsked: about.withoutCache,
    locate: locator(about.dockerfile, about.hasContexts),
    isPartial: specs.some(
      ({ backend, given }) => backend.type === 'inline' || attribute(given, 'mode') === 'min',
    ),
  })
  return {
    unknown: isKnown ? undefined : typeof history === 'string' ? history : EMPTY,
    steps: steps.map(shown),
    // A build that failed before its first step has no ratio.
    count: isKnown && !(about.failed && steps.length === 0) ? countSteps(steps) : undefined,
    sources,
    origin,
    cost: findCost(vertices, steps),
    exports,
    others: findOthers(vertices),
    lost: lost.map(clean),
    written: isWritten(exports, entries),
    advice: {
      missed: missed.map((it) => ({
        ...it,
        instruction: hide(it.instruction),
        movable: it.movable.map((step) => ({ ...step, instruction: hide(step.instruction) })),
      })),
      zstd: findCompression(exports, specs),
    },
    withoutCache: about.withoutCache,
    unreadable:
      about.withoutCache || !steps.some(({ state }) => state === 'ran') ? [] : (about.unreadable ?? []),
    held: [],
  }
}

/** The vertices of all nodes: work done by two nodes counts twice, although it has one digest. */
function parseRecords(records: readonly string[]): Vertex[] {
  return records.flatMap((record, node) =>
    parseRecord(record).map((vertex) => ({
      ...vertex,
      digest: `${node} ${vertex.digest}`,
      inputs: vertex.inputs.map((input) => `${node} ${input}`),
    })),
  )
}

function isWritten(exports: readonly Export[], { to }: Entries): boolean {
  const types = new Set(to.map(({ backend }) => backend))
  const all = [...types].every((type) => {
    const ofType = (list: readonly { backend: string }[]) =>
      list.filter(({ backend }) => backend === type).length
    return ofType(exports.filter(({ state }) => state === 'written')) >= ofType(to)
  })
  return to.length > 0 && all && exports.every(({ state }) => state === 'written')
}

function findOthers(vertices: readonly Vertex[]): Outcome['others'] {
  const timesOf = (isOne: (name: string) => boolean): Interval[] =>
    joinIntervals(vertices.filter(({ name }) => isOne(name)).flatMap(({ times }) => times))
  return [
    { name: 'reading the caches', times: timesOf((name) => importedKey(name) !== undefined) },
    { name: 'writing the caches', times: timesOf(isCacheExport) },
  ].filter(({ times }) => times.length > 0)
}

/** `true`, `partial` or `false`; empty if there was no cache or nothing is known. */
export function cacheHit({ count }: Pick<Outcome, 'count'>, hasCache: boolean): string {
  if (!hasCache || !count) return ''
  if (count.cached === count.total) return 'true'
  return count.cached > 0 ? 'partial' : 'false'
}
