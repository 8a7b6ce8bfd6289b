/** One event of a vertex, as BuildKit sends it: what is zero is left out. */
export type Event = { started?: number; completed?: number; cached?: true; error?: string }

const time = (seconds: number): string => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString()

/** The line of `--progress=rawjson` for one event of a vertex; times are seconds since the build began. */
export function line(name: string, { started, completed, ...rest }: Event = {}, digest = name): string {
  const times = {
    ...(started === undefined ? {} : { started: time(started) }),
    ...(completed === undefined ? {} : { completed: time(completed) }),
  }
  return JSON.stringify({ vertexes: [{ digest: `sha256:${digest}`, name, ...times, ...rest }] })
}

/** The events of a vertex that ran. */
export const ran = (name: string, started = 0, completed = 1): string[] => [
  line(name),
  line(name, { started }),
  line(name, { started, completed }),
]

/** The events of a vertex that was cached. */
export const cached = (name: string): string[] => [
  line(name),
  line(name, { started: 0, completed: 0, cached: true }),
]
