/** Two machines and a registry: what the demo plays on, made of our own parts or of the user's Docker. */
export type Lab = {
  /** One line on what it is. */
  about: string
  machines: [LabMachine, LabMachine]
  /** host:port */
  registry: string
  /** The base image of the example; undefined for the one that its Dockerfile names. */
  base: string | undefined
  /** How to use it from a shell, a line each. */
  reach: () => string[]
  /** Lets it outlive the demo; the commands that end it. */
  stay: () => string[]
  stop: () => Promise<void>
}

export type LabMachine = {
  /** The environment of a step that runs on it. */
  env: Record<string, string>
  /** A folder to work in, which goes with the machine. */
  work: string
  /** Forgets all that it built. */
  empty: () => void
}
