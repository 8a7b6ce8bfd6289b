import type { Part } from '../parts/part.ts'
import { killPart } from './kill.ts'

/** A part that can be killed, and comes back as another process. */
export type Mortal<P extends Part> = {
  now: () => P
  kill: () => Promise<void>
  /** Starts it again if it was killed. */
  revive: () => Promise<void>
  stop: () => Promise<void>
}

/** `again` starts another process on the files of `first`, which stay until all is stopped. */
export function mortal<P extends Part>(first: P, again: () => Promise<P>): Mortal<P> {
  const lives = [first]
  let isDead = false
  const now = (): P => lives.at(-1) as P
  return {
    now,
    kill: async () => {
      isDead = true
      await killPart(now())
    },
    revive: async () => {
      if (!isDead) return
      lives.push(await again())
      isDead = false
    },
    stop: async () => {
      for (const life of lives.toReversed()) await life.stop()
    },
  }
}
