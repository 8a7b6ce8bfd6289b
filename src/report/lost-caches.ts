import type { Entry } from '../cache/entries.ts'
import type { Lost } from '../rescue/lost.ts'
import type { Export } from './exports.ts'
import { describe, type Source } from './sources.ts'
import { whyShort } from './words.ts'

// What the last run was made without has no vertex in its record.

/** The imports among the lost as sources that failed. */
export function lostSources(lost: readonly Lost[], planned: readonly Entry[]): Source[] {
  return lost.flatMap(({ side, entry, why }) =>
    side === 'import'
      ? [{ ...describe(entry, planned), state: 'failed', why: whyShort(why), seconds: 0, manifest: '' }]
      : [],
  )
}

/** The exports among them. */
export function lostExports(lost: readonly Lost[]): Export[] {
  return lost.flatMap(({ side, entry: { backend, keys }, why }) =>
    side === 'export'
      ? [
          {
            ...{ backend, keys, isCertain: true, state: 'failed', why, isLost: true },
            ...{ seconds: 0, preparing: 0, tellsSending: false, fetched: 0 },
          },
        ]
      : [],
  )
}

/** The same exports, those of gha that left no index failed: BuildKit calls them written. */
export function withoutIndex(exports: readonly Export[], unindexed: readonly Entry[]): Export[] {
  const lost = [...unindexed]
  const gone = new Set(unindexed.flatMap(({ keys }) => keys))
  return exports.map((it) => {
    const entry = it.backend === 'gha' && it.state === 'written' ? lost.shift() : undefined
    if (!entry) return it.backend === 'gha' ? { ...it, keys: it.keys.filter((key) => !gone.has(key)) } : it
    const why = 'its index is not in the cache service, although the upload was reported as done'
    return { ...it, keys: entry.keys, isCertain: true, state: 'failed', why }
  })
}
