import { messages } from './messages.ts'

/** One node of the build graph, all its events taken together. */
export type Vertex = {
  digest: string
  /** The digests of the vertices that it is made from. */
  inputs: string[]
  name: string
  /** Some event of it says cached, without an error; later events omit this. */
  cached: boolean
  /**
   * Only presumed cached: BuildKit reports all inputs of a started vertex as cached, even if that vertex failed before
   * it ran and the cache was never checked.
   */
  supposed: boolean
  /** Why its cache was found but could not be loaded, so that it ran; else empty. */
  loadError: string
  started: boolean
  /** When it first started, in milliseconds since 1970; 0 if it never did. */
  began: number
  /** Some event says that it completed; otherwise it was cancelled. */
  completed: boolean
  /** The error of its last event; empty for none. */
  error: string
  /** When it ran, in milliseconds since 1970: it can start and end several times. Sorted and disjoint. */
  times: Interval[]
  /** How long it ran, in seconds. */
  seconds: number
  statuses: Status[]
}

export type Interval = [from: number, to: number]

/** A status that a vertex reports: a layer it downloads (`sha256:…`), `sending cache export` … */
export type Status = { id: string; bytes: number; times: Interval[] }

type Event = {
  digest: string
  inputs?: string[]
  name?: string
  started?: string
  completed?: string
  cached?: boolean
  error?: string
}

type StatusEvent = {
  id: string
  vertex: string
  current?: number
  started?: string
  completed?: string
}

/** The lines of `--progress=rawjson`, other lines among them -> the vertices in the order they were first seen. */
export function parseRecord(text: string): Vertex[] {
  const events = new Map<string, Event[]>()
  const statuses = new Map<string, Map<string, StatusEvent[]>>()
  for (const line of text.split('\n')) {
    const { vertexes, statuses: reports } = readLine(line)
    for (const event of vertexes) group(events, event.digest).push(event)
    for (const event of reports) {
      const ofVertex = statuses.get(event.vertex) ?? new Map<string, StatusEvent[]>()
      statuses.set(event.vertex, ofVertex)
      group(ofVertex, event.id).push(event)
    }
  }
  return settle([...events].map(([digest, list]) => toVertex(list, statuses.get(digest) ?? new Map())))
}

function group<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? []
  if (list.length === 0) map.set(key, list)
  return list
}

function readLine(line: string): { vertexes: Event[]; statuses: StatusEvent[] } {
  // The output of steps is most of a record, and is skipped.
  if (!line.startsWith('{') || line.startsWith('{"logs"')) return { vertexes: [], statuses: [] }
  try {
    const { vertexes, statuses } = JSON.parse(line)
    return { vertexes: list(vertexes).flatMap(toEvent), statuses: list(statuses).flatMap(toStatus) }
  } catch {
    return { vertexes: [], statuses: [] }
  }
}

// A record comes from the builder, which is not trusted: whatever BuildKit would not write is ignored.

type Unknown = Record<string, unknown>

function list(value: unknown): Unknown[] {
  return Array.isArray(value) ? value.filter((it) => typeof it === 'object' && it !== null) : []
}

function toEvent({ digest, inputs, name, started, completed, cached, error }: Unknown): Event[] {
  if (typeof digest !== 'string') return []
  const before = Array.isArray(inputs) ? inputs.filter((it) => typeof it === 'string') : []
  return [
    {
      digest,
      name: typeof name === 'string' ? name : '',
      ...timesOf(started, completed),
      ...(before.length > 0 ? { inputs: before } : {}),
      ...(cached === true ? { cached } : {}),
      ...(typeof error === 'string' ? { error } : {}),
    },
  ]
}

function toStatus({ id, vertex, current, started, completed }: Unknown): StatusEvent[] {
  if (typeof id !== 'string' || typeof vertex !== 'string') return []
  const bytes = typeof current === 'number' && current >= 0 ? current : 0
  return [{ id, vertex, current: bytes, ...timesOf(started, completed) }]
}

function timesOf(started: unknown, completed: unknown): Timed {
  const isTime = (it: unknown): it is string => typeof it === 'string' && !Number.isNaN(Date.parse(it))
  return { ...(isTime(started) ? { started } : {}), ...(isTime(completed) ? { completed } : {}) }
}

function toVertex(events: Event[], statuses: Map<string, StatusEvent[]>): Vertex {
  const own = events.filter((event) => !isBackfill(event))
  const last = own.findLast(({ started }) => started)
  const cachedAt = own.findLastIndex((event) => event.cached && !event.error)
  // A step whose cache was found but whose layers are gone is reported as cached with an error, and then runs.
  const lostAt = own.findLastIndex(({ cached, error }) => cached && error && !isCancellation(error))
  const ran = own.some((event) => event.completed && !event.cached && !event.error)
  const times = union(own)
  return {
    digest: events[0]?.digest ?? '',
    inputs: events.find(({ inputs }) => inputs)?.inputs ?? [],
    name: events[0]?.name ?? '',
    cached: cachedAt > lostAt,
    supposed: own.length < events.length && cachedAt < 0 && lostAt < 0 && !ran,
    loadError: lostAt > cachedAt ? (own[lostAt]?.error ?? '') : '',
    started: events.some((event) => event.started),
    began: firstStart(last ? own : events),
    completed: events.some((event) => event.completed),
    error: last?.error ?? '',
    times,
    seconds: lengthOf(times),
    statuses: [...statuses].map(([id, list]) => ({
      id,
      bytes: list.reduce((most, { current = 0 }) => Math.max(most, current), 0),
      times: union(list),
    })),
  }
}

/**
 * BuildKit reports as cached, with no duration, every unfinished input of a vertex that starts (solver/progress.go),
 * even if that input is running or is never checked.
 */
function isBackfill({ started, completed, cached, error }: Event): boolean {
  return cached === true && !error && started === completed
}

/**
 * A vertex that ended with this was cancelled: by a failure elsewhere, a signal, or because it was no longer needed.
 */
export function isCancellation(error: string): boolean {
  return messages.cancelled.test(error)
}

/**
 * A vertex that is only presumed cached was cached if a vertex made from it was cached or completed, unless it reports
 * its own cancellation (its result was then not needed). Otherwise it was cancelled if it had started, and unknown if
 * not.
 */
function settle(vertices: Vertex[]): Vertex[] {
  const byDigest = new Map(vertices.map((vertex) => [vertex.digest, vertex]))
  const open = vertices.filter(({ supposed, completed, error }) => completed && !supposed && error === '')
  for (let vertex = open.pop(); vertex; vertex = open.pop()) {
    for (const input of vertex.inputs) {
      const before = byDigest.get(input)
      if (!before?.supposed) continue
      Object.assign(before, { supposed: false })
      if (!isCancellation(before.error)) Object.assign(before, { cached: true, error: '' })
      open.push(before)
    }
  }
  return vertices.map((vertex) => (vertex.error === '' ? vertex : { ...vertex, supposed: false }))
}

function firstStart(events: Event[]): number {
  const starts = events.flatMap(({ started }) => (started ? [Date.parse(started)] : []))
  return starts.length === 0 ? 0 : starts.reduce((first, it) => Math.min(first, it))
}

type Timed = { started?: string; completed?: string }

/** The intervals of the events, overlapping ones merged. */
function union(events: readonly Timed[]): Interval[] {
  return joinIntervals(
    events.flatMap(({ started, completed }): Interval[] =>
      started && completed ? [[Date.parse(started), Date.parse(completed)]] : [],
    ),
  )
}

/** The same time as sorted, disjoint intervals. */
export function joinIntervals(intervals: readonly Interval[]): Interval[] {
  const joined: Interval[] = []
  for (const [from, to] of [...intervals].sort(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/** In seconds. */
export function lengthOf(times: readonly Interval[]): number {
  return times.reduce((sum, [from, to]) => sum + to - from, 0) / 1000
}
