import type { Watch } from '../buildx/build.ts'
import type { Entries, Entry } from '../cache/entries.ts'
import type { Sign } from './alive.ts'
import { type Overdue, overdue, type Patience } from './hang.ts'
import { nothingYet, readLine } from './progress.ts'
import type { Store } from './store.ts'

/** Why a run was cut. */
export type Cut = {
  /** `builder`: it said nothing at all, not even that it reads the Dockerfile. */
  kind: 'import' | 'export' | 'fetch' | 'builder'
  entries: Entry[]
  /** How long they were given, in milliseconds. */
  limit: number
}

/** A run that is watched. */
export type Guard = {
  watch: Watch
  /** The backends whose exports have begun and not ended. */
  exporting: () => string[]
  /** Ends the watch: why the run was cut, if it was. */
  end: () => Cut | undefined
}

export type Watched = {
  entries: Entries
  patience: Omit<Patience, 'storeOf'>
  storeOf: (entry: Entry) => Store
  /** Asks a store again. */
  ask: (store: Store) => Promise<Sign>
  /** Those of the imports that a layer can belong to. */
  holders: (entries: Entry[], layer: string) => Promise<Entry[]>
  /** The run before this one left a builder that may hang for good. */
  mayBeStuck: boolean
  /** Told, once, the name of an import that hangs and is not ours. */
  onForeign: (name: string) => void
  onCut: (cut: Cut) => void
}

const TICK = 250

/** Watches a run's log and cuts the run where a store keeps it waiting; a timeout of 0 lets it wait. */
export function guard(watched: Watched): Guard {
  const { entries, patience, storeOf, ask, holders, mayBeStuck, onForeign, onCut } = watched
  const control = new AbortController()
  const began = Date.now()
  const nameOf = (entry: Entry): string => storeOf(entry).name
  let progress = nothingYet
  let why: Cut | undefined
  let asked = 0
  const foreign = new Set<string>()

  const cut = (it: Cut): void => {
    if (why) return
    why = it
    onCut(it)
    control.abort()
  }
  const check = (): void => {
    const now = Date.now()
    if (why) return
    if (mayBeStuck && progress.lines === 0 && now - began >= patience.timeout) {
      cut({ kind: 'builder', entries: [], limit: patience.timeout })
    }
    const late = overdue(progress, entries, { ...patience, storeOf: nameOf }, now)
    const imports = late.filter(({ work }) => work.kind === 'import')
    for (const { work } of imports.filter((it) => it.entries.length === 0)) {
      if (!foreign.has(work.name)) onForeign(work.name)
      foreign.add(work.name)
    }
    const ours = imports.flatMap((it) => it.entries)
    const limit = Math.max(...imports.map((it) => it.limit))
    if (ours.length > 0) cut({ kind: 'import', entries: ours, limit })
    const rest = late.filter((it) => it.work.kind !== 'import' && it.entries.length > 0)
    // Silence alone is no hang of these: compressing gigabytes is silent, and a layer may be a base image's.
    if (rest.length === 0 || now - asked < patience.timeout) return
    asked = now
    for (const it of rest) void askAgain(it)
  }
  const askAgain = async ({ work: { kind, name }, entries: suspects, limit }: Overdue): Promise<void> => {
    const signs = await Promise.all(
      suspects.map(async (entry) => [entry, await ask(storeOf(entry))] as const),
    )
    const silent = signs.flatMap(([entry, sign]) => (sign === 'silent' ? [entry] : []))
    const guilty = silent.length > 0 || kind !== 'fetch' ? silent : await holders(suspects, name)
    // It may have gone on meanwhile.
    const still = overdue(progress, entries, { ...patience, storeOf: nameOf }, Date.now())
    const isStill = still.some(({ work }) => work.kind === kind && work.name === name)
    if (guilty.length > 0 && isStill) cut({ kind, entries: guilty, limit })
  }
  const timer = patience.timeout > 0 ? setInterval(check, TICK) : undefined
  return {
    watch: {
      read: (line) => {
        progress = readLine(progress, line, Date.now())
      },
      cut: control.signal,
    },
    exporting: () =>
      [...progress.open.values()].flatMap(({ kind, name }) => (kind === 'export' ? [name] : [])),
    end: () => {
      clearInterval(timer)
      return why
    },
  }
}
