import type { Entries, Entry } from './entries.ts'

/** A cache that the build went on without. */
export type Lost = {
  side: 'import' | 'export'
  entry: Entry
  /** For people: `the registry cache at ghcr.io`. */
  store: string
  /** Why: BuildKit's message or the action's. */
  why: string
}

/** The remaining entries. */
export function without({ from, to, ownKey }: Entries, lost: readonly Lost[]): Entries {
  const gone = (side: Lost['side']): Set<Entry> =>
    new Set(lost.filter((it) => it.side === side).map(({ entry }) => entry))
  const [imports, exports] = [gone('import'), gone('export')]
  return {
    from: from.filter((entry) => !imports.has(entry)),
    to: to.filter((entry) => !exports.has(entry)),
    ownKey,
  }
}

/** For the log, before the next run: one line for each store and side. */
export function againLines(lost: readonly Lost[], inWords: (why: string) => string): string[] {
  const verbs = { import: 'reading', export: 'writing' }
  return once(
    lost.map(({ side, store, why }) => `Building again without ${verbs[side]} ${store}: ${inWords(why)}.`),
  )
}

/** For the annotations, after the build: likewise. */
export function lostSentences(lost: readonly Lost[], inWords: (why: string) => string): string[] {
  const verbs = { import: 'read', export: 'written' }
  return once(
    lost.map(
      ({ side, store, why }) =>
        `${store.replace(/^t/, 'T')} was not ${verbs[side]}: ${inWords(why)}; the image was built without it.`,
    ),
  )
}

function once(sentences: readonly string[]): string[] {
  return [...new Set(sentences)]
}

/** A cache that no build will find, although its export reported success. */
export type Unkept = { entry: Entry; why: string }
