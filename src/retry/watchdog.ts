import { nothingYet, readLine } from '../buildkit/plain-log.ts'
import { exportedBy } from '../buildkit/vertex-names.ts'
import type { Watch } from '../buildx/build.ts'
import type { Entries, Entry } from '../plan/entries.ts'
import { cancelled } from '../runner/cancel.ts'
import type { Sign } from '../stores/health-check.ts'
import type { Store } from '../stores/store.ts'
import { candidates, limitOf, type Overdue, overdue } from './stalled-work.ts'

/** Why a run was interrupted. */
export type Cut = {
  /** `builder`: it printed nothing at all, not even that it reads the Dockerfile. */
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
  /** Stops watching: returns why the run was interrupted, if it was. */
  end: () => Cut | undefined
}

export type Watched = {
  entries: Entries
  patience: { timeout: number; signs: ReadonlyMap<string, Sign> }
  storeOf: (entry: Entry) => Store
  /** Repeats the health check of a store. */
  ask: (store: Store) => Promise<Sign>
  /** The names of the stores that have answered the builder; filled as they do. */
  heard: Set<string>
  /** The imports that a layer can belong to. */
  holders: (entries: Entry[], layer: string) => Promise<Entry[]>
  /** The run before this one left a builder that may hang for good. */
  mayBeStuck: boolean
  /** Called once with the name of a hanging import that is not the action's. */
  onForeign: (name: string) => void
  onCut: (cut: Cut) => void
}

const TICK = 250

/** Watches a run's log and interrupts the run if a store keeps it waiting; with a timeout of 0 it waits. */
export function guard(watched: Watched): Guard {
  const { entries, storeOf, ask, heard, holders, mayBeStuck, onForeign, onCut } = watched
  const { timeout, signs } = watched.patience
  const control = new AbortController()
  const began = Date.now()
  const nameOf = (entry: Entry): string => storeOf(entry).name
  let progress = nothingYet
  let why: Cut | undefined
  let asked = 0
  let isOver = false
  const foreign = new Set<string>()
  /** A store that answers only the builder: a health check from here shows nothing. */
  const signOf = (name: string): Sign => {
    const sign = signs.get(name) ?? 'unknown'
    return sign === 'silent' && heard.has(name) ? 'unknown' : sign
  }
  const late = (now: number): Overdue[] =>
    overdue(progress, entries, { timeout, signOf, storeOf: nameOf }, now)

  // Do nothing once the build has ended or the job is cancelled.
  const isDone = (): boolean => isOver || why !== undefined || cancelled.aborted
  const cut = (it: Cut): void => {
    if (isDone()) return
    why = it
    onCut(it)
    control.abort()
  }
  const check = (): void => {
    const now = Date.now()
    if (isDone()) return
    if (mayBeStuck && progress.lines === 0 && now - began >= timeout) {
      cut({ kind: 'builder', entries: [], limit: timeout })
    }
    const all = late(now)
    const imports = all.filter(({ work }) => work.kind === 'import')
    for (const { work } of imports.filter((it) => it.entries.length === 0)) {
      if (!foreign.has(work.name)) onForeign(work.name)
      foreign.add(work.name)
    }
    const ours = imports.flatMap((it) => it.entries)
    const limit = Math.max(...imports.map((it) => it.limit))
    if (ours.length > 0) cut({ kind: 'import', entries: ours, limit })
    const rest = all.filter((it) => it.work.kind !== 'import' && it.entries.length > 0)
    // Silence alone does not mean that these hang: compressing gigabytes prints nothing, and a layer may be a base
    // image's.
    if (rest.length === 0 || now - asked < timeout) return
    asked = now
    for (const it of rest) askAgain(it).catch(() => {}) // an unknown result does not count against a store
  }
  const askAgain = async (before: Overdue): Promise<void> => {
    const { kind, name } = before.work
    const suspects = before.entries.filter((entry) => storeOf(entry).url !== '')
    const signs = await Promise.all(suspects.map((entry) => ask(storeOf(entry))))
    if (isDone()) return
    const waited = Date.now() - before.work.last
    const silent = suspects
      .map((entry, i) => ({ entry, limit: limitOf(before, signs[i] ?? 'unknown') }))
      .filter((it) => waited >= it.limit)
    const limit = Math.max(before.limit, ...silent.map((it) => it.limit))
    const entriesOfSilent = silent.map(({ entry }) => entry)
    const guilty =
      silent.length > 0 || kind !== 'fetch' ? entriesOfSilent : await holders(before.entries, name)
    // It may have made progress in the meantime.
    const isStill = late(Date.now()).some(({ work }) => work.kind === kind && work.name === name)
    if (guilty.length > 0 && isStill) cut({ kind, entries: guilty, limit })
  }
  const timer = timeout > 0 ? setInterval(check, TICK) : undefined
  return {
    watch: {
      read: (line) => {
        const before = progress.answered
        progress = readLine(progress, line, Date.now())
        if (progress.answered === before) return
        for (const name of [...progress.answered].filter((it) => !before.has(it))) {
          const stores = new Set(candidates({ kind: 'import', name }, entries).map(nameOf))
          // BuildKit's name of an import may match several stores.
          if (stores.size === 1) for (const store of stores) heard.add(store)
        }
      },
      cut: control.signal,
    },
    exporting: () =>
      [...progress.open.values()].flatMap(({ kind, name }) => (kind === 'export' ? exportedBy(name) : [])),
    end: () => {
      isOver = true
      clearInterval(timer)
      return why
    },
  }
}
