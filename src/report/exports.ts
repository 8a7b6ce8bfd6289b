import { joinIntervals, lengthOf, type Vertex } from '../buildkit/record.ts'
import { exportNames, olderExportNames } from '../buildkit/vertex-names.ts'
import type { Entry } from '../plan/entries.ts'

/** How the export of a cache went. */
export type Export = {
  backend: string
  /** The scopes it wrote, or where nothing tells which of several it was, all of them. */
  keys: string[]
  /** True: `keys` are this export's and no other's. */
  isCertain: boolean
  state: 'written' | 'failed'
  /** Why it failed, in BuildKit's words. */
  why: string
  /** The build ran again without it. */
  isLost: boolean
  seconds: number
  /** Of these, making the layers ready, which is mostly compressing, without the layers it had to fetch first. */
  preparing: number
  /** Whether `preparing` is that alone: BuildKit before 0.28 counts the upload in. */
  tellsSending: boolean
  /** Layers that it fetched from another cache to write them into this one. */
  fetched: number
}

const PREPARING = 'preparing build cache for export'
const SENDING = 'sending cache export'

/** The exports that the build came to, `planned` among them those of the user's own. */
export function findExports(vertices: readonly Vertex[], planned: readonly Entry[]): Export[] {
  return Object.entries(exportNames).flatMap(([backend, name]) => {
    const ours = planned.filter((entry) => entry.backend === backend)
    const names = ours.length > 0 ? [name, olderExportNames[backend]] : [name]
    const found = vertices.filter((vertex) => names.includes(vertex.name) && vertex.started)
    // Without an inline cache of ours, the export of an image is just that.
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
 * The exports as they are shown. Nothing tells several to one kind of store apart: those that ended alike are one, with
 * the keys of all and the time of the longest.
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
