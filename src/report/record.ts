/** One node of the build graph, all its events taken together. */
export type Vertex = {
  name: string
  /** Some event of it was cached and without an error: later ones leave the mark out. */
  cached: boolean
  started: boolean
  /** Some event of it says that it ended: without one it was cut off. */
  completed: boolean
  /** The error of its last event; empty for none. */
  error: string
  /** How long it ran, in seconds: it can start and end several times. */
  seconds: number
}

type Event = {
  digest: string
  name: string
  started?: string
  completed?: string
  cached?: boolean
  error?: string
}

/** The lines of `--progress=rawjson`, other lines among them -> the vertices in the order they were first seen. */
export function parseRecord(text: string): Vertex[] {
  const events = new Map<string, Event[]>()
  for (const line of text.split('\n')) {
    for (const event of readVertexes(line)) {
      const before = events.get(event.digest)
      if (before) before.push(event)
      else events.set(event.digest, [event])
    }
  }
  return [...events.values()].map(toVertex)
}

function readVertexes(line: string): Event[] {
  if (!line.startsWith('{')) return []
  try {
    const { vertexes } = JSON.parse(line)
    return Array.isArray(vertexes) ? vertexes : []
  } catch {
    return []
  }
}

function toVertex(events: Event[]): Vertex {
  return {
    name: events[0]?.name ?? '',
    cached: events.some((event) => event.cached === true && !event.error),
    started: events.some((event) => event.started),
    completed: events.some((event) => event.completed),
    error: events.at(-1)?.error ?? '',
    seconds: union(events),
  }
}

/** The length of the union of the intervals in which a vertex ran. */
function union(events: Event[]): number {
  const intervals = events
    .flatMap(({ started, completed }) =>
      started && completed ? [[Date.parse(started), Date.parse(completed)]] : [],
    )
    .sort(([a = 0], [b = 0]) => a - b)
  let total = 0
  let end = 0
  for (const [from = 0, to = 0] of intervals) {
    total += Math.max(0, to - Math.max(from, end))
    end = Math.max(end, to)
  }
  return total / 1000
}
