import { whyShort } from '../buildkit/error-messages.ts'
import type { Lost, Unkept } from '../plan/dropped-caches.ts'
import type { Entry } from '../plan/entries.ts'
import type { Export } from './exports.ts'
import { describe, type Source } from './sources.ts'

// A cache that the last run omitted has no vertex in its record.

/** The omitted imports, as failed sources. */
export function lostSources(lost: readonly Lost[], planned: readonly Entry[]): Source[] {
  return lost.flatMap(({ side, entry, why }) =>
    side === 'import'
      ? [{ ...describe(entry, planned), state: 'failed', why: whyShort(why), seconds: 0, manifest: '' }]
      : [],
  )
}

/** The omitted exports, as failed exports. */
export function lostExports(lost: readonly Lost[]): Export[] {
  return lost.flatMap(({ side, entry, why }) =>
    side === 'export' ? [{ ...withoutVertex(entry, why), isLost: true }] : [],
  )
}

/** An export to gha that left no index, although BuildKit reported success. */
export function noIndex(entry: Entry): Unkept {
  return {
    entry,
    why: 'its index is not in the cache service, although the upload was reported as successful',
  }
}

/**
 * The same exports, with those that were not kept as failed. BuildKit's own failures are among these and keep their
 * message; exports that BuildKit was not asked for are added.
 */
export function withUnkept(exports: readonly Export[], unkept: readonly Unkept[]): Export[] {
  const rest = [...unkept]
  const found = new Map<Export, Unkept>()
  const isFailed = ({ state }: Export): boolean => state === 'failed'
  for (const it of [...exports.filter(isFailed), ...exports.filter((it) => !isFailed(it))]) {
    const [one] = rest.filter(({ entry }) => entry.backend === it.backend)
    if (!one) continue
    found.set(it, one)
    rest.splice(rest.indexOf(one), 1)
  }
  const told = exports.map((it): Export => {
    const one = found.get(it)
    if (one) return { ...it, keys: one.entry.keys, isCertain: true, state: 'failed', why: it.why || one.why }
    const gone = unkept.filter(({ entry }) => entry.backend === it.backend).flatMap(({ entry }) => entry.keys)
    return isFailed(it) ? it : { ...it, keys: it.keys.filter((key) => !gone.includes(key)) }
  })
  const backends = exports.map(({ backend }) => backend)
  const added = rest.filter(({ entry }) => !backends.includes(entry.backend))
  return [...told, ...added.map(({ entry, why }) => withoutVertex(entry, why))]
}

function withoutVertex({ backend, keys }: Entry, why: string): Export {
  return {
    backend,
    keys,
    isCertain: true,
    state: 'failed',
    why,
    isLost: false,
    seconds: 0,
    preparing: 0,
    tellsSending: false,
    fetched: 0,
  }
}
