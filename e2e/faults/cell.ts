/** One thing that goes wrong, while a cache is read or while it is written. */
export type Cell<S> = {
  side: 'import' | 'export'
  fault: string
  /** Does the harm; may give inputs for the builds. */
  strike: (store: S) => Promise<void> | void
  inputs?: Record<string, string>
  /** What comes of it, where that is not what comes of most. */
  expected?: Expected | ((name: string) => Expected)
  /** Why it is no fault for that store; undefined where it is. */
  senseless?: (name: string) => string | undefined
}

export type Expected = {
  /** Whether the cache is written nevertheless. */
  written?: boolean
  /** The state of the source in the report. */
  state?: string
  /** Why the build waits as long as the fault lasts: it cannot be distinguished from a build that is working. */
  waits?: string
  /** Why the next cache may lack a layer; that costs the layer's step, and no build. */
  mayLack?: string
  /** Somebody has to throw the cache away. */
  mendsBy?: 'clearing'
  /** Why the build must fail, and what is reported then. */
  lost?: { why: string; says: RegExp }
}

export function expectedOf<S>({ expected = {} }: Cell<S>, name: string): Expected {
  return typeof expected === 'function' ? expected(name) : expected
}
