/** One event of a vertex, as BuildKit sends it: what is zero is left out. */
export type Event = { started?: number; completed?: number; cached?: true; error?: string }

const time = (seconds: number): string => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString()

/** The line of `--progress=rawjson` for one event of a vertex; times are seconds since the build began. */
export function line(
  name: string,
  { started, completed, ...rest }: Event = {},
  digest = name,
  inputs: string[] = [],
): string {
  const times = timesOf({ started, completed })
  return JSON.stringify({
    vertexes: [
      { digest: `sha256:${digest}`, inputs: inputs.map((it) => `sha256:${it}`), name, ...times, ...rest },
    ],
  })
}

/** The events of a vertex that ran. */
export const ran = (name: string, started = 0, completed = 1, inputs: string[] = []): string[] => [
  line(name, {}, name, inputs),
  line(name, { started }, name, inputs),
  line(name, { started, completed }, name, inputs),
]

/** The events of a vertex that was cached. */
export const cached = (name: string, inputs: string[] = []): string[] => [
  line(name, {}, name, inputs),
  line(name, { started: 0, completed: 0.001, cached: true }, name, inputs),
]

/** The line for something that a vertex reports of its work. */
export function status(
  vertex: string,
  id: string,
  { started, completed, current }: Event & { current?: number },
): string {
  const times = timesOf({ started, completed })
  return JSON.stringify({
    statuses: [{ id, vertex: `sha256:${vertex}`, current: current ?? 0, total: current, ...times }],
  })
}

function timesOf({ started, completed }: { started: number | undefined; completed: number | undefined }) {
  return {
    ...(started === undefined ? {} : { started: time(started) }),
    ...(completed === undefined ? {} : { completed: time(completed) }),
  }
}
