import { joinIntervals, lengthOf, type Vertex } from '../buildkit/record.ts'
import { exportNames, olderExportNames } from '../buildkit/vertex-names.ts'
import type { Entry } from '../plan/entries.ts'

/** The result of a cache export. */
export type Export = {
  backend: string
  /** The scopes it wrote; if it is unknown which of several, all of them. */
  keys: string[]
  /** True: only this export wrote `keys`. */
  isCertain: boolean
  state: 'written' | 'failed'
  /** Why it failed: BuildKit's message. */
  why: string
  /** The build ran again without it. */
  isLost: boolean
  seconds: number
  /** Of these, the time for preparing the layers, which is mostly compression, without fetching layers first. */
  preparing: number
  /** Whether `preparing` is only that: BuildKit before 0.28 includes the upload. */
  tellsSending: boolean
  /** Layers that it fetched from another cache to write them into this one. */
  fetched: number
}

const PREPARING = 'preparing build cache for export'
const SENDING = 'sending cache export'

/** The exports that the build reached; `planned` includes the user's own. */
export function findExports(vertices: readonly Vertex[], planned: readonly Entry[]): Export[] {
  return Object.entries(exportNames).flatMap(([backend, name]) => {
    const ours = planned.filter((entry) => entry.backend === backend)
    const names = ours.length > 0 ? [name, olderExportNames[backend]] : [name]
    const found = vertices.filter((vertex) => names.includes(vertex.name) && vertex.started)
    // Without an inline cache of the action, the export of an image writes no cache.
    if (backend === 'inline' && ours.length === 0) return []
    const isCertain = ours.length === 1 && found.length === 1
    return found.map((vertex) => ({
      backend,
      isLost: false,
      keys: ours.flatMap(({ keys }) => keys),
      isCertain,
      ...howItWent(vertex),
    }))
  })
}

/**
 * The exports as they are shown. Several exports to one kind of store cannot be distinguished: those with the same
 * result are merged, with all their keys and the longest time.
 */
export function shownExports(exports: readonly Export[]): Export[] {
  const alike = Map.groupBy(exports, (it) =>
    JSON.stringify([it.backend, it.keys, it.isLost, it.state, it.why]),
  )
  return [...alike.values()].map((group) => {
    const longest = group.reduce((most, it) => (it.seconds > most.seconds ? it : most))
    const all = exports.filter(({ backend }) => backend === longest.backend)
    const isAll = all.length === group.length && group.length >= longest.keys.length
    return { ...longest, isCertain: longest.isCertain || (group.length > 1 && isAll) }
  })
}

function howItWent({ completed, error, seconds, statuses }: Vertex) {
  const why = error || (completed ? '' : 'it was interrupted')
  const timesOf = (id: string) => statuses.find((status) => status.id === id)?.times ?? []
  const fetches = statuses.filter(({ id }) => id.startsWith('sha256:'))
  const fetching = lengthOf(joinIntervals(fetches.flatMap(({ times }) => times)))
  return {
    state: why === '' ? ('written' as const) : ('failed' as const),
    why,
    seconds,
    preparing: Math.max(0, lengthOf(timesOf(PREPARING)) - fetching),
    tellsSending: timesOf(SENDING).length > 0,
    fetched: fetches.length,
  }
}
