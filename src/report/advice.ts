import { attribute } from '../cache/backend.ts'
import type { Spec } from '../cache/spec.ts'
import type { Export } from './exports.ts'
import type { Locate } from './locate.ts'
import { findMisses } from './misses.ts'
import type { Vertex } from './record.ts'
import type { Source } from './sources.ts'
import type { Step } from './steps.ts'

/** A step that was not in the caches, where it is, and what ran again because of it. */
export type Missed = {
  stage: string
  instruction: string
  platforms: string[]
  /** Its line in the Dockerfile, where that is certain. */
  line: number | undefined
  /** How many steps ran after it because of it, and the time of all, its own too. */
  after: number
  seconds: number
  /** Why its cache, which was found, could not be loaded; empty where none was found. */
  loadError: string
}

/** What a user could change. */
export type Advice = {
  missed: Missed[]
  /** An export that spent its time compressing, and could do so in a quarter of it. */
  zstd: { backend: string; seconds: number; of: number } | undefined
}

export function findMissed(
  vertices: readonly Vertex[],
  steps: readonly Step[],
  sources: readonly Source[],
  { isAsked, locate }: { isAsked: boolean; locate: Locate },
): Missed[] {
  const couldHit =
    steps.some(({ cached, loadError }) => cached || loadError !== '') ||
    sources.some(({ state }) => state === 'found')
  // Where nothing could be cached, or nothing should be, no line of the Dockerfile is to blame.
  if (isAsked || !couldHit) return []
  return findMisses(vertices, steps)
    .filter(({ step, after }) => step.state !== 'failed' || after.length > 0)
    .map(({ step, platforms, after, seconds }) => ({
      stage: step.stage,
      instruction: step.instruction,
      platforms,
      line: locate(step),
      after: after.length,
      seconds,
      loadError: step.loadError,
    }))
}

/** Below this, in seconds, nobody waits for the compression. */
const WORTH = 5

/** The export that compressed longest, where its cache could take zstd: gzip is a quarter as fast. */
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
