import type { Wire } from '../parts/toxiproxy.ts'
import type { Step } from '../runner.ts'
import type { Disk } from './disk.ts'
import type { Asked, FaultProxy } from './fault-proxy.ts'

/** A cache that is to be harmed. */
export type Subject = {
  name: string
  /** How a step uses it. */
  step: Pick<Step, 'inputs' | 'env'>
  /** All is well again. */
  mend: () => Promise<void>
  /** Nothing is in it, whatever was done to it. */
  clear?: () => void
  stop: () => Promise<void>
}

/** A server with all that can go wrong in front of it: toxiproxy, then our own proxy, then the store itself. */
export type FaultyStore = Subject & {
  wire: Wire
  proxy: FaultProxy
  /** What a build asks to find a cache, … */
  isIndex: (asked: Asked) => boolean
  /** … to get a layer of it, … */
  isLayer: (asked: Asked) => boolean
  /** … and to write one. */
  isWrite: (asked: Asked) => boolean
  /** A refusal to write as the service words it. */
  refusal: (
    status: number,
    why: string,
  ) => { status: number; body?: string; headers?: Record<string, string> }
  /** What it keeps its files on, where it has files. */
  disk?: Disk
  /** Ends the store's process at once. */
  kill: () => Promise<void>
}
