import type { Lost } from '../plan/dropped-caches.ts'
import type { Entries, Entry } from '../plan/entries.ts'
import { entriesAt, storeOf } from '../stores/store.ts'
import { classifyFailure, isBuilderSpoilt, isContainerThere, isReadFailure } from './classify-failure.ts'
import type { Surely } from './fallback-types.ts'
import { filterByLayer } from './filter-by-layer.ts'
import { hangSentence, heal, spoiltSentence } from './restart-builder.ts'
import type { Attempt } from './run-attempt.ts'

/** What the next run omits, and why. */
export type Next = {
  lost: Lost[]
  /** Worth one more run with all caches: the line for the log; empty for no. */
  retry: string
  /** The next run does not use the builder's own cache either. */
  noCache: boolean
  /** A further warning for the user; empty for none. */
  trouble: string
  /** Why the builder may block the next run too, in a sentence; empty if it will not. */
  mayHang: string
}

/**
 * After a run that was interrupted: omits the store's imports, and its exports too if the store does not respond. An
 * export is only interrupted if its store does not respond, and a second run would only wait for its imports.
 */
export function afterCut({ cut, isHealed, silent }: Attempt, surely: Surely, left: Entries): Next {
  const { builder, env } = surely
  const hanging = cut?.entries ?? []
  const stores = new Set(hanging.map((entry) => storeOf(entry, env).name))
  const because = why(`it did not respond within ${(cut?.limit ?? 0) / 1000} s`, surely)
  const sentence = hangSentence(builder, [...stores].join(' and '))
  const isExport = cut?.kind === 'export'
  const gone = isExport ? stores : silent
  return {
    lost: [
      ...because('import', entriesAt(stores, left.from, env)),
      ...because('export', entriesAt(gone, left.to, env)),
    ],
    retry: '',
    // The builder keeps waiting for a layer from the cache.
    noCache: cut?.kind === 'fetch' && !isHealed,
    trouble: cut?.kind === 'import' && !isHealed ? sentence : '',
    mayHang: isExport ? '' : sentence,
  }
}

/** After a run that failed; undefined if no cache is the cause. `mayRetry`: it may run again with all caches. */
export async function afterFailure(
  { run, exporting }: Attempt,
  surely: Surely,
  left: Entries,
  mayRetry: boolean,
): Promise<Next | undefined> {
  if (isBuilderSpoilt(run.errors)) return mayRetry ? afterSpoiltBuilder(surely) : undefined
  if (isContainerThere(run.errors)) return afterRace
  const verdict = classifyFailure(run.errors, left, exporting)
  if (!verdict) return hasLeftovers(run, surely, left) ? afterLeftovers : undefined
  const because = why(verdict.why, surely)
  const lost =
    verdict.side === 'export'
      ? because('export', verdict.entries)
      : because('import', sharing(await filterByLayer(verdict.entries, verdict.layer, surely), surely, left))
  return lost.length === 0 ? undefined : { lost, retry: '', noCache: false, trouble: '', mayHang: '' }
}

/** No import is left, and still a layer cannot be read: the builder remembers it from an omitted import. */
function hasLeftovers({ errors }: Attempt['run'], { entries }: Surely, left: Entries): boolean {
  return left.from.length === 0 && entries.from.length > 0 && isReadFailure(errors)
}

const afterRace: Next = {
  lost: [],
  noCache: false,
  trouble: '',
  mayHang: '',
  retry: 'Another build has just created the container of the azblob cache; building again.',
}

const afterLeftovers: Next = {
  lost: [],
  noCache: true,
  trouble: '',
  mayHang: '',
  retry: 'The builder still holds a stale reference to that cache; building again without it.',
}

/** A restart repairs the builder and keeps its data; if the action may not restart it, its cache is not used. */
async function afterSpoiltBuilder(surely: Surely): Promise<Next | undefined> {
  const { builder, entries } = surely
  if (entries.from.length === 0) return undefined
  const isHealed = await heal(surely, 0)
  const again = { lost: [], mayHang: '', retry: 'The builder had lost data of its own; building again.' }
  if (isHealed) return { ...again, noCache: false, trouble: '' }
  return { ...again, noCache: true, trouble: spoiltSentence(builder) }
}

/** All imports from the same stores: a missing layer is missing for every scope there. */
function sharing(blamed: readonly Entry[], { env }: Surely, left: Entries): Entry[] {
  return entriesAt(new Set(blamed.map((entry) => storeOf(entry, env).name)), left.from, env)
}

function why(words: string, { env }: Surely): (side: Lost['side'], entries: readonly Entry[]) => Lost[] {
  return (side, entries) =>
    entries.map((entry) => ({ side, entry, store: storeOf(entry, env).name, why: words }))
}
