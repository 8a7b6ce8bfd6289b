import { type Builder, isAtLeast } from './buildx/builder.ts'
import type { Buildx } from './buildx/run.ts'
import type { Inputs } from './inputs/inputs.ts'
import { type StoredRecord, storeRecord } from './marking/scope-record.ts'
import { canMark } from './marking/versions.ts'
import type { Planned } from './plan/planned.ts'
import type { Outcome } from './report/outcome.ts'
import { debug } from './runner/commands.ts'

/** In milliseconds: the most time for all of it, and for one docker call. */
const LIMIT = 20_000
const CALL = 10_000

/** Whether caches are marked that this builder writes and reads. */
export function marks({ environment }: Planned, builder: Builder): boolean {
  return environment.switches.mark && canMark(builder)
}

/**
 * Whether BuildKit may lose steps among the caches that a build reads: there are several, and not all are known to be
 * marked.
 */
export function mayLose(planned: Planned, inputs: Inputs, builder: Builder): boolean {
  const theirs = inputs.build['cache-from'].length
  if (planned.entries.from.length + theirs < 2 || !builder.buildkits.some((it) => isAtLeast(it, '0.25.0')))
    return false
  return theirs > 0 || !marks(planned, builder)
}

/**
 * Starts marking the scopes that a build has written, so that BuildKit loses none of their steps when it reads several
 * caches; the result waits for it. After a failure a cache is as BuildKit wrote it. Never throws.
 */
export function markScopes(
  planned: Planned,
  { exports }: Pick<Outcome, 'exports'>,
  inputs: Inputs,
  docker: { buildx: Buildx; builder: Builder },
): () => Promise<void> {
  // It is unknown which of two exports of one type failed.
  const written = planned.entries.to.filter(({ backend }) => {
    const ofType = exports.filter((it) => it.backend === backend)
    return ofType.length > 0 && ofType.every(({ state }) => state === 'written')
  })
  if (written.length === 0 || !marks(planned, docker.builder)) return async () => {}
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new Error('it took too long')), LIMIT)
  const done = (async () => {
    try {
      const { markWritten } = await import('./marking/written.ts')
      const troubles = await markWritten(written, recordOf(planned, inputs), {
        buildx: docker.buildx,
        builder: inputs.build.builder,
        env: inputs.env,
        signal: controller.signal,
        limitMs: CALL,
        tempDir: planned.environment.tempDir,
      })
      for (const trouble of troubles) debug(() => `not marked: ${trouble}`)
    } catch (error) {
      debug(() => `not marked: ${(error as Error).message}`)
    } finally {
      clearTimeout(timer)
    }
  })()
  return () => done
}

/** The scope record of the scopes that a run writes, for JSON, used by clean; undefined if they belong to no branch. */
export function recordOf({ environment, plan, run }: Planned, inputs: Inputs): StoredRecord | undefined {
  if (!plan.own) return undefined
  const isNamed = inputs.plan.branch !== '' && run.trust === 'trusted'
  return storeRecord({ repository: environment.repository, branch: plan.own, isNamed })
}
