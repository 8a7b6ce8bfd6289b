import { attribute } from '../backends/backend.ts'
import type { Spec } from '../backends/spec.ts'
import type { Locate } from '../buildkit/locate-step.ts'
import type { Vertex } from '../buildkit/record.ts'
import { keywordOf } from '../buildkit/vertex-names.ts'
import type { Export } from './exports.ts'
import { findMisses, type Miss } from './misses.ts'
import type { Source } from './sources.ts'
import type { Step } from './steps.ts'

/** A step that was not cached, its location, and what ran again because of it. */
export type Missed = {
  stage: string
  instruction: string
  platforms: string[]
  /** Its line in the Dockerfile, if certain. */
  line: number | undefined
  /** How many later steps ran because of it, and the total time, its own included. */
  after: number
  seconds: number
  /** Why its cache was found but could not be loaded; empty if none was found. */
  loadError: string
  /** A cache that was read and has it: BuildKit lost the step among several caches. */
  heldBy?: Source
  /** Everything that may have changed; which of it did is unknown. */
  causes: Cause[]
  /** The instructions after it that do not need it, and would have been cached if placed before it. */
  movable: { instruction: string; line: number | undefined }[]
}

/** What may have changed a step, for the user, and the names involved; never a value. */
export type Cause = { what: string; names: string[] }

/** Advice on what a user could change. */
export type Advice = {
  missed: Missed[]
  /** An export that mostly compressed, which zstd does in a quarter of the time. */
  zstd: { backend: string; seconds: number; of: number } | undefined
}

export type Known = {
  /** The user asked for steps to be built without cache. */
  isAsked: boolean
  locate: Locate
  /** Some cache that was read was written without the layers between (mode=min, inline). */
  isPartial: boolean
}

export function findMissed(
  vertices: readonly Vertex[],
  steps: readonly Step[],
  sources: readonly Source[],
  { isAsked, locate, isPartial }: Known,
): Missed[] {
  const couldHit =
    steps.some(({ cached, loadError }) => cached || loadError !== '') ||
    sources.some(({ state }) => state === 'found')
  // If nothing could or should be cached, no line of the Dockerfile is the cause.
  if (isAsked || !couldHit) return []
  const readable = sources.filter(({ state }) => state === 'found' || state === 'read')
  return findMisses(vertices, steps).map((miss) => {
    const { step, platforms, after, seconds, movable } = miss
    const place = locate(step)
    return {
      stage: step.stage,
      instruction: step.instruction,
      platforms,
      line: place?.line,
      after: after.length,
      seconds,
      loadError: step.loadError,
      causes: causesOf(miss, place?.buildArgs ?? [], { isPartial, isOneOfSeveral: readable.length > 1 }),
      movable: movable.map((it) => ({ instruction: it.instruction, line: locate(it)?.line })),
    }
  })
}

/** All causes consistent with the graph, the Dockerfile and the caches, the likeliest first. */
function causesOf(
  { step, takes }: Miss,
  buildArgs: string[],
  { isPartial, isOneOfSeveral }: { isPartial: boolean; isOneOfSeveral: boolean },
): Cause[] {
  const { contexts, isFetched, stages, hasImage, isOnBase } = takes
  const verb = keywordOf(step.instruction) === 'RUN' ? 'mounts' : 'copies'
  const named = contexts.filter((name) => name !== '')
  const causes: [isOpen: boolean, what: string, names?: string[]][] = [
    [contexts.includes(''), `the files that it ${verb}`],
    [named.length > 0, `the files of the build context`, named],
    [isFetched, 'what it downloads'],
    [stages.length > 0, 'what it takes from the stage', stages.filter((name) => name !== '')],
    [hasImage, `the image that it ${verb} from`],
    [buildArgs.length > 0, `the build argument${buildArgs.length === 1 ? '' : 's'}`, buildArgs],
    [isOnBase, 'the base image'],
    [true, 'the Dockerfile up to this line'],
    [isPartial, 'a cache without the layers between (mode=min)'],
    [isOneOfSeveral, 'BuildKit lost it among the caches that it read'],
  ]
  return causes.flatMap(([isOpen, what, names = []]) => (isOpen ? [{ what, names }] : []))
}

/** In seconds: a shorter compression is not reported. */
const WORTH = 5

/** The export that compressed longest, if its cache supports zstd. */
export function findCompression(exports: readonly Export[], specs: readonly Spec[]): Advice['zstd'] {
  const slow = exports
    .filter(({ state, backend, preparing, seconds, tellsSending }) => {
      const ofBackend = specs.filter((spec) => spec.backend.type === backend)
      const isGzip = ofBackend.every(({ given }) => (attribute(given, 'compression') ?? 'gzip') === 'gzip')
      const canChoose = ofBackend.length > 0 && ofBackend.every((it) => it.backend.attributes.compression)
      return (
        state === 'written' &&
        tellsSending &&
        canChoose &&
        isGzip &&
        preparing >= WORTH &&
        preparing > seconds / 2
      )
    })
    .sort((a, b) => b.preparing - a.preparing)[0]
  return slow && { backend: slow.backend, seconds: slow.preparing, of: slow.seconds }
}
